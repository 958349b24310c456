import Glibc

/// How long a folder of many stories takes, and how much memory: what is measured of each size.
struct Scale {
  /// The number of stories.
  var count: Int
  /// The first frame, in seconds: the least of several.
  var firstFrame: Double
  /// That of a single story, by turns with it.
  var single: Double
  /// Until all stories were read, in seconds.
  var seconds: Double
  /// The time that processors worked for that, in seconds.
  var worked: Double
  /// The most memory, in bytes.
  var peak: Int

  /// What a folder's first frame may take, times that of a single story.
  static let firstFrameLimit = 1.5

  /// Measures `suitor` on a folder of `count` stories; `nil` if that cannot be done.
  ///
  /// The folder gets stories made of `stories`, under names of their own, and goes again.
  init?(_ suitor: String, count: Int, of stories: [[UInt8]], runs: Int) {
    guard let folder = Files.temporaryFolder() else { return nil }
    defer { Files.remove(folder) }
    for number in 0..<count {
      let digits = String(number)
      let name = "\(folder)/story-" + String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits + ".txt"
      guard Files.write(Self.story(number, of: stories), to: name) else { return nil }
    }
    self.count = count
    var frames: (folder: [Double], single: [Double]) = ([], [])
    let single = "\(folder)/story-0000000.txt"
    for run in 0...runs {
      guard let one = Screen.start([suitor, single])?.firstWrite(),
        let many = Screen.start([suitor, folder])?.firstWrite()
      else { return nil }
      // The first run of each fetches the program and the folder from the disk.
      if run == 0 { continue }
      frames.single.append(one)
      frames.folder.append(many)
    }
    guard let least = frames.folder.min(), let other = frames.single.min(),
      let terminal = Screen.start([suitor, folder]), let end = terminal.secondsUntilQuiet,
      let peak = terminal.peakMemory, let worked = terminal.worked
    else { return nil }
    (firstFrame, self.single, seconds, self.worked, self.peak) = (least, other, end, worked, peak)
  }
}

extension Scale {
  /// One of as many different stories as are wanted: the first half of one and the second half of another.
  ///
  /// The first of them are the stories themselves. Whole stories that come again would be shown as copies, for once.
  private static func story(_ number: Int, of stories: [[UInt8]]) -> [UInt8] {
    let (round, index) = number.quotientAndRemainder(dividingBy: stories.count)
    let first = stories[index]
    if round == 0 { return first }
    let second = stories[(index + round) % stories.count]
    let middle = { (story: [UInt8]) in
      story[(story.count / 2)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? story.count
    }
    return Array(first[..<middle(first)] + second[middle(second)...])
  }
}

/// Measures folders of several sizes and prints a row for each.
func measureScale(_ suitor: String, of stories: [[UInt8]], upTo largest: Int, into report: inout Report) {
  print("")
  let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
  report.note("folders of many stories, read on", "\(processors) processors")
  var all: [Scale] = []
  for count in [1095, 1000, 10_000, 100_000] where count <= max(1095, largest) {
    guard let scale = Scale(suitor, count: count, of: stories, runs: 15) else {
      report.atMost(0, "\(count) stories", .nan, digits: 0, unit: "")
      continue
    }
    let name = "\(count) stories"
    let first = scale.firstFrame * 1000
    report.note(
      "\(name), first frame and that of a single story", "\(decimal(first)) / \(decimal(scale.single * 1000)) ms")
    report.atMost(
      Scale.firstFrameLimit, "\(name), first frame, times a single story's", scale.firstFrame / scale.single, digits: 2,
      unit: "")
    let (seconds, memory): (Double, Double) = count < 10_000 ? (1, 60) : count < 100_000 ? (3, 150) : (30, 1500)
    report.atMost(seconds, "\(name), until all are read", scale.seconds, digits: 2, unit: " s")
    report.note("\(name), processors at work", decimal(scale.worked, 2) + " s")
    report.atMost(memory, "\(name), peak memory", Double(scale.peak) / 1e6, digits: 1, unit: " MB")
    if count != 1095 { all.append(scale) }
  }
  for (small, large) in zip(all, all.dropFirst()) {
    let growth = (large.worked / Double(large.count)) / (small.worked / Double(small.count))
    report.atMost(
      1.5, "work a story, \(large.count) times \(small.count)", growth, digits: 2, unit: "")
  }
}
