import Glibc
import Reader

/// Where one was in the stories of earlier sessions, in a file.
///
/// A line of it is a story: the fingerprint of its text in hexadecimal, then the bytes at which cursor, first line in view
/// and current claim stood, `-` for no claim; the story that was open last comes first. No word or name of a story is kept.
struct Places {
  /// Whether there is no such file yet, though there could be.
  private(set) var isNew = false
  /// The bookmarks by the fingerprint of the text.
  private(set) var marks: [UInt64: Bookmark] = [:]
  private var order: [UInt64] = []

  /// The most stories that are remembered.
  static let limit = 2000
  /// No line is longer.
  private static let longestLine = 80

  /// Where they are; `nil` without a home.
  static var path: Path? { PersonalFile.path("XDG_STATE_HOME", else: ".local/state", "places") }

  /// The places of a file; none if it cannot be read.
  init(at path: Path?) {
    guard let path else { return }
    do throws(Errno) {
      add(try PersonalFile.read(path, limit: Self.limit * Self.longestLine))
    } catch {
      isNew = error.number == ENOENT
    }
  }

  /// The places that `bytes` say; whatever is damaged is left out.
  init(_ bytes: [UInt8]) { add(bytes) }

  private mutating func add(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.count <= Self.longestLine {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 4, words[0].utf8.count == 16, let story = UInt64(words[0], radix: 16),
        let position = Int(words[1]), let top = Int(words[2]), position >= 0, top >= 0
      else { continue }
      let claim = words[3] == "-" ? nil : Int(words[3])
      guard claim != nil || words[3] == "-", marks[story] == nil, order.count < Self.limit else { continue }
      marks[story] = Bookmark(position: position, top: top, claim: claim)
      order.append(story)
    }
  }

  /// Puts newer places before those that are there.
  mutating func add(_ newer: [UInt64: Bookmark]) {
    marks.merge(newer) { $1 }
    order = Array((newer.keys.sorted() + order.filter { newer[$0] == nil }).prefix(Self.limit))
  }

  /// The file's content.
  var bytes: [UInt8] {
    var text = ""
    for story in order {
      guard let mark = marks[story] else { continue }
      let name = String(story, radix: 16)
      text += String(repeating: "0", count: 16 - name.utf8.count) + name
      text += " \(mark.position) \(mark.top) \(mark.claim.map(String.init) ?? "-")\n"
    }
    return Array(text.utf8)
  }

  /// Adds `marks` to the file at `path`, with what other sessions have added meanwhile.
  ///
  /// Returns the system's error if it cannot be written. That costs the places, no more: nobody reads in order to keep them.
  static func keep(_ marks: [UInt64: Bookmark], at path: Path?) -> Errno? {
    guard let path, !marks.isEmpty else { return nil }
    var all = Places(at: path)
    let before = all.bytes
    all.add(marks)
    if all.bytes == before { return nil }
    do throws(Errno) {
      try PersonalFile.replace(path, with: all.bytes)
    } catch {
      return error
    }
    return nil
  }
}
