import Stories

/// What a sentence owes to those before it: that it goes on with them, takes them back, or is told later.
extension StoryStage {
  /// Whether most paragraphs open with a time of day, "10.15 Farthing is out": then the latest of them tells how things stand.
  var isTicker: Bool {
    var paragraphs = 0
    var timed = 0
    var hours: (first: Int, last: Int)?
    for block in prose.blocks where block.kind == .paragraph || block.kind == .lede {
      paragraphs += 1
      let first = block.tokens.lowerBound
      guard first + 3 < block.tokens.upperBound, prose.tokens[first].kind == .number else { continue }
      // "10.15", "10:15", "10 h 15", "10h15"
      let next = prose.tokens[first + 1]
      let isClock =
        prose.bytes(first).count >= 3
        && prose.bytes(first).contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "h") }
      let isHour = next.end - next.start == 1 && prose.text[Int(next.start)] == UInt8(ascii: "h")
      guard isClock || isHour || next.kind == .colon else { continue }
      timed += 1
      var hour = 0
      for byte in prose.bytes(first).prefix(while: { $0 &- 0x30 < 10 }) { hour = min(10 * hour + Int(byte - 0x30), 99) }
      hours = (hours?.first ?? hour, hour)
    }
    // Many have the latest first; there what comes first counts most, as elsewhere.
    guard let hours, hours.first < hours.last else { return false }
    return timed >= 3 && timed * 2 > paragraphs
  }

  /// Whether a sentence says that the deal is to be completed yet: "Completion is subject to approval", "devrait être finalisée".
  func isStillOpen(_ range: Range<Int>) -> Bool {
    range.contains { i in
      let token = prose.tokens[i]
      guard token.info.stage == UInt8(Arguments.done), !token.insidePhrase, prose.quotation[i] < 0 else { return false }
      if token.traits.hasAny(.finite | .participle | .infinitive) { return isToCome(i, range) }
      // "Completion is subject to", "La clôture est attendue"
      return (i + 1..<min(i + 5, range.upperBound)).contains {
        prose.isIn(.conditional, $0) || prose.tokens[$0].has(.uncertain)
      }
    }
  }

  /// Whether a short sentence only takes back what the one before said, "It has not", "Il n'en est rien".
  func isDenial(_ sentence: Sentence) -> Bool {
    let range = sentence.tokens
    guard range.count > 2, range.count <= 8, opensWithPronoun(range), prose.tokens[range.upperBound - 1].kind == .stop
    else { return false }
    return prose.tokens[range.upperBound - 2].has(.negation)
  }

  /// Whether a sentence goes on with what the one before spoke of: "It fell apart in May", "Il n'aura pas lieu".
  func opensWithPronoun(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let token = prose.tokens[first]
    return token.traits.hasAny(.it | .they | .he) && !token.has(.possessive) && !token.has(.determiner)
  }

  /// Whether the verb at token `i` tells what had been before: "had rejected", "avait refusé".
  func isPluperfect(_ i: Int, _ range: Range<Int>) -> Bool {
    guard prose.tokens[i].has(.participle) else { return false }
    for j in stride(from: i - 1, through: max(range.lowerBound, i - 4), by: -1) {
      let token = prose.tokens[j]
      if token.isPunctuation { return false }
      if token.has(.have) { return prose.isIn(.had, token) }
    }
    return false
  }

  /// Whether the verb at token `i` stands in a relative clause that only says of whom the sentence speaks: "Belcor, which has
  /// fended off Acme since May, found".
  func isAside(_ i: Int, _ range: Range<Int>) -> Bool {
    for j in stride(from: i - 1, through: max(range.lowerBound + 1, i - 6), by: -1) {
      if prose.tokens[j].isPunctuation { return false }
      if prose.tokens[j].has(.relative) {
        // The clause ends with a comma, and the sentence goes on with a verb of its own.
        guard let end = (i..<range.upperBound).first(where: { prose.tokens[$0].kind == .comma }) else { return false }
        return prose.hasFinite(end..<min(range.upperBound, end + 5))
      }
    }
    return false
  }

  /// Whether the narrator tells what he wrote before, which a correction takes back: "We wrote that Acme had bought Belcor".
  func isTakenBack(_ range: Range<Int>) -> Bool {
    range.contains { i in
      prose.tokens[i].has(.we) && prose.quotation[i] < 0
        && (i + 1..<min(i + 4, range.upperBound)).contains { prose.isIn(.wrote, $0) }
    }
  }

  /// Whether a court, regulator or government acts by the verb at token `i`.
  func isOffice(before i: Int, _ range: Range<Int>) -> Bool {
    for j in stride(from: i - 1, through: max(range.lowerBound, i - 8), by: -1) {
      let token = prose.tokens[j]
      if token.kind == .comma || token.kind == .semicolon || token.traits.hasAny(.relative | .that) { return false }
      if token.traits.hasAny(.regulator | .oversight), token.traits.isDisjoint(with: Traits(.board)) { return true }
    }
    return false
  }

  /// Whether what is refused by the verb at token `i` is the deal, rather than a plea: "rejected the merger".
  func refusesDeal(_ i: Int, _ range: Range<Int>) -> Bool {
    let next = i + Int(prose.tokens[i].phraseLength)
    for j in next..<max(next, min(next + 5, range.upperBound)) {
      let token = prose.tokens[j]
      if token.traits.hasAny(.to | .challenge) || token.has(.bid) { return false }
      if token.has(.deal) { return true }
    }
    return false
  }

  /// Whether what is looked at by the verb before token `start` is offers: a court or a seller does so before anything is agreed.
  func looksAtOffers(_ start: Int, _ range: Range<Int>) -> Bool {
    (start..<max(start, min(start + 5, range.upperBound))).contains {
      prose.tokens[$0].shape.contains(.plural)
        && (prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) || prose.tokens[$0].has(.dossier))
    }
  }
}
