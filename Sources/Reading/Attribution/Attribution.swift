import Stories

/// A claim that the text attributes to somebody, in tokens, before it is told who that is.
struct Attribution {
  /// The words that attribute, with their auxiliaries.
  var cue: Range<Int>
  /// What is attributed; a quotation interrupted by its incise has two parts.
  var content: [Range<Int>]
  /// The noun phrase or pronoun that the cue attaches to; `nil` if it has none of its own.
  var source: Range<Int>?
  var manner: Claim.Manner
  /// The index of its sentence.
  var sentence: Int
  /// Relays and origins beyond the source, nearest first, and the words around them: "citing CGTN".
  var origins: [Range<Int>] = []
  /// A source nearer than `source`: "quoted by Reuters".
  var relays: [Range<Int>] = []
  /// The words that name relays and origins, which no other claim holds.
  var attached: [Range<Int>] = []
  /// Whether the cue itself says no ("denied"), asks ("asked whether") or leaves open ("expects").
  var cueTraits: Traits

  /// What it rests on.
  var evidence = Evidence(.cue)
  /// The rule that read it so.
  var rule = Candidate.Rule.none

  /// Whether all of `range` lies in one of the contents.
  func holds(_ range: Range<Int>) -> Bool {
    content.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}
