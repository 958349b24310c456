/// Messages one after the other in one file, as mail programs and archives of mailing lists keep them.
enum Mailbox {
  /// Hands the messages of `stream` on, one at a time, so that no more than one is ever held.
  static func read(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    let lines = LineStream(stream)
    var message: [UInt8] = []
    var number = 0
    var isTooLarge = false
    var isAfterEmptyLine = true

    func finish() -> Bool {
      defer {
        message.removeAll(keepingCapacity: message.capacity < 1 << 20)
        isTooLarge = false
      }
      if number == 0 { return true }
      if isTooLarge { return reader.give(.tooLarge(.mail, limit: limit), part: "\(number)") }
      do throws(DocumentProblem) {
        return try Mail.read(message, reader, part: "\(number)")
      } catch {
        return reader.give(error, part: "\(number)")
      }
    }

    while let line = try lines.next() {
      if isAfterEmptyLine, isDivider(line.trimmedLine) {
        if !finish() { return }
        number += 1
        if number > DocumentReader.parts { throw .tooManyParts(.mailbox, limit: DocumentReader.parts) }
      } else if message.count + line.count > limit {
        isTooLarge = true
      } else {
        // Programs put a mark before a line of text that looks like a divider.
        message += isMarkedDivider(line) ? line.dropFirst() : line
      }
      isAfterEmptyLine = line.trimmedLine.isEmpty
    }
    _ = finish()
  }

  /// How many bytes a message may have.
  static let limit = DocumentReader.limit

  /// Whether `line` begins a message: "From ", an address or a name without spaces, and a time.
  static func isDivider(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: from), line.count < 300 else { return false }
    let words = line.dropFirst(from.count).split(separator: 0x20)
    guard words.count >= 5 else { return false }
    let hasTime = words.dropFirst().contains { word in
      word.count >= 5 && word.prefix(2).allSatisfy(isDigit) && word.dropFirst(2).first == 0x3A
    }
    return hasTime && words.dropFirst().contains { $0.count == 4 && $0.allSatisfy(isDigit) }
  }

  private static let from = Array("From ".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isMarkedDivider(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == 0x3E && line.drop { $0 == 0x3E }.starts(with: from)
  }
}
