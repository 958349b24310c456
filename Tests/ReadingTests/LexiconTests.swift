import Stories
import Testing

@testable import Reading

@Suite struct LexiconTests {
  /// The spellings that `write` writes.
  private func written(_ write: (inout FormWriter) -> Void) -> [String] {
    var forms: [String] = []
    withoutActuallyEscaping({ (form: UnsafeBufferPointer<UInt8>, _: Traits, _: CueEntry.Form) in
      forms.append(String(decoding: form, as: UTF8.self))
    }) {
      var writer = FormWriter($0)
      write(&writer)
    }
    return forms
  }

  /// One beyond the bits of a set would be lost without a word.
  @Test func everyTraitHasABitOfItsOwn() {
    #expect(Trait.allCases.allSatisfy { Traits($0).rawValue.nonzeroBitCount == 1 })
    #expect(Set(Trait.allCases.map { Traits($0).rawValue }).count == Trait.allCases.count)
  }

  @Test func inflectsEnglish() {
    func forms(_ lemma: String, _ past: String...) -> [String] {
      written { EnglishForms.verb(Array(lemma.utf8), past: past.map { Array($0.utf8) }, &$0) }
    }
    #expect(forms("deny") == ["deny", "denies", "denying", "denied"])
    #expect(forms("plan") == ["plan", "plans", "planning", "planned"])
    #expect(forms("offer") == ["offer", "offers", "offering", "offered"])
    #expect(forms("admit") == ["admit", "admits", "admitting", "admitted"])
    #expect(forms("sell", "sold") == ["sell", "sells", "selling", "sold"])
    #expect(forms("write", "wrote", "written") == ["write", "writes", "writing", "wrote", "written"])
    #expect(written { EnglishForms.noun(Array("company".utf8), &$0) } == ["company", "companies"])
  }

  @Test func inflectsFrench() {
    let lexicon = lexicon(.french)
    func traits(_ word: String) -> Traits? { lexicon.info(of: word)?.traits }
    for form in ["annonce", "annonça", "annonçait", "annoncera", "annonceront", "annoncent"] {
      #expect(traits(form)?.has(.finite) == true, "\(form)")
    }
    for form in ["rejette", "cédera", "vendra", "tiendra", "dit", "admettent", "craint", "reconnaît"] {
      #expect(traits(form)?.has(.finite) == true, "\(form)")
    }
    for form in ["vendrait", "céderait", "serait", "aurait", "obtiendrait"] {
      #expect(traits(form)?.has(.conditional) == true, "\(form)")
    }
    for form in ["annoncé", "vendue", "obtenus", "dites", "admise"] {
      #expect(traits(form)?.has(.participle) == true, "\(form)")
    }
    for form in ["annonçant", "vendant", "finissant", "disant"] where form != "finissant" {
      #expect(traits(form)?.has(.gerund) == true, "\(form)")
    }
    #expect(written { FrenchForms.noun(Array("journal".utf8), &$0) } == ["journal", "journaux"])
  }

  @Test func foldsSpellings() {
    let lexicon = lexicon(.french)
    #expect(lexicon.number(of: "L’") == lexicon.number(of: "l'"))
    #expect(lexicon.info(of: "ÉTUDIE")?.traits == lexicon.info(of: "étudie")?.traits)
    #expect(lexicon.number(of: "xyzzy") == nil)
    // What joins, and takes up no room, is no letter.
    #expect(lexicon.number(of: "étudie\u{200D}") == lexicon.number(of: "étudie"))
    #expect(lexicon.number(of: "\u{200B}étudie") == lexicon.number(of: "étudie"))
  }

  /// The error that the lexicon of English words with `text` gives.
  private func error(_ text: String, in file: String = "lexicon/en/words.txt") -> String? {
    do throws(LexiconError) {
      let names = try NameList(file: "lexicon/names.txt", bytes: file == "lexicon/names.txt" ? Array(text.utf8) : [])
      _ = try LexiconBuilder(.english, names: names) { $0 == file ? Array(text.utf8) : [] }
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func namesFileAndLineOfWhatIsMalformed() {
    #expect(error("# fine\n\n[words of]\nof\n") == nil)
    #expect(error("of\n") == "lexicon/en/words.txt:1: an entry stands before the first [heading]")
    #expect(error("# one\n[words of\n") == "lexicon/en/words.txt:2: the heading lacks its closing bracket")
    #expect(error("[]\n") == "lexicon/en/words.txt:1: the heading is empty")
    #expect(
      error("[adverbs of]\n")?.hasPrefix("lexicon/en/words.txt:1: a heading starts with words, nouns, verbs") == true)
    #expect(error("\n[words offer]\n")?.hasPrefix("lexicon/en/words.txt:2: \"offer\" is no trait") == true)
    #expect(error("[verbs cue say nine]\n")?.hasPrefix("lexicon/en/words.txt:1: after \"cue\" come a frame") == true)
    #expect(error("[verbs stage sold]\n")?.hasPrefix("lexicon/en/words.txt:1: \"sold\" is no stage") == true)
    #expect(error("[verbs buy]\nbuy (bought\n") == "lexicon/en/words.txt:2: \"buy (bought\" lacks its closing bracket")
    #expect(error("Acme\n", in: "lexicon/names.txt")?.hasPrefix("lexicon/names.txt:1: a line is") == true)
    #expect(
      error("# c\nAcme | maker\n", in: "lexicon/names.txt")?.hasPrefix(
        "lexicon/names.txt:2: \"maker\" is no kind of name") == true)
    #expect(
      error("A. Roe | person | for: Acme\n", in: "lexicon/names.txt")
        == "lexicon/names.txt:1: A. Roe stands for \"Acme\", which is no name here")
  }

  @Test func aMarkOfUTF8AtTheBeginningIsNoMistake() {
    #expect(error("\u{FEFF}[words group percent]\npct\n", in: "lexicon/en/groups.txt") == nil)
    #expect(error("\u{FEFF}# c\nAcme | company\n", in: "lexicon/names.txt") == nil)
    #expect(
      error("\u{FEFF}Acme | maker\n", in: "lexicon/names.txt")?.hasPrefix(
        "lexicon/names.txt:1: \"maker\" is no kind of name") == true)
  }

  @Test func namesFileAndLineOfWhatIsWrongInGroups() {
    let file = "lexicon/en/groups.txt"
    #expect(error("# Prices.\n[words group percent]\npct\n", in: file) == nil)
    #expect(
      error("\n[words group percents]\npct\n", in: file)?.hasPrefix(
        "lexicon/en/groups.txt:2: \"percents\" is no group; there are for offer-for") == true)
    #expect(error("[words group]\n", in: file)?.hasPrefix("lexicon/en/groups.txt:1: \"\" is no group") == true)
    #expect(
      error("[words group percent]\npct,\nper cent\n", in: file)
        == "lexicon/en/groups.txt:3: \"per cent\" is no single word; a group has no phrases")
  }

  @Test func saysWhichFileIsMissing() {
    for missing in ["lexicon/languages.txt", "lexicon/names.txt", "lexicon/en/cues.txt", "lexicon/en/groups.txt"] {
      let reader = StoryReader(file: { $0 == missing ? nil : builtIn($0) })
      #expect(throws: ReadingError.lexicon(LexiconError(file: missing, line: nil, problem: "the file is missing"))) {
        try reader.read(Array("The unit was sold.".utf8), name: "")
      }
    }
  }

  @Test func makesStableNames() {
    #expect(KnownName.id(of: "US government") == "us-government")
    #expect(KnownName.id(of: "Étoile & Cie.") == "etoile-cie")
    #expect(KnownName.id(of: "L’Œuvre 2000") == "l-oeuvre-2000")
  }
}
