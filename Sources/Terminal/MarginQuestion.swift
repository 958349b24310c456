/// Asks the terminal whether it has left and right margins (DECLRMM, mode 69), which descriptions promise of many that
/// have none.
///
/// What kind of terminal it is (DA1) all can say that pose as an xterm. Those that say they are a VT220 or what came after
/// it are then asked for the mode itself (DECRQM): there are simpler ones that answer that with a letter on the screen.
struct MarginQuestion {
  private enum Stage { case notAsked, forKind, forMode, answered }

  private var stage = Stage.notAsked
  /// Whether the terminal has said that it has margins.
  private(set) var hasMargins = false

  /// What the terminal answers.
  enum Answer: Hashable {
    /// DA1: what it is; 1 for a VT100, from 61 on the level of a VT220 and what came after it.
    case kind(Int)
    /// DECRPM: a private mode, and 1 or 2 if it is set or not and can be changed.
    case mode(Int, setting: Int)
  }

  /// Whether the terminal still owes an answer.
  var isOpen: Bool { stage == .forKind || stage == .forMode }

  /// The question, once.
  mutating func ask() -> [UInt8] {
    guard stage == .notAsked else { return [] }
    stage = .forKind
    return Self.kind
  }

  /// Takes in an answer; returns the next question.
  mutating func take(_ answer: Answer) -> [UInt8] {
    switch (stage, answer) {
    case (.forKind, .kind(let level)):
      stage = level > 60 ? .forMode : .answered
      // The kind once more, so that there is an answer too if there is none for the mode.
      return level > 60 ? Array("\u{1B}[?69$p".utf8) + Self.kind : []
    case (.forMode, .kind): stage = .answered
    case (.forMode, .mode(69, let setting)): hasMargins = 1...2 ~= setting
    default: break
    }
    return []
  }

  /// Asks nothing more, whatever comes.
  mutating func end() {
    if stage == .forKind { stage = .forMode }
  }

  private static let kind = Array("\u{1B}[c".utf8)
}
