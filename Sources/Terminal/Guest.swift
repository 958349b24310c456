import CNcurses
import Glibc

/// How a program ended that had the terminal for itself.
public enum ProgramEnd: Hashable, Sendable {
  /// It ended, with the exit code that a shell would see.
  case ended(Int32)
  /// It could not be started; the system's error number.
  case failed(Int32)
}

/// A program that has the terminal for itself for a while.
final class Guest {
  private let arguments: [String]
  private let input: [UInt8]?
  private let device: TerminalDevice
  private let defaults: [CInt]
  private var process: pid_t = 0

  /// Prepares a program with `arguments`, the first of which is its path or name, and what it finds on standard input; it
  /// does not find the signals of `defaults` ignored.
  init(_ arguments: [String], input: [UInt8]?, on device: TerminalDevice, defaults: [CInt]) {
    self.arguments = arguments
    self.input = input
    self.device = device
    self.defaults = defaults
  }

  /// Starts it; returns why that failed.
  func start() -> ProgramEnd? {
    // Opened for it alone: the flags of our own, which never block, are not for others.
    let screen = device.openAnew()
    guard screen >= 0 else { return .failed(errno) }
    defer { close(screen) }
    var keyboard = screen
    if let input {
      keyboard = Self.file(of: input)
      guard keyboard >= 0 else { return .failed(errno) }
    }
    defer { if keyboard != screen { close(keyboard) } }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in [(keyboard, STDIN_FILENO), (screen, STDOUT_FILENO), (screen, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var reset = sigset_t()
    sigemptyset(&reset)
    for number in defaults { sigaddset(&reset, number) }
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigdefault(&attributes, &reset)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard let name = words[0] else { return .failed(EINVAL) }
    let failure = posix_spawnp(&process, name, &actions, &attributes, &words, environ)
    return failure == 0 ? nil : .failed(failure)
  }

  /// How it ended; `nil` while it goes on.
  ///
  /// Should a shell have stopped itself, this program stops too, and both go on together.
  var ended: ProgramEnd? {
    var status: Int32 = 0
    let answer = waitpid(process, &status, WNOHANG | WUNTRACED)
    if answer == 0 || answer < 0 && errno == EINTR { return nil }
    if answer < 0 { return .failed(errno) }
    if status & 0xFF == 0x7F {
      let group = getpgid(process)
      // In a group of our own, both have stopped already.
      if group != getpgrp() {
        device.takeForeground()
        raise(SIGTSTP)
        device.giveForeground(to: group)
        kill(-group, SIGCONT)
      }
      return nil
    }
    let number = status & 0x7F
    return .ended(number == 0 ? status >> 8 & 0xFF : 128 + number)
  }

  /// Asks it to end, as this program is asked to.
  func end(_ number: CInt) { kill(process, number) }

  /// A file that holds `bytes`, has no name and goes with its last reader; -1 if there is none.
  ///
  /// No pipe: whoever reads slowly, or not at all, must not hold anybody up.
  private static func file(of bytes: [UInt8]) -> CInt {
    let closesOnExec: UInt32 = 1
    let file = memfd_create("input", closesOnExec)
    guard file >= 0 else { return -1 }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = errno
        close(file)
        errno = reason
        return -1
      }
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}
