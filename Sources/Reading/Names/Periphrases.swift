import Stories

/// Finds noun phrases that stand for somebody named elsewhere: "the company", "l'agence de presse", "the video app".
///
/// A class for the same reason as `NameFinder`.
final class Periphrases {
  let language: Language
  let text: UnsafeBufferPointer<UInt8>
  let prose: Prose
  let tokens: FixedList<Token>
  let sentences: FixedList<Sentence>
  @exclusivity(unchecked) private(set) var cast: Cast
  private let descriptions: Descriptions

  /// The most words between the article and its noun: "the Cupertino, Calif.-based computer company" has more and is rare.
  private static let adjectives = 3

  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
    descriptions = Descriptions(prose, cast)
    language = prose.language
    text = prose.text
    tokens = prose.tokens
    sentences = prose.sentences
  }

  /// Resolves the periphrases in the order of the text, each against all before it.
  func resolve() -> Cast {
    // The denotations come in sentence by sentence, so that only those of one sentence are put in order at a time.
    let names = cast.denotations
    cast.denotations.removeAll(keepingCapacity: true)
    var next = 0
    for index in sentences.indices {
      let sentence = sentences[index]
      let first = cast.denotations.count
      while next < names.count, names[next].tokens.lowerBound < sentence.tokens.upperBound {
        cast.denotations.append(names[next])
        next += 1
      }
      var fresh: [Denotation] = []
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        // All of them begin with an article.
        guard tokens[i].traits.hasAny(.determiner | .contracted) else {
          i += 1
          continue
        }
        if let phrase = demonym(at: i, sentence) {
          if let entity = compatriot(phrase.upperBound - 1, sentence) {
            fresh.append(Denotation(tokens: phrase, entity: entity, form: .periphrase))
          }
          i = phrase.upperBound
          continue
        }
        guard let (phrase, head) = phrase(at: i, sentence) else {
          i += 1
          continue
        }
        if let entity = referent(phrase, head, index, fresh) {
          fresh.append(Denotation(tokens: phrase, entity: entity, form: .periphrase))
        }
        i = phrase.upperBound
      }
      if !fresh.isEmpty { cast.add(fresh, from: first) }
    }
    cast.denotations.append(contentsOf: names[next...])
    return cast
  }

  /// The noun phrase that the article at token `i` opens, and its head.
  private func phrase(at i: Int, _ sentence: Sentence) -> (Range<Int>, Int)? {
    let token = tokens[i]
    guard token.has(.determiner) || token.has(.contracted), !token.has(.indefinite), !token.has(.possessive) else {
      return nil
    }
    var head = i + Int(token.phraseLength)
    let limit = min(head + Periphrases.adjectives + 1, sentence.tokens.upperBound)
    while head < limit {
      let word = tokens[head]
      guard word.isWord || word.kind == .number else { return nil }
      if word.traits.hasAny(.buyer | .seller | .target), word.info.name < 0 { return nil }
      if word.traits.hasAny(Periphrases.heads), word.info.name < 0, !isModifier(head, sentence) { break }
      if word.has(.finite) && !word.has(.participle) && !word.isCapital || word.has(.of) || word.has(.that)
        || word.has(.preposition)
      {
        return nil
      }
      head += 1
    }
    guard head < limit else { return nil }
    // "the Bank of Wick": a name begins there.
    let behind = head + Int(tokens[head].phraseLength)
    // "the owners of Acme": others.
    if tokens[head].has(.own), behind < sentence.tokens.upperBound, tokens[behind].has(.of) { return nil }
    if tokens[head].isCapital, !cast.denotations(in: head..<head + 1).isEmpty { return nil }
    var end = head + Int(tokens[head].phraseLength)
    // What belongs to the noun: "éditeur B2B de logiciels d'entreprise", "l'app chinoise".
    while end < min(head + 8, sentence.tokens.upperBound) {
      let word = tokens[end]
      if word.has(.nationality), !word.isCapital || word.info.name < 0 || tokens[end - 1].has(.product) {
        end += 1
      } else if language == .french, word.has(.locative), word.end - word.start == 2, !word.has(.to), end > head + 1,
        end + 1 < sentence.tokens.upperBound, isPlainNoun(tokens[end + 1])
      {
        // "le fabricant de jouets en bois"
        end += 2
      } else if word.has(.of), end + 1 < sentence.tokens.upperBound, isPlainNoun(tokens[end + 1]),
        !tokens[end - 1].has(.nationality)
      {
        end += 2
      } else if tokens[end - 1].has(.of) == false, end == head + 1, isLocalCode(word) {
        end += 1
      } else {
        break
      }
    }
    return (i..<end, head)
  }

  @inline(__always) private static var heads: Traits {
    Trait.company | .product | .fund | .agency | .newspaper | .broadcaster | .regulator | .body | .family
  }

  /// Whether the noun at `i` only says what kind another is: "the company chairman", "the group's bid" is none.
  private func isModifier(_ i: Int, _ sentence: Sentence) -> Bool {
    let next = i + Int(tokens[i].phraseLength)
    guard next < sentence.tokens.upperBound else { return false }
    let word = tokens[next]
    return word.traits.hasAny(Periphrases.heads | .title | .spokesperson | .deal | .anonymous | .speaker)
      && word.info.name < 0
  }

  /// Whether a verb that attributes stands right before token `i`, so that its subject follows: "affirme le groupe".
  private func isTurned(before i: Int) -> Bool {
    tokens[i - 1].info.cue.isCue && prose.isFinite(i - 1) && !tokens[i - 1].has(.have) && !tokens[i - 1].has(.be)
  }

  /// "the offer of Acme": the name hangs on another noun.
  private func isGoverned(_ name: Denotation, from low: Int) -> Bool {
    var i = name.tokens.lowerBound - 1
    while i > low, tokens[i].has(.determiner) { i -= 1 }
    return i > low && tokens[i].traits.hasAny(.of | .preposition | .to | .by) && tokens[i].info.name < 0
  }

  /// "an analyst at Acme", "un avocat du cabinet Roe": named only to say who speaks.
  private func isSomebodys(_ name: Denotation) -> Bool {
    var i = name.tokens.lowerBound - 1
    while i > 0, tokens[i].has(.determiner) || tokens[i].has(.company) && !tokens[i].isCapital { i -= 1 }
    guard i > 0, tokens[i].traits.hasAny(.of | .locative | .preposition), tokens[i].info.name < 0 else {
      return false
    }
    return tokens[i - 1].has(.outsider)
  }

  private func principal(_ entity: Int) -> Int { cast.entities[entity].speaksFor ?? entity }

  /// Whom "the group" means if a name of late has the noun: "Norvane Group".
  private func namesake(_ head: Int, before i: Int) -> Int? {
    guard tokens[head].word >= 0 else { return nil }
    var left = 8
    let found = cast.latest(before: i) { denotation in
      left -= 1
      return left >= 0 && denotation.form == .name && denotation.tokens.count > 1
        && tokens[denotation.tokens].contains { $0.word == tokens[head].word }
    }
    return found.map { cast.entities[$0.entity].speaksFor ?? $0.entity }
  }

  private func isPlainNoun(_ word: Token) -> Bool {
    word.isWord && !word.isCapital
      && !word.traits.hasAny(.finite | .determiner | .preposition | .be | .have | .modal | .that | .and | .deal)
  }

  /// A code between noun and "de": "éditeur B2B".
  private func isLocalCode(_ word: Token) -> Bool {
    word.shape.contains(.capitals) && word.info.name < 0 && !word.isKnown
  }

  /// Who is named behind the French adjective at token `i`, which ends a description.
  private func named(behindAdjective i: Int, _ sentence: Int) -> Int? {
    guard i + 1 < sentences[sentence].tokens.upperBound, isPlainNoun(tokens[i]), !prose.isFinite(i),
      tokens[i].info.name < 0,
      tokens[i].traits.isDisjoint(with: .of | .to | .by | .adverb | .relative | .but | .he | .it | .negation | .ne),
      tokens[i].traits.isDisjoint(with: .subordinator | .possessive | .infinitive | .gerund),
      let name = cast.denotations(in: i + 1..<i + 2).first, name.tokens.lowerBound == i + 1, name.form == .name,
      tokens[i + 1].isCapital, cast.entities[name.entity].kind.isBusiness
    else { return nil }
    return name.entity
  }

  /// Whom the phrase with the noun `head` stands for.
  private func referent(_ phrase: Range<Int>, _ head: Int, _ sentence: Int, _ fresh: [Denotation]) -> Int? {
    let noun = tokens[head].traits
    // A name right behind it: "la chaîne de télévision chinoise CGTN", "the app TikTok".
    if let next = cast.denotations(in: phrase.upperBound..<phrase.upperBound + 1).first { return next.entity }
    // "la holding publique Acme", "le groupe de services informatiques Acme": an adjective parts the noun from the name.
    if language == .french, noun.hasAny(.company | .fund),
      let named = named(behindAdjective: phrase.upperBound, sentence)
    {
      return named
    }
    // "Acme, the discounter, offers": Acme.
    if phrase.lowerBound > 1, tokens[phrase.lowerBound - 1].kind == .comma, noun.hasAny(.company | .fund),
      phrase.upperBound < tokens.count, tokens[phrase.upperBound].kind == .comma,
      let named = cast.latest(before: phrase.lowerBound, where: { $0.tokens.upperBound == phrase.lowerBound - 1 }),
      cast.entities[named.entity].kind.isBusiness
    {
      return named.entity
    }
    // "the brewer": the one that was called so.
    if noun.hasAny(.company | .fund), phrase.count > 2 || !prose.isIn(.generic, head),
      let described = descriptions.entity(of: phrase), cast.entities[described].kind.isBusiness
    {
      return principal(described)
    }
    let bare = phrase.count <= 2
    func fits(_ denotation: Denotation) -> Bool {
      guard denotation.tokens.upperBound <= phrase.lowerBound, !isSomebodys(denotation) else { return false }
      let entity = cast.entities[cast.entities[denotation.entity].speaksFor ?? denotation.entity]
      if noun.has(.product), entity.kind == .product { return true }
      if noun.has(.agency), entity.kind == .agency { return true }
      if noun.has(.newspaper), entity.kind == .newspaper { return true }
      if noun.has(.broadcaster), entity.kind == .broadcaster { return true }
      if noun.has(.fund), entity.kind == .fund { return true }
      if noun.has(.regulator), entity.kind == .regulator { return true }
      if noun.hasAny(.body | .family | .regulator), entity.isBody || entity.kind == .regulator {
        return tokens[denotation.tokens].contains { $0.word >= 0 && $0.word == tokens[head].word }
      }
      return noun.has(.company)
        && (entity.kind == .company || entity.kind == .fund || entity.kind == .unknown && entity.acts > 0)
    }
    // "Acme has hidden it, says the group": not Acme, whom its own words would not name.
    let isTurned = phrase.lowerBound > sentences[sentence].tokens.lowerBound && isTurned(before: phrase.lowerBound)
    // "the fund": the one that was called so, before any company.
    if noun.has(.fund), bare,
      let fund = cast.latest(
        before: phrase.lowerBound,
        where: {
          $0.form == .name && cast.entities[$0.entity].kind == .fund && !isSomebodys($0)
        })
    {
      return principal(fund.entity)
    }
    if noun.has(.company), bare, let namesake = namesake(head, before: phrase.lowerBound) { return namesake }
    if noun.has(.company) {
      // "le président du groupe": of what the sentence before was about; "The company said": likewise, or of what it named first.
      for index in stride(from: sentence - 1, through: max(0, sentence - 2), by: -1)
      where (phrase.count <= 3 || isTurned) && sentences[index].block == sentences[sentence].block {
        let tokens = sentences[index].tokens
        let subject = cast.denotations(in: tokens).first { fits($0) && !isGoverned($0, from: tokens.lowerBound) }
        let isFirst = cast.denotations(in: sentences[sentence].tokens.lowerBound..<phrase.lowerBound).isEmpty
        if let subject, !bare || isFirst || isTurned { return principal(subject.entity) }
      }
      for index in stride(from: isTurned ? sentence - 1 : sentence, through: max(0, sentence - 3), by: -1) {
        let tokens = sentences[index].tokens
        let end = min(tokens.upperBound, phrase.lowerBound)
        guard end > tokens.lowerBound,
          let first = cast.denotations(in: tokens.lowerBound..<end).first(where: fits)
        else { continue }
        // "…, the pump maker said" is not about what its own clause names last.
        if bare || index < sentence || first.tokens.lowerBound <= tokens.lowerBound + 4 {
          return principal(first.entity)
        }
      }
      if bare { return nil }
    }
    return (fresh.last(where: fits) ?? cast.latest(before: phrase.lowerBound, where: fits)).map { principal($0.entity) }
  }
}
