import Display
import Glibc

/// A pseudo-terminal whose other side is a screen of a simple kind: what xterm would show, without its looks.
final class PseudoTerminal {
  /// The side that a program takes for its terminal.
  let program: CInt
  private var person: CInt
  private(set) var screen: ScreenModel

  init(_ size: Size) throws {
    setenv("TERM", "xterm-256color", 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    unsetenv("NO_COLOR")
    // Linux's own way; Glibc's Swift module leaves out posix_openpt and what belongs to it.
    let unlock: UInt = 0x4004_5431
    let askNumber: UInt = 0x8004_5430
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: CInt = 0
    guard person >= 0, ioctl(person, unlock, &number) == 0, ioctl(person, askNumber, &number) == 0 else {
      throw Failure.noPseudoTerminal
    }
    program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    _ = fcntl(person, F_SETFL, O_NONBLOCK)
    screen = ScreenModel(size)
    resize(size)
  }

  enum Failure: Error { case noPseudoTerminal }

  deinit {
    hangUp()
    close(program)
  }

  func resize(_ size: Size) {
    var size = winsize(ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    screen.resize(Size(width: Int(size.ws_col), height: Int(size.ws_row)))
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(person, bytes, bytes.count)
  }

  func hangUp() {
    if person >= 0 { close(person) }
    person = -1
  }

  /// Takes what the program has written, and says how many bytes that were.
  @discardableResult
  func settle() -> Int {
    var bytes = [UInt8](repeating: 0, count: 65536)
    var count = 0
    while true {
      let some = read(person, &bytes, bytes.count)
      guard some > 0 else { break }
      screen.feed(bytes[..<some])
      count += some
    }
    return count
  }

  var modes: [UInt8] {
    var modes = termios()
    tcgetattr(program, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }
}
