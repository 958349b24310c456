import Display
import Glibc
import Reading
import Stories

/// Measures and prints everything, with `story` at `path` as the one that is opened; returns whether all limits are kept.
func measure(_ arguments: Arguments, _ story: Story, at path: String, with reader: StoryReader) -> Bool {
  var report = Report()
  let runs = 31
  let less = "/usr/bin/less"
  if access(less, X_OK) != 0 {
    report.note("first frame against less", "skipped: \(less) is not installed")
  } else if let installed = InstalledCopy(of: arguments.suitor),
    let times = firstFrames([installed.path, path], [less, path], runs: runs)
  {
    for (name, values) in [("suitor", times.one), ("less", times.other)] {
      let least = decimal((values.min() ?? .nan) * 1000)
      report.note("first frame of \(name), least and median", least + " / " + decimal(median(values) * 1000) + " ms")
    }
    // Other programs on the machine only ever add to the time, and more to the longer one.
    let least = (times.one.min() ?? .nan) / (times.other.min() ?? .nan)
    report.note("first frame, times that of less, by the least", decimal(least, 2))
    let middle = median(times.one) / median(times.other)
    report.atMost(2, "first frame, times that of less, by the median", middle, digits: 2, unit: "")
  } else {
    report.atMost(2, "first frame, times that of less", .nan, digits: 2, unit: "")
  }

  for (hasMargins, words) in [(true, "with margins"), (false, "without margins")] {
    guard let terminal = Screen.start([arguments.suitor, path], hasMargins: hasMargins) else { continue }
    _ = terminal.firstFrame()
    let movable = hasMargins ? Movable.parts : .rows
    let down = KeyCost("j", times: 400, of: story, in: terminal, movable: movable)
    report.bytes("one j in the article, \(words)", down, limit: 250)
    let claims = story.claims.count
    let next = KeyCost("]", times: max(1, claims), of: story, in: terminal, movable: movable)
    report.bytes("one ] over \(claims) claims, \(words)", next, limit: 1200)
    let peak = terminal.peakMemory.map { Double($0) / 1e6 } ?? .nan
    if !hasMargins { report.atMost(30, "peak memory", peak, digits: 1, unit: " MB") }
  }

  var corpus = arguments.corpus.map(Files.stories) ?? Files.builtInStories.compactMap(Files.builtIn)
  // Enough for the clock.
  let once = corpus
  while !once.isEmpty, corpus.reduce(0, { $0 + $1.count }) < 1_000_000 { corpus += once }
  let speed = readingSpeed(corpus, with: reader, runs: 11)
  report.note("read for speed", "\(corpus.count) stories")
  report.atLeast(8, "reading, bytes to model", speed, digits: 1, unit: " MB/s")
  report.detour(documentDetour(once, with: reader, runs: 15))
  report.opening(OpeningCost(arguments.suitor, story), of: arguments.suitor)
  let stories = once.compactMap { try? reader.read($0, name: "story.txt") }
  if !stories.isEmpty {
    for (count, limit) in [(1095, 16.0), (100_000, 100.0)] {
      report.search(SearchCost(stories, count: count), count: count, limit: limit)
    }
  }
  if arguments.largest > 0 { measureScale(arguments.suitor, of: once, upTo: arguments.largest, into: &report) }
  return report.isGood
}
