import Display
import Glibc
import Stories
import Terminal

/// Standard output and standard error.
enum Output {
  /// Writes `bytes` to standard output; the program ends if nobody takes them.
  static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(STDOUT_FILENO, buffer.baseAddress! + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno == EPIPE {
          // A pager that was quit. As a rule SIGPIPE has ended the program before; some parents let it be ignored.
          exit(ExitCode.success)
        } else if errno == EAGAIN {
          var wait = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          complain("standard output: \(String(cString: strerror(errno)))")
          exit(ExitCode.failure)
        }
      }
    }
  }

  /// Writes a story's text to standard output: as it is, but for a terminal so that nothing in it is a command.
  static func write(text bytes: [UInt8]) {
    guard isatty(STDOUT_FILENO) == 1 else { return write(bytes) }
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast(
      bytes.last == UInt8(ascii: "\n") ? 1 : 0)
    {
      let isReturned = line.last == UInt8(ascii: "\r")
      write(harmless(String(decoding: isReturned ? line.dropLast() : line, as: UTF8.self)) + "\n")
    }
  }

  /// Writes `text` to standard output.
  static func write(_ text: String) { write(Array(fitting(text, STDOUT_FILENO).utf8)) }

  /// `text` as what `file` is can show it: a terminal whose locale is not UTF-8 has ASCII only.
  private static func fitting(_ text: String, _ file: Int32) -> String {
    isatty(file) == 1 && ASCIIText.isNeeded ? ASCIIText.of(text) : text
  }

  /// Writes one line to standard error, made harmless for the terminal that may show it, and `hint` on a line below.
  static func complain(_ message: String, hint: String? = nil) {
    var line = "suitor: "
    for glyph in Glyphs(message) { line.append(glyph.character) }
    line += "\n" + (hint.map { $0 + "\n" } ?? "")
    let bytes = Array(fitting(line, STDERR_FILENO).utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  /// Writes whole lines of bytes to standard error.
  static func writeError(_ bytes: [UInt8]) { _ = Glibc.write(STDERR_FILENO, bytes, bytes.count) }

  /// The columns of the terminal that standard output is; `nil` if it is none or does not tell.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// What the program says when it ends.
enum ExitCode {
  /// All is well.
  static let success: Int32 = 0
  /// A story could not be read, or the program could not do its work.
  static let failure: Int32 = 1
  /// Wrong usage.
  static let usage: Int32 = 2
}
