/// The forms of English verbs and nouns, made from the form that a dictionary lists.
enum EnglishForms {
  /// Verbs of more than one syllable that double their last letter, as the last one is stressed; others do not.
  private static let doubling: [[UInt8]] = [
    [UInt8]("admit"), [UInt8]("concur"), [UInt8]("permit"), [UInt8]("prefer"), [UInt8]("refer"), [UInt8]("submit"),
    [UInt8]("commit"), [UInt8]("transfer"), [UInt8]("control"), [UInt8]("defer"), [UInt8]("confer"), [UInt8]("deter"),
    [UInt8]("incur"), [UInt8]("occur"), [UInt8]("regret"), [UInt8]("omit"), [UInt8]("allot"), [UInt8]("acquit"),
    [UInt8]("equip"), [UInt8]("compel"), [UInt8]("expel"), [UInt8]("repel"), [UInt8]("propel"), [UInt8]("dispel"),
  ]

  /// Writes all forms of `lemma`; `past` holds the irregular past and, if it differs, the irregular participle.
  static func verb(_ lemma: [UInt8], past: [[UInt8]], _ writer: inout FormWriter) {
    writer.write(lemma, .finite | .infinitive, .base)
    writer.write(sForm(lemma), Traits(.finite), .s)
    writer.write(ingForm(lemma), Traits(.gerund), .ing)
    switch past.count {
    case 0:
      writer.write(edForm(lemma), .finite | .participle, .ed)
      // "cancelled" and "canceled"
      if endsInUnstressedL(lemma) {
        writer.write(lemma + [UInt8]("led"), .finite | .participle, .ed)
        writer.write(lemma + [UInt8]("ling"), Traits(.gerund), .ing)
      }
    case 1: writer.write(past[0], .finite | .participle, .ed)
    default:
      writer.write(past[0], Traits(.finite), .ed)
      writer.write(past[1], Traits(.participle), .ed)
    }
  }

  /// Writes `lemma` and its plural.
  static func noun(_ lemma: [UInt8], _ writer: inout FormWriter) {
    writer.write(lemma, [], .base)
    writer.write(sForm(lemma), [], .base)
  }

  private static func sForm(_ lemma: [UInt8]) -> [UInt8] {
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + [UInt8]("ies") }
    let last = lemma.last ?? 0
    let hisses =
      last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z") || last == UInt8(ascii: "o")
    let isSibilant = hisses || lemma.ends([UInt8]("ch")) || lemma.ends([UInt8]("sh"))
    return lemma + (isSibilant ? [UInt8]("es") : [UInt8]("s"))
  }

  private static func edForm(_ lemma: [UInt8]) -> [UInt8] {
    if lemma.last == UInt8(ascii: "e") { return lemma + [UInt8]("d") }
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + [UInt8]("ied") }
    return doubled(lemma) + [UInt8]("ed")
  }

  private static func ingForm(_ lemma: [UInt8]) -> [UInt8] {
    if lemma.ends([UInt8]("ie")) { return lemma.dropLast(2) + [UInt8]("ying") }
    if lemma.last == UInt8(ascii: "e"), !lemma.ends([UInt8]("ee")), lemma.count > 2 {
      return lemma.dropLast() + [UInt8]("ing")
    }
    return doubled(lemma) + [UInt8]("ing")
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private static func endsInConsonantAndY(_ lemma: [UInt8]) -> Bool {
    lemma.count > 1 && lemma.last == UInt8(ascii: "y") && !isVowel(lemma[lemma.count - 2])
  }

  /// Whether British English doubles the last letter and American English does not: "cancel", "signal".
  private static func endsInUnstressedL(_ lemma: [UInt8]) -> Bool {
    let count = lemma.count
    return count > 4 && lemma[count - 1] == UInt8(ascii: "l") && isVowel(lemma[count - 2]) && !isVowel(lemma[count - 3])
      && lemma.dropLast(2).contains(where: isVowel) && !doubling.contains(lemma)
  }

  /// `lemma` with its last letter twice if a short stressed vowel stands before it.
  private static func doubled(_ lemma: [UInt8]) -> [UInt8] {
    let count = lemma.count
    guard count >= 3, !isVowel(lemma[count - 1]), ![UInt8]("wxy").contains(lemma[count - 1]) else { return lemma }
    let isClosed = isVowel(lemma[count - 2]) && !isVowel(lemma[count - 3])
    // Of one syllable: "scrap", but not "cancel".
    let isShort = !lemma.dropLast(2).contains(where: isVowel)
    return isClosed && (isShort || doubling.contains(lemma)) ? lemma + [lemma[count - 1]] : lemma
  }

  /// The form of a regular verb that `word`, in lower case, is by its ending.
  static func form(of word: ArraySlice<UInt8>) -> CueEntry.Form {
    if word.count > 4, Array(word).ends([UInt8]("ing")) { return .ing }
    if Array(word).ends([UInt8]("ed")) { return .ed }
    return word.last == UInt8(ascii: "s") && word.count > 3 ? .s : .base
  }

  private static let endings: [StaticString] = ["ing", "ied", "ies", "ed", "es", "s", "e"]

  /// Where the stem of the word in the bytes of `range` ends, that which the forms of a verb have in common: before the
  /// ending, and before the second of two last letters.
  static func stemEnd(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard let final = range.last.map({ text[$0] | 0x20 }) else { return range.upperBound }
    for ending in endings {
      let count = ending.utf8CodeUnitCount
      // Most have another letter at the end.
      guard ending.utf8Start[count - 1] == final, range.count - count >= 3 else { continue }
      var end = range.upperBound - count
      guard (0..<count).allSatisfy({ text[end + $0] | 0x20 == ending.utf8Start[$0] }) else { continue }
      let last = text[end - 1] | 0x20
      if end - range.lowerBound >= 4, text[end - 2] | 0x20 == last, ![UInt8]("lsz").contains(last) { end -= 1 }
      return end
    }
    return range.upperBound
  }
}
