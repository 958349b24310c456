import Glibc

/// The terminal as files: what is read, what is written, and the modes as they were found.
final class TerminalDevice {
  /// Where keys come from.
  let input: CInt
  /// Where the screen is.
  let output: CInt
  /// The modes that `restore()` brings back.
  let modes: termios

  /// Opens the terminal that `output` is, and the one that `input` is or else the one that controls the process.
  init(input: CInt, output: CInt) throws(TerminalError) {
    guard isatty(output) == 1 else { throw .notATerminal }
    var modes = termios()
    guard tcgetattr(output, &modes) == 0 else { throw .system(errno) }
    self.modes = modes
    let keyboard =
      isatty(input) == 1 ? Self.own(input, O_RDONLY | O_NONBLOCK) : open("/dev/tty", O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard keyboard >= 0 else { throw .notATerminal }
    let screen = Self.own(output, O_RDWR)
    guard screen >= 0 else {
      close(keyboard)
      throw .system(errno)
    }
    for descriptor in [keyboard, screen] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (self.input, self.output) = (keyboard, screen)
  }

  deinit {
    close(input)
    close(output)
  }

  /// Columns and rows; `nil` if the terminal does not know them.
  var size: (width: Int, height: Int)? {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Reads what is there; `nil` if the terminal is gone.
  func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(input, &bytes, bytes.count)
      if count > 0 { return Array(bytes[..<count]) }
      if count == 0 { return nil }
      switch errno {
      case EINTR: continue
      case EAGAIN: return []
      default: return nil
      }
    }
  }

  /// Writes all of `bytes`, unless the terminal is gone.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var full = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&full, 1, -1)
      } else if count == 0 || errno != EINTR {
        return
      }
    }
  }

  /// Brings back the modes as they were found.
  func restoreModes() {
    var modes = modes
    while tcsetattr(output, TCSANOW, &modes) != 0, errno == EINTR {}
  }

  /// The terminal opened once more, for a program that is to have it: its reads wait for keys; -1 if that fails.
  func openAnew() -> CInt {
    var name = [CChar](repeating: 0, count: 256)
    guard ttyname_r(output, &name, name.count) == 0 else { return fcntl(output, F_DUPFD_CLOEXEC, 3) }
    return open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  /// Has the terminal be this process's again, should a shell have kept it for one of its own.
  func takeForeground() {
    if tcgetpgrp(output) != getpgrp() { giveForeground(to: getpgrp()) }
  }

  /// Has the terminal be that of the processes of `group`.
  func giveForeground(to group: pid_t) {
    let before = signal(SIGTTOU, SIG_IGN)
    tcsetpgrp(output, group)
    signal(SIGTTOU, before)
  }

  /// The same terminal opened anew: its flags are then our own, while those of a descriptor that was handed down are
  /// shared with the shell, and a writer that never blocks makes ncurses spin.
  private static func own(_ descriptor: CInt, _ flags: CInt) -> CInt {
    var name = [CChar](repeating: 0, count: 256)
    if ttyname_r(descriptor, &name, name.count) == 0 {
      let opened = open(name, flags | O_NOCTTY)
      if opened >= 0 { return opened }
    }
    return dup(descriptor)
  }
}
