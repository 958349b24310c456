import Stories
import Testing

@testable import Reading

@Suite struct WordGroupTests {
  /// The lexicon of English with `groups` and a few words besides.
  private func english(_ groups: String, words: String = "[words of]\nof\n[verbs buy deal]\nbuy (bought)\n") -> Lexicon
  {
    made(.english, ["words": words, "groups": groups])
  }

  /// The lexicon of `language` with nothing but `texts`, by the names of their files.
  private func made(_ language: Language, _ texts: [String: String]) -> Lexicon {
    do throws(LexiconError) {
      let names = try NameList(file: "lexicon/names.txt", bytes: [])
      return try LexiconBuilder(language, names: names) { path in
        Array((texts.first { path == "lexicon/\(language.rawValue)/\($0.key).txt" }?.value ?? "").utf8)
      }.made
    } catch {
      fatalError("\(error)")
    }
  }

  private func has(_ lexicon: Lexicon, _ group: WordGroup, _ word: String) -> Bool {
    lexicon.groups.has(group, lexicon.number(of: word) ?? -1)
  }

  /// One beyond the bits of a set would be taken for another.
  @Test func everyGroupHasAPlaceOfItsOwn() {
    #expect(WordGroup.allCases.map(\.place) == Array(0..<WordGroup.count))
    #expect(WordGroup.count <= 64 * WordGroup.setSize)
  }

  /// A group that no language has would be a rule that never finds anything.
  @Test func everyGroupHasWords() {
    let lexicons = Language.allCases.map { lexicon($0) }
    for group in WordGroup.allCases {
      #expect(lexicons.contains { $0.groups.first(of: group) >= 0 }, "\(group.rawValue)")
    }
  }

  @Test func hasWordsInWhateverCase() {
    let lexicon = english("[words group from]\nfrom\n")
    #expect(has(lexicon, .from, "from"))
    #expect(has(lexicon, .from, "FROM"))
    #expect(!has(lexicon, .from, "of"))
    #expect(!has(lexicon, .from, "unheard"))
    #expect(!has(lexicon, .between, "from"))
    #expect(lexicon.groups.first(of: .from) == lexicon.number(of: "from"))
    #expect(lexicon.groups.first(of: .between) == -1)
  }

  @Test func aWordMayBeInSeveralGroups() {
    let lexicon = english("[words group from]\nfrom, of\n[words group bought-from group percent]\nfrom\n")
    for group: WordGroup in [.from, .boughtFrom, .percent] { #expect(has(lexicon, group, "from"), "\(group.rawValue)") }
    #expect(has(lexicon, .from, "of"))
    #expect(!has(lexicon, .boughtFrom, "of"))
    // What the word is besides stays.
    #expect(lexicon.info(of: "of")?.traits == Traits(.of))
  }

  @Test func takesAllFormsOfVerbsAndNouns() {
    let english = english("[verbs group finding]\nfind (found)\n[nouns group court]\nbody\n")
    for word in ["find", "finds", "finding", "found"] { #expect(has(english, .finding, word), "\(word)") }
    for word in ["body", "bodies"] { #expect(has(english, .court, word), "\(word)") }
    let french = made(.french, ["groups": "[verbs group finding]\nchercher\n"])
    for word in ["chercher", "cherche", "cherchait", "cherché"] { #expect(has(french, .finding, word), "\(word)") }
    #expect(french.verbs.isEmpty)
  }

  /// A heading may say more than a group; then the words are that too.
  @Test func goesWithTraits() {
    let lexicon = english("[verbs sell group finding]\nfind (found)\n")
    #expect(has(lexicon, .finding, "found"))
    #expect(lexicon.info(of: "found")?.traits.has(.sell) == true)
    #expect(lexicon.info(of: "found")?.traits.has(.participle) == true)
  }

  /// What a word is does not depend on whether a rule looks for it.
  @Test func aWordThatIsOnlyInAGroupIsReadAsUnknown() {
    let groups = "[words group percent]\nzerfed\n[verbs group finding]\nglomp\n[words group from]\nbuy\n"
    let (plain, grouped) = (english(""), english(groups))
    #expect(grouped.infos[Int(grouped.number(of: "zerfed") ?? 0)].isEmpty)
    let text = Array("Zerfed zerfed, they buy glomping of glomps bought.".utf8)
    text.withUnsafeBufferPointer { text in
      func tokens(_ lexicon: Lexicon) -> [Token] {
        var tokens: [Token] = []
        Tokenizer(language: .english, isAbbreviation: { _, _ in false }).tokens(text, 0..<text.count, into: &tokens)
        lexicon.annotate(&tokens, from: 0, text)
        return tokens
      }
      for (one, other) in zip(tokens(plain), tokens(grouped)) {
        #expect(one.traits == other.traits)
        #expect(one.isKnown == other.isKnown)
        #expect(one.wordClass == other.wordClass)
        #expect(one.cue.bits == other.cue.bits)
        #expect(one.phraseLength == other.phraseLength)
      }
    }
  }

  @Test func comeBackFromAnImage() throws {
    let lexicon = english("[words group from]\nfrom\n[words group percent]\npct, from\n")
    try LexiconImage.bytes(of: lexicon).withUnsafeBytes { bytes in
      let again = try #require(LexiconImage.lexicon(.english, in: bytes))
      #expect(has(again, .from, "from") && has(again, .percent, "from") && has(again, .percent, "pct"))
      #expect(!has(again, .from, "pct"))
    }
  }

  @Test func isAskedOfWhatStandsBehindAHyphen() {
    ReadStages.with("The Acme-owned mill, the Norvane-led group and Belcor.") { stages in
      let prose = stages.prose
      #expect(prose.tokens.indices.filter { prose.isIn(.owned, behindHyphenOf: $0) } == [1])
    }
  }
}
