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
  } else if let times = firstFrames([arguments.suitor, path], [less, path], runs: runs) {
    report.note("first frame of suitor", decimal(times.one * 1000) + " ms")
    report.note("first frame of less", decimal(times.other * 1000) + " ms")
    report.atMost(2, "first frame, times that of less", times.one / times.other, digits: 2, unit: "")
  } else {
    report.atMost(2, "first frame, times that of less", .nan, digits: 2, unit: "")
  }

  if let terminal = Screen.start([arguments.suitor, path]) {
    _ = terminal.firstFrame()
    let down = KeyCost("j", times: 40, in: terminal)
    report.note("one j in the article, mean", decimal(down.mean, 0) + " bytes")
    report.atMost(250, "one j in the article, most", down.most, digits: 0, unit: " bytes")
    _ = terminal.answer(to: "g")
    let next = KeyCost("]", times: max(1, story.claims.count - 1), in: terminal)
    report.note("one ] over \(story.claims.count) claims, mean", decimal(next.mean, 0) + " bytes")
    report.atMost(1200, "one ] over \(story.claims.count) claims, most", next.most, digits: 0, unit: " bytes")
    let peak = terminal.peakMemory.map { Double($0) / 1e6 } ?? .nan
    report.atMost(30, "peak memory", peak, digits: 1, unit: " MB")
  }

  var corpus = arguments.corpus.map(Files.stories) ?? Files.builtInStories.compactMap(Files.builtIn)
  // Enough for the clock.
  let once = corpus
  while !once.isEmpty, corpus.reduce(0, { $0 + $1.count }) < 1_000_000 { corpus += once }
  let speed = readingSpeed(corpus, with: reader, runs: 3)
  report.note("read for speed", "\(corpus.count) stories")
  report.atLeast(8, "reading, bytes to model", speed, digits: 1, unit: " MB/s")
  return report.isGood
}
