import Stories

/// What the lexicons say of one word or phrase.
///
/// An image holds it as it lies in memory: 32 bytes, of which the last four, and three before `name`, are filling.
struct WordInfo: Sendable, BitwiseCopyable {
  var traits = Traits()
  var cue = CueEntry.none
  /// The stage that the word puts a deal at, as an index in `Stage.allCases` plus 1; 0 for none.
  var stage: UInt8 = 0
  /// January is 1; 0 for no month.
  var month: UInt8 = 0
  /// The class of a function word as a number, as images keep it; 0 for none, since no word has the first class.
  private var classCode: UInt8 = 0
  /// The index of the name in the list of names that these words are, or -1.
  var name: Int32 = -1

  /// The class of a function word, as the lexicon of classes gives it; `nil` for a word that has none there.
  var wordClass: WordClass? {
    get { classCode == 0 ? nil : WordClass(rawValue: classCode) }
    set { classCode = newValue?.rawValue ?? 0 }
  }

  /// Whether nothing is said, as of a word that only stands in phrases.
  var isEmpty: Bool { traits.isEmpty && !cue.isCue && stage == 0 && month == 0 && name < 0 }

  /// Adds what `other` says; of two cues the stronger stays.
  mutating func merge(_ other: WordInfo) {
    traits.formUnion(other.traits)
    if other.cue.isCue, !cue.isCue || other.cue.strength > cue.strength { cue = other.cue }
    if other.stage != 0 { stage = other.stage }
    if other.month != 0 { month = other.month }
    if other.classCode != 0 { classCode = other.classCode }
    if other.name >= 0 { name = other.name }
  }
}
