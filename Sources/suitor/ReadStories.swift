import Glibc

/// Which stories have been read, in a file of lines: the fingerprint of a text in hexadecimal, with `-` before it if the story was
/// later said to be unread.
///
/// It is a person's own, and so kept apart from the notebook, which may be shared. No word of a story is kept.
struct ReadStories {
  /// The fingerprints of the texts that have been read.
  private(set) var keys: Set<UInt64> = []
  private let path: Path?

  /// A file that is longer is not read.
  private static let limit = 64 << 20

  /// Where they are; `nil` without a home.
  static var path: Path? { PersonalFile.path("XDG_STATE_HOME", else: ".local/state", "read") }

  /// Those of the file at `path`; none if it cannot be read.
  init(at path: Path?) {
    self.path = path
    guard let path, let bytes = try? PersonalFile.read(path, limit: Self.limit) else { return }
    var lines = 0
    for line in bytes.split(separator: 0x0A) {
      lines += 1
      let isUnread = line.first == UInt8(ascii: "-")
      guard let key = Self.key(isUnread ? line.dropFirst() : line) else { continue }
      if isUnread { keys.remove(key) } else { keys.insert(key) }
    }
    // Lines that later ones have overtaken are left out, once they are most of the file.
    if lines > 1000, lines > 4 * keys.count {
      let text = keys.sorted().map { Self.line($0, true) }.joined()
      try? PersonalFile.replace(path, with: Array(text.utf8))
    }
  }

  /// The number that 16 hexadecimal digits are.
  private static func key(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard digits.count == 16 else { return nil }
    var key: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: key = key << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: key = key << 4 | UInt64(digit - 0x57)
      default: return nil
      }
    }
    return key
  }

  private static func line(_ key: UInt64, _ isRead: Bool) -> String {
    let digits = String(key, radix: 16)
    return (isRead ? "" : "-") + String(repeating: "0", count: 16 - digits.utf8.count) + digits + "\n"
  }

  /// Adds whether a text has been read; returns the system's error if that cannot be written.
  func note(_ key: UInt64, _ isRead: Bool) -> Errno? {
    guard let path else { return nil }
    PersonalFile.makeFolders(above: path)
    do throws(Errno) {
      try PersonalFile.append(Array(Self.line(key, isRead).utf8), to: path)
    } catch {
      return error
    }
    return nil
  }
}
