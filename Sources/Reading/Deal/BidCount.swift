/// How many a text says that bid.
struct BidCount {
  let prose: Prose

  /// How many bids or bidders the text says that there are: "three offers", "deux candidats".
  var announced: Int? {
    var most: Int?
    for i in prose.tokens.indices where prose.tokens[i].traits.hasAny(.suitor | .bid) {
      guard prose.tokens[i].isWord, prose.tokens[i].has(.suitor) || prose.tokens[i].has(.deal),
        prose.tokens[i + Int(prose.tokens[i].phraseLength) - 1].shape.contains(.plural)
      else { continue }
      for j in max(0, i - 2)..<i {
        // "One bidder" counts nobody else; of more than six a story does not tell all.
        if let number = prose.wordedNumber(j), (2...6).contains(number) { most = max(most ?? 0, number) }
      }
    }
    return most
  }

  /// The words by which the text speaks of several bidders, with or without a number.
  var several: [Int] {
    prose.tokens.indices.filter { i in
      prose.tokens[i].has(.suitor) && prose.tokens[i].shape.contains(.plural) && !prose.tokens[i].has(.sell)
    }
  }
}

extension Prose {
  /// Whether the word at token `i` is for those who act together: "venture", "consortium".
  func isPartnership(_ i: Int) -> Bool {
    tokens[i].has(.partner) || tokens[i].has(.body) && !tokens[i].isCapital || isIn(.joining, i)
  }
}
