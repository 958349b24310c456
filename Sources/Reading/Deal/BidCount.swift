/// How many a text says that bid.
struct BidCount {
  let prose: Prose

  /// How many bids or bidders the text says that there are: "three offers", "deux candidats".
  var announced: Int? {
    let words =
      prose.language == .french ? ["deux", "trois", "quatre", "cinq", "six"] : ["two", "three", "four", "five", "six"]
    var most: Int?
    for i in prose.tokens.indices where prose.tokens[i].isWord {
      guard prose.tokens[i].traits.hasAny(.suitor | .bid), prose.tokens[i].has(.suitor) || prose.tokens[i].has(.deal),
        prose.tokens[i + Int(prose.tokens[i].phraseLength) - 1].shape.contains(.plural)
      else { continue }
      for j in max(0, i - 2)..<i {
        if let number = words.firstIndex(where: { prose.isWord($0, j) }) {
          most = max(most ?? 0, number + 2)
        }
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
    tokens[i].has(.partner) || tokens[i].has(.body) && !tokens[i].isCapital || isWord("venture", i)
      || isWord("jointly", i)
      || isWord("joining", i)
  }

  /// Whether token `i` is the ASCII word `word`, whether or not with capitals.
  func isWord(_ word: String, _ i: Int) -> Bool {
    // By hand: the types of a comparison that is put together cost the first story more than all its words.
    var range = range(i)
    guard range.count == word.utf8.count else { return false }
    for letter in word.utf8 where text[range.removeFirst()] | 0x20 != letter { return false }
    return true
  }
}
