import Display
import Stories
import Testing

@testable import Reader

/// A reader on the invented stories after some keys were pressed.
func reader(
  _ width: Int, _ height: Int, _ language: Language = .english, library: Library = Stories.library,
  keys: [Key] = [], plain: Bool = false, tutor: Bool = false
) -> ReaderState {
  var state = ReaderState(
    library: library, size: Size(width: width, height: height), language: language, plain: plain,
    tutor: tutor)
  for key in keys { _ = state.update(.key(key)) }
  return state
}

/// The keys that type `text`.
func typed(_ text: String) -> [Key] { text.map { .character($0) } }

/// Holds `state`'s picture to `expected` and shows the lines that differ.
func expectPicture(
  _ state: ReaderState, _ expected: String, _ location: SourceLocation = #_sourceLocation
) {
  let frame = state.draw()
  let drawn = frame.picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if drawn == wanted { return }
  var report = "the picture differs (- expected, + drawn):\n"
  for row in 0..<max(drawn.count, wanted.count) {
    let (old, new) = (row < wanted.count ? wanted[row] : nil, row < drawn.count ? drawn[row] : nil)
    if old == new { continue }
    if let old { report += "\(row)\t- \(old)\n" }
    if let new { report += "\(row)\t+ \(new)\n" }
  }
  report += "the whole picture:\n" + frame.picture
  Issue.record(Comment(rawValue: report), sourceLocation: location)
}

extension [ReaderEffect] {
  /// What was asked for besides remembering that a story has been read.
  var asked: [ReaderEffect] { filter { if case .setRead = $0 { false } else { true } } }
}
