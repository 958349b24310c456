/// Whose act a verb or noun is.
extension Arguments {
  /// The subject of the verb, or of the verb that governs the noun, at token `i`.
  func subject(_ i: Int) -> Item? {
    if latest.token == i { return latest.subject }
    let found = found(i)
    latest = (i, found)
    return found
  }

  private func found(_ i: Int) -> Item? {
    if let told = told(i) { return told }
    let (start, antecedent, isAsked) = clause(i)
    if antecedent != nil || isAsked { return antecedent.map { corrected($0, behind: i) ?? $0 } }
    let free = items.first {
      start <= $0.tokens.lowerBound && $0.tokens.upperBound <= i && $0.governor == nil && !$0.isPossessive
        && !isInserted($0)
    }
    // "Acme said it would buy": the pronoun stands for the subject before.
    let mayPoint = traits.hasAny(.it | .they | .he | .we)
    let pronoun = mayPoint ? (start..<i).first { isPronoun($0) && !isGoverned($0) } : nil
    if let free, pronoun.map({ free.tokens.lowerBound < $0 }) ?? true {
      // "Acme says the suitor drops out": somebody without a name.
      let other = (free.tokens.upperBound..<max(i, free.tokens.upperBound)).last { prose.tokens[$0].has(.suitor) }
      // "opened its books to Acme after the suitor raised its offer"
      if let other, i - other <= 2, prose.tokens[other].phraseLength == 1, prose.tokens[other - 1].has(.determiner),
        !prose.tokens[other].shape.contains(.plural), prose.isFinite(i) || prose.isFinite(other + 1)
      {
        return nil
      }
      if let other, i - other <= 3,
        (free.tokens.upperBound..<other).contains(where: { prose.isFinite($0) && prose.tokens[$0].info.cue.isCue }),
        !(other..<i).contains(where: { prose.tokens[$0].isPunctuation })
      {
        return nil
      }
      return free
    }
    // "L'Etat ouvre le capital": no act of a business.
    if prose.language == .french, isOfState(i, pronoun) { return nil }
    if pronoun == nil, let member = member(start..<i) ?? boardOwner(start..<i) { return member }
    guard let pronoun else {
      // "Acme's announcement that its unit would bid"
      return items.first {
        $0.tokens.upperBound <= start && $0.governor == nil && !$0.isPossessive && !isTopic($0, of: i)
      }
        ?? items.first { $0.tokens.upperBound <= i && $0.governor == nil && !isInserted($0) && !isTopic($0, of: i) }
    }
    // "We sold": the speaker, who is not known here.
    if prose.tokens[pronoun].has(.we) { return nil }
    let colon = (sentence.tokens.lowerBound..<pronoun).last { prose.tokens[$0].kind == .colon }
    let before = items.first {
      // "A spokesman for Acme said it": Acme.
      let isSpeaking =
        $0.governor.map {
          // "La fondatrice d'Acme dit qu'elle"
          $0 > 0
            && (prose.tokens[$0 - 1].has(.spokesperson)
              || prose.language == .french && prose.tokens[$0 - 1].has(.title) && prose.tokens[$0].has(.of))
        } ?? true
      return $0.tokens.upperBound <= pronoun && $0.tokens.lowerBound > colon ?? -1 && isSpeaking && !$0.isPossessive
        && fits(pronoun, $0)
    }
    if let before { return before }
    // "Acme, entré en 2018, fait une bonne affaire : il avait payé"
    if prose.language == .french, let colon, !prose.tokens[colon + 1].isQuote,
      let told = items.first(where: {
        $0.tokens.upperBound <= colon && $0.governor == nil && !$0.isPossessive && fits(pronoun, $0)
      })
    {
      return told
    }
    // "A group led by Acme said it"
    if !isHuman(pronoun), let member = member(sentence.tokens.lowerBound..<pronoun) { return member }
    if topics.isUnknown, prose.tokens[pronoun].has(.he) { return nil }
    if isHuman(pronoun) { return topics.person }
    // "La fondatrice, Ann Roe, garde ses actions. Elle dément"
    if topics.isPerson, prose.language == .french, prose.tokens[pronoun].has(.he), let person = topics.person {
      return person
    }
    return topics.business.flatMap { agrees(pronoun, $0) ? $0 : nil }
      ?? (prose.language == .french ? topics.person : nil)
  }

  /// Whether the first that is named behind token `i` is listed with `item`; `nil` if nobody is named there.
  private func isListed(behind i: Int, with item: Item) -> Bool? {
    items.first { $0.tokens.lowerBound > i }.map { $0.list == item.list }
  }

  /// Whose board or chief acts: "the board of Acme", "la patronne d'Acme".
  private func boardOwner(_ range: Range<Int>) -> Item? {
    guard traits.hasAny(.board | .title) else { return nil }
    return items.first { item in
      guard let governor = item.governor, range.contains(governor), prose.tokens[governor].has(.of),
        governor > range.lowerBound, item.tokens.upperBound <= range.upperBound
      else { return false }
      // "le conseil d'administration d'Acme"
      return (max(range.lowerBound, governor - 3)..<governor).contains {
        prose.tokens[$0].has(.board)
          || $0 == governor - 1 && prose.tokens[$0].has(.title) && !prose.tokens[$0].shape.contains(.plural)
            && $0 > range.lowerBound
            && prose.tokens[$0 - 1].has(.determiner)
      }
    }
  }

  /// Who forms the group that acts: "a consortium led by Acme and Belcor", "three firms including Acme".
  func member(_ range: Range<Int>) -> Item? {
    guard traits.hasAny(.body | .company | .fund | .suitor) else { return nil }
    return items.first { item in
      guard let governor = item.governor, range.contains(governor), range.contains(item.tokens.upperBound - 1) else {
        return false
      }
      let group = (max(range.lowerBound, governor - 4)..<governor).last {
        prose.tokens[$0].traits.hasAny(.body | .company | .fund | .suitor) && !prose.tokens[$0].isCapital
      }
      guard let group else { return false }
      let isBody = prose.tokens[group].has(.body)
      if cast.entities[item.entity].kind == .person, !isBody { return false }
      return prose.tokens[governor].has(.example) || isBody && prose.tokens[governor].has(.of)
        || prose.tokens[governor].has(.by) && governor > group + 1 && prose.tokens[governor - 1].has(.participle)
    }
  }

  /// Whom an infinitive is said of behind another verb: "ordered Acme to sell", "ordonne à Acme de vendre"; but "propose à Acme
  /// de lui acheter".
  func told(_ i: Int) -> Item? {
    // "kept Acme from buying Belcor"
    if prose.language == .english, prose.tokens[i].has(.gerund), i - 1 > sentence.tokens.lowerBound,
      prose.isIn(.from, i - 1), let item = item(endingAt: i - 1), !item.isPossessive,
      item.governor == nil
    {
      return item
    }
    guard prose.tokens[i].has(.infinitive), i - 1 > sentence.tokens.lowerBound else { return nil }
    let mark = i - 1
    guard prose.tokens[mark].traits.hasAny(.of | .to), let item = item(endingAt: mark), !item.isPossessive else {
      return nil
    }
    if prose.language == .english {
      // "hired Acme to sell its unit": for another.
      if item.governor == nil, item.tokens.lowerBound - 1 > sentence.tokens.lowerBound,
        prose.tokens[item.tokens.lowerBound - 1].has(.hire)
      {
        return subject(item.tokens.lowerBound - 1)
      }
      // "a proposal from Acme to acquire"
      if let governor = item.governor, prose.isIn(.from, governor),
        (max(sentence.tokens.lowerBound, governor - 2)..<governor).contains(where: { prose.tokens[$0].has(.bid) })
      {
        return item
      }
      // "an agreement for Acme to buy"
      guard let governor = item.governor else { return item }
      return prose.isIn(.for, governor) ? item : nil
    }
    guard let governor = item.governor else { return prose.tokens[mark].has(.to) ? item : nil }
    return prose.tokens[mark].has(.of) && isDative(governor) ? item : nil
  }

  /// Who stands before token `end`, but for an adjective of nationality: "au groupe chinois de".
  func item(endingAt end: Int) -> Item? {
    var last = end > sentence.tokens.lowerBound && prose.tokens[end - 1].has(.nationality) ? end - 1 : end
    // "for Acme <ACM> to buy"
    if end > sentence.tokens.lowerBound, prose.tokens[end - 1].kind == .close {
      last = (max(sentence.tokens.lowerBound, end - 7)..<end).last { prose.tokens[$0].kind == .open } ?? end
    }
    return items.last { $0.tokens.upperBound == last || $0.tokens.upperBound == end }
  }

  func isDative(_ i: Int) -> Bool {
    prose.tokens[i].has(.to)
  }

  /// From whom the infinitive at token `i` takes: "propose à Acme de lui acheter".
  func robbed(_ i: Int) -> Item? {
    guard prose.language == .french, prose.tokens[i].has(.infinitive), i - 2 > sentence.tokens.lowerBound,
      prose.tokens[i - 1].has(.he), prose.tokens[i - 2].has(.of), let item = item(endingAt: i - 2),
      item.governor.map(isDative) ?? false
    else { return nil }
    return item
  }

  /// Whether `item` only says whose words the clause is: "The board, Acme alleges, sold it too cheaply".
  func isInserted(_ item: Item) -> Bool {
    let verb = item.tokens.upperBound
    guard item.tokens.lowerBound > sentence.tokens.lowerBound, verb + 1 < sentence.tokens.upperBound,
      prose.tokens[item.tokens.lowerBound - 1].kind == .comma, prose.tokens[verb].info.cue.isCue
    else { return false }
    return prose.tokens[verb + Int(prose.tokens[verb].phraseLength)].kind == .comma
  }

  /// Everybody who may be the subject of the word at token `i`: "Acme, allied with Belcor, and Norvane are in the race".
  func subjects(_ i: Int) -> [Int] {
    let (start, _, _) = clause(i)
    return items.filter {
      start <= $0.tokens.lowerBound && $0.tokens.upperBound <= i && $0.governor == nil && !$0.isPossessive
    }.map(\.entity)
  }

  /// Whether a preposition stands right before the pronoun at token `i`: "one of them".
  func isGoverned(_ i: Int) -> Bool {
    i > sentence.tokens.lowerBound
      && (prose.tokens[i - 1].traits.hasAny(.of | .to | .by) || prose.tokens[i - 1].has(.preposition))
      && !prose.tokens[i - 1].has(.subordinator)
  }

  func isPronoun(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    // "lui cède": to him.
    if prose.language == .french, token.has(.he), token.end - token.start == 3, i + 1 < sentence.tokens.upperBound,
      prose.isFinite(i + 1) || prose.tokens[i + 1].has(.infinitive)
    {
      return false
    }
    return token.traits.hasAny(.it | .they | .he | .we) && !token.has(.possessive) && !token.has(.determiner)
      && !(prose.language == .french && token.has(.adverb) && !token.has(.we))
  }

  /// English tells persons from things.
  func isHuman(_ pronoun: Int) -> Bool { prose.language == .english && prose.tokens[pronoun].has(.he) }

  /// A family is no "il".
  func agrees(_ pronoun: Int, _ item: Item) -> Bool {
    // "Ils étaient une douzaine": no company is "ils".
    if prose.language == .french, prose.tokens[pronoun].has(.they), !prose.tokens[pronoun].has(.one),
      cast.entities[item.entity].kind.isBusiness, !cast.entities[item.entity].isBody, item.named == item.entity,
      item.list < 0 || all(item).count < 2
    {
      return false
    }
    return prose.language == .english || !cast.entities[item.entity].isBody
      || !prose.isIn(.it, pronoun)
  }

  func fits(_ pronoun: Int, _ item: Item) -> Bool {
    agrees(pronoun, item)
      && (prose.language == .french || prose.tokens[pronoun].has(.they)
        || (cast.entities[item.entity].kind == .person) == isHuman(pronoun))
  }

  /// How many tokens a relative clause between commas has at most.
  private static let parenthesis = 24

  /// Where the relative clause begins that the comma at token `end` ends, behind another comma: "Acme, which owns Belcor,".
  private func parenthesis(endingAt end: Int) -> Int? {
    var hasVerb = false
    for i in stride(from: end - 1, to: max(sentence.tokens.lowerBound, end - Arguments.parenthesis), by: -1) {
      let token = prose.tokens[i]
      if token.kind == .semicolon || token.kind == .colon || token.isQuote { return nil }
      if token.has(.relative), prose.tokens[i - 1].kind == .comma { return hasVerb ? i : nil }
      if prose.isFinite(i) || token.traits.hasAny(.heading | .participle) { hasVerb = true }
    }
    return nil
  }

  /// Where the clause of the word at token `i` begins, and whom its relative pronoun stands for, or that it asks who.
  func clause(_ i: Int) -> (start: Int, antecedent: Item?, isAsked: Bool) {
    var hasSubject = false
    var j = i - 1
    while j >= sentence.tokens.lowerBound {
      let token = prose.tokens[j]
      if token.kind == .semicolon || token.kind == .colon { return (j + 1, nil, false) }
      // "Acme, which owns Belcor, agreed to": what the clause between commas says is passed over.
      if token.kind == .comma, !hasSubject, let start = parenthesis(endingAt: j) {
        j = start - 2
        continue
      }
      if !hasSubject {
        hasSubject =
          isPronoun(j) || items.contains { $0.tokens.contains(j) && $0.governor == nil && !$0.isPossessive }
      }
      // "Acme covets the brands, and Belcor has looked at the books": a clause of its own.
      if hasSubject, token.traits.hasAny(.and | .but), let before = items.last(where: { $0.tokens.upperBound <= j }),
        prose.hasFinite(before.tokens.upperBound..<j)
          || prose.tokens[j - 1].kind == .comma
            && prose.hasFinite(sentence.tokens.lowerBound..<before.tokens.lowerBound)
            && isListed(behind: j, with: before) == false,
        !(j + 1..<i).contains(where: { prose.tokens[$0].has(.relative) })
      {
        return (j + 1, nil, false)
      }
      // "Acme, qui dirigeait le groupe, cède ses parts": the clause ends at the comma.
      if token.has(.relative), hasSubject, isClosed(relative: j, before: i) {
        hasSubject = false
        j -= 1
        continue
      }
      // "Belcor, for which Acme offered"
      if token.has(.relative), hasSubject { return (j + 1, nil, false) }
      if token.has(.relative), !hasSubject, i - j <= 14 {
        let antecedent = items.last { $0.tokens.upperBound <= j && j - $0.tokens.upperBound <= 5 }
        if let antecedent,
          (antecedent.tokens.upperBound..<j).allSatisfy({ prose.tokens[$0].isPunctuation || prose.tokens[$0].isCapital }
          )
        {
          return (j + 1, antecedent, false)
        }
        // "who is buying us": nobody is named.
        return (j + 1, nil, true)
      }
      // "n'a recueilli que 31 %": "only".
      if token.has(.that), prose.language == .french,
        (max(sentence.tokens.lowerBound, j - 4)..<j).contains(where: { prose.tokens[$0].has(.ne) })
          && !(max(sentence.tokens.lowerBound, j - 4)..<j).contains(where: { prose.tokens[$0].has(.negation) })
          && !prose.tokens[j - 1].info.cue.isCue
      {
        j -= 1
        continue
      }
      let opens =
        token.has(.that) && prose.language == .english
        && (isPronoun(j + 1) || items.contains { $0.tokens.lowerBound == j + 1 })
        || token.has(.that) && !token.has(.determiner) || token.has(.that) && token.info.cue.isCue
        || token.has(.subordinator) || token.isQuote || token.info.cue.isCue && prose.isFinite(j) && j < i - 1
      if opens, hasSubject { return (j + 1, nil, false) }
      j -= 1
    }
    return (sentence.tokens.lowerBound, nil, false)
  }
}
