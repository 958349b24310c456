import Glibc
import Reading
import Stories

/// The screen that everything is measured on.
enum Screen {
  static let columns = 120
  static let rows = 36
  /// All that a program gets to know of this machine, so that nobody's settings slow it down or speed it up.
  static let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "LESSHISTFILE=-"]

  /// Starts a program on the screen, which may have left and right margins.
  static func start(_ command: [String], hasMargins: Bool = false) -> PseudoTerminal? {
    PseudoTerminal(command, columns: columns, rows: rows, environment: environment, hasMargins: hasMargins)
  }
}

/// How long two programs take to their first complete frame, in seconds: many runs, by turns.
func firstFrames(_ one: [String], _ other: [String], runs: Int) -> (one: [Double], other: [Double])? {
  var times: (one: [Double], other: [Double]) = ([], [])
  // The first run of each fetches the program from the disk; it does not count.
  for run in 0...runs {
    guard let first = Screen.start(one)?.firstFrame(), let second = Screen.start(other)?.firstFrame() else {
      return nil
    }
    if first.bytes == 0 || second.bytes == 0 { return nil }
    if run == 0 { continue }
    times.one.append(first.seconds)
    times.other.append(second.seconds)
  }
  return times
}

/// How fast stories are read, from bytes to model, in megabytes (10^6 bytes) a second of this thread: the best of `runs`.
func readingSpeed(_ stories: [[UInt8]], with reader: StoryReader, runs: Int) -> Double {
  let size = stories.reduce(0) { $0 + $1.count }
  var best = 0.0
  for _ in 0..<runs {
    let start = Clock.worked
    var read = 0
    for story in stories where (try? reader.read(story, name: "")) != nil { read += story.count }
    let seconds = Clock.worked - start
    // What is no story would be read fast.
    if read * 10 > size * 9, seconds > 0 { best = max(best, Double(read) / seconds / 1e6) }
  }
  return best
}
