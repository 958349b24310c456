import Stories

/// What the text attributes in ways that leave nothing to choose: turns, quoted speakers, the sources of headlines.
enum UnchosenAttributions {
  /// These attributions, by the place of their content.
  static func find(_ text: ClassedProse, _ bytes: UnsafeBufferPointer<UInt8>) -> [Attribution] {
    (HeadlineSources(text).find() + Turns(text: text, bytes: bytes).find() + QuotedSpeakers(text).find())
      .sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
  }

  /// The tokens that `attribution` takes, in which no other cue is looked for: its cue, where that stands before, and its content.
  static func tokens(of attribution: Attribution) -> Range<Int> {
    let content = attribution.content[0]
    return min(attribution.cue.lowerBound, content.lowerBound)..<content.upperBound
  }
}
