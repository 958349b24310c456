/// Whom a sentence leaves for the pronouns and nouns of the next.
extension Arguments {
  /// Whom a pronoun that opens the sentence stands for: the subject of one before, a person or a business.
  struct Topics {
    var person: Item?
    var business: Item?
    /// Whether the sentence before was about the person, or about somebody who is only described: "The owner".
    var isPerson = false
    var isUnknown = false
    /// The only business that the sentence before names.
    var single: Item?
  }

  /// What the sentence leaves for the pronouns of the next.
  var nextTopics: Topics {
    var next = topics
    next.isPerson = false
    next.isUnknown = isAboutUnnamed
    next.single = nil
    func topic(_ k: Int) -> Item {
      var topic = items[k]
      topic.list = -1
      return topic
    }
    // The place of the first business, of the first of all that nothing governs, and of the first person among these.
    var business, free, person: Int?
    var isSingle = true
    for k in items.indices {
      if cast.entities[items[k].entity].kind.isBusiness {
        if let business, items[business].entity != items[k].entity { isSingle = false }
        business = business ?? k
      }
      guard items[k].governor == nil, !items[k].isPossessive else { continue }
      free = free ?? k
      if person == nil, cast.entities[items[k].named].kind == .person { person = k }
    }
    if let business, isSingle { next.single = topic(business) }
    if let free {
      next.isPerson = free == person
      if !next.isPerson { next.business = topic(free) }
    }
    // "Acme chief executive Ann Roe told reporters": she is told of too.
    if let person { next.person = topic(person) }
    return next
  }

  /// Whether the sentence is about somebody whom only a title or a part in the deal tells: "La propriétaire cherche".
  private var isAboutUnnamed: Bool {
    guard let noun = prose.openingNoun(of: sentence.tokens), prose.tokens[noun].traits.hasAny(.title | .own),
      items.first.map({ $0.tokens.lowerBound > noun + 2 }) ?? true
    else { return false }
    let next = noun + Int(prose.tokens[noun].phraseLength)
    guard next < sentence.tokens.upperBound else { return false }
    return !prose.tokens[next].has(.of) && prose.tokens[next].kind != .comma
  }
}
