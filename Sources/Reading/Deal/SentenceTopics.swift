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
    func topic(_ item: Item) -> Item {
      var topic = item
      topic.list = -1
      return topic
    }
    let businesses = items.lazy.filter { self.cast.entities[$0.entity].kind.isBusiness }
    next.single = businesses.first.flatMap { first in
      businesses.allSatisfy { $0.entity == first.entity } ? topic(first) : nil
    }
    let free = items.lazy.filter { $0.governor == nil && !$0.isPossessive }
    if let first = free.first {
      next.isPerson = cast.entities[first.named].kind == .person
      if !next.isPerson { next.business = topic(first) }
    }
    // "Acme chief executive Ann Roe told reporters": she is told of too.
    if let person = free.first(where: { cast.entities[$0.named].kind == .person }) { next.person = topic(person) }
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
