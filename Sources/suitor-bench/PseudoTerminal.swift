import Glibc

/// A program that runs in a terminal of which this side is the screen and the keyboard.
final class PseudoTerminal {
  private let master: Int32
  private let child: pid_t
  private let start: Double
  /// Whether the terminal has left and right margins, and says so when it is asked.
  private let hasMargins: Bool

  /// What a program wrote until it fell silent.
  struct Answer {
    /// How many bytes.
    var bytes = 0
    /// When the last of them came, in seconds since the program was started or the key was sent.
    var seconds = 0.0
  }

  /// Starts `command`, whose first word is a path, in a terminal of `columns` by `rows`.
  init?(_ command: [String], columns: Int, rows: Int, environment: [String], hasMargins: Bool) {
    self.hasMargins = hasMargins
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    let words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for string in words + settings { free(string) } }
    var master: Int32 = -1
    start = Clock.now
    // Between fork and exec the child only makes system calls, since other threads' locks may be held for ever in it.
    let child = words.withUnsafeBufferPointer { words in
      settings.withUnsafeBufferPointer { settings in
        let child = forkpty(&master, nil, nil, &size)
        if child == 0 {
          execve(words[0]!, words.baseAddress!, settings.baseAddress!)
          _exit(127)
        }
        return child
      }
    }
    guard child > 0 else { return nil }
    self.master = master
    self.child = child
  }

  deinit {
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    close(master)
  }

  /// The answer to the start: over when nothing came for `quiet` seconds.
  func firstFrame(quiet: Double = 0.08) -> Answer { settle(since: start, patience: 5, quiet: quiet) }

  /// The answer to `keys`.
  func answer(to keys: String, quiet: Double = 0.03) -> Answer {
    let sent = Clock.now
    _ = keys.withCString { write(master, $0, strlen($0)) }
    return settle(since: sent, patience: 0.3, quiet: quiet)
  }

  /// The most memory that the program has had, in bytes; `nil` once it has ended.
  ///
  /// What the kernel says of a child that has ended would also count this program, which it was before it was itself.
  var peakMemory: Int? {
    for line in lines(of: "status") {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.first == "VmHWM:", words.count > 1, let kilobytes = Int(words[1]) { return kilobytes << 10 }
    }
    return nil
  }

  /// The files that the program has mapped into its memory, each once, with how much of it is there, in bytes.
  var mappedFiles: [String: Int] {
    var files: [String: Int] = [:]
    var file: String?
    for line in lines(of: "smaps") {
      let words = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      if words.first?.contains("-") ?? false {
        let name = words.count > 5 ? words[5].drop { $0 == " " } : ""
        file = name.first == "/" ? String(name) : nil
      } else if let file, words.first == "Rss:", words.count > 1, let kilobytes = Int(words[1]) {
        files[file, default: 0] += kilobytes << 10
      }
    }
    return files
  }

  /// What the kernel says of the program in the file that it calls `name`; nothing once it has ended.
  private func lines(of name: String) -> [String] {
    (Files.read("/proc/\(child)/\(name)") ?? []).split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// When the first frame was there, in seconds since the start; `nil` if none came.
  ///
  /// A frame leaves in one write, and what comes before it is short: the frame is there with the first kilobyte.
  func firstWrite() -> Double? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var bytes = 0
    while bytes < 1024 {
      var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 5000) > 0 else { return nil }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return nil }
      bytes += count
    }
    return Clock.now - start
  }

  /// When it last wrote before it fell silent for a second, in seconds since the start.
  var secondsUntilQuiet: Double? {
    let answer = settle(since: start, patience: 5, quiet: 1)
    return answer.bytes > 0 ? answer.seconds : nil
  }

  /// The time that processors have worked for the program, in seconds; `nil` once it has ended.
  var worked: Double? {
    guard let file = fopen("/proc/\(child)/stat", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    // The name of the program, in brackets, may hold anything.
    let words = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    guard words.count > 13, let own = Double(words[12]), let system = Double(words[13]) else { return nil }
    return (own + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private func settle(since start: Double, patience: Double, quiet: Double) -> Answer {
    var answer = Answer()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let seconds = answer.bytes == 0 ? patience : quiet
      guard poll(&wait, 1, Int32(seconds * 1000)) > 0 else { return answer }
      let count = read(master, &buffer, buffer.count)
      // An error is how Linux says that the program has ended.
      guard count > 0 else { return answer }
      answer.bytes += count
      answer.seconds = Clock.now - start
      if hasMargins { reply(to: buffer[..<count]) }
    }
  }

  /// Answers what an xterm is asked: what kind it is (DA1), and whether it has margins (DECRQM 69).
  private func reply(to bytes: ArraySlice<UInt8>) {
    let answers = [("\u{1B}[?69$p", "\u{1B}[?69;2$y"), ("\u{1B}[c", "\u{1B}[?64;1;2;6;9;15;18;21;22c")]
    for (question, answer) in answers where bytes.firstRange(of: Array(question.utf8)) != nil {
      _ = answer.withCString { write(master, $0, strlen($0)) }
    }
  }
}

/// Clocks, in seconds.
enum Clock {
  /// The time that passes.
  static var now: Double { read(CLOCK_MONOTONIC) }
  /// The time that this thread has had a processor: another program's work does not count.
  static var worked: Double { read(CLOCK_THREAD_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
