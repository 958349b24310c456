import Glibc
import Stories

/// Finds the stretches of text that stand by themselves: paragraphs, whether or not their lines are broken by hand.
enum Lines {
  /// The most characters that a line broken by hand has.
  private static let widest = 110

  private struct Line {
    var start: Int
    var end: Int
    var afterBlank: Bool
    var indented: Bool
    var width: Int { end - start }
  }

  /// The byte ranges of the stretches, without white space at their ends.
  static func stretches(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let lines = split(text)
    let width = lines.reduce(0) { max($0, $1.width) }
    let wrapped = areWrapped(lines, text, width)
    var stretches: [Range<Int>] = []
    stretches.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      if wrapped, !line.afterBlank, !line.indented, index > 0, let last = stretches.last,
        isFull(lines[index - 1], before: line, text, width)
      {
        stretches[stretches.count - 1] = last.lowerBound..<line.end
      } else {
        stretches.append(line.start..<line.end)
      }
    }
    return stretches
  }

  private static func split(_ text: UnsafeBufferPointer<UInt8>) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(16)
    var blank = false
    var i = 0
    // Without returns the C library finds the line ends, many bytes at a time.
    let hasReturns = place(of: 0x0D, in: text, from: 0) != nil
    while i < text.count {
      var end = i
      if hasReturns {
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      } else {
        end = place(of: 0x0A, in: text, from: i) ?? text.count
      }
      var first = i
      var last = end
      while first < last, isBlank(text[first]) { first += 1 }
      while last > first, isBlank(text[last - 1]) { last -= 1 }
      if first == last {
        blank = true
      } else {
        lines.append(Line(start: first, end: last, afterBlank: blank, indented: first - i >= 2))
        blank = false
      }
      i = end + 1
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { i += 1 }
    }
    return lines
  }

  private static func place(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress, start < text.count,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// White space, and the control characters with which wires frame their stories.
  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

  /// Whether lines were broken by hand: nearly every line that goes on was too full for the next one's first word.
  private static func areWrapped(_ lines: [Line], _ text: UnsafeBufferPointer<UInt8>, _ width: Int) -> Bool {
    guard width <= widest else { return false }
    var pairs = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.afterBlank {
      pairs += 1
      if isFull(line, before: next, text, width) { full += 1 }
    }
    return pairs >= 3 && full * 4 >= pairs * 3
  }

  private static func isFull(_ line: Line, before next: Line, _ text: UnsafeBufferPointer<UInt8>, _ width: Int) -> Bool
  {
    var word = next.start
    while word < next.end, text[word] != 0x20 { word += 1 }
    return line.width + 1 + word - next.start > width - 4
  }
}
