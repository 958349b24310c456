import Display

/// What a terminal shows after the bytes that it was sent, as far as a program of this kind sends any.
package struct ScreenModel {
  package private(set) var size: Size
  package private(set) var cursor = Point(x: 0, y: 0)
  package private(set) var cursorIsVisible = true
  package private(set) var isAlternate = false
  package private(set) var marksPastes = false
  package private(set) var reportsMouse = false
  /// What its clipboard was given, in base 64.
  package private(set) var clipboard: [String] = []
  /// What it was sent and has no meaning here; should stay empty.
  package private(set) var unknown: [String] = []
  private var rows: [[Cell]]
  private var look = ScreenLook()
  private var saved = (cursor: Point(x: 0, y: 0), look: ScreenLook())
  private var pending: [UInt8] = []
  private var region: Range<Int>
  /// The columns that move when a region is scrolled.
  private var columns: Range<Int>
  private var hasMargins = false
  /// What the program has asked the terminal: what kind it is, or whether it has margins, by the end of the sequence.
  package private(set) var questions: [String] = []
  private var last = " "
  private var wrapsNext = false

  private struct Cell: Equatable {
    /// A character with its marks; empty for the right half of a wide one.
    var text = " "
    var look = ScreenLook()

    /// The same as a person sees it.
    var seen: Cell { text == " " ? Cell(look: look.ofSpace) : self }
  }

  package init(_ size: Size) {
    self.size = size
    rows = Array(repeating: Array(repeating: Cell(), count: size.width), count: size.height)
    region = 0..<size.height
    columns = 0..<size.width
  }

  /// The rows without the spaces at their ends.
  package var picture: String {
    rows.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The rows in which this differs from what was to be shown, as expected and as shown.
  package func difference(from expected: String) -> [String] {
    if picture == expected { return [] }
    let rows = [expected, picture].map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    return zip(rows[0], rows[1]).enumerated().filter { $1.0 != $1.1 }.map { "\($0): \($1.0)\n\($0): \($1.1)" }
  }

  /// The rows that look otherwise than those of `other`, characters aside, by what each column looks like.
  package func differenceInLooks(from other: ScreenModel) -> [String] {
    zip(rows, other.rows).enumerated().flatMap { y, rows in
      zip(rows.0, rows.1).enumerated().filter { $1.0.seen.look != $1.1.seen.look }.map { x, cells in
        "\(x), \(y): \(cells.0) \(cells.1)"
      }
    }
  }

  package mutating func resize(_ size: Size) {
    guard size != self.size else { return }
    // A terminal keeps what it likes; the program must not rely on any of it.
    self.size = size
    rows = Array(repeating: Array(repeating: Cell(text: "X"), count: size.width), count: size.height)
    region = 0..<size.height
    columns = 0..<size.width
    cursor = Point(x: min(cursor.x, size.width - 1), y: min(cursor.y, size.height - 1))
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var rest = pending[...]
    while let count = take(rest) { rest = rest.dropFirst(count) }
    pending = Array(rest)
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x08: cursor.x = max(0, cursor.x - 1)
    case 0x0A: lineFeed()
    case 0x0D: cursor.x = 0
    // Between two sets of characters, of which only one is used.
    case 0x0E, 0x0F: break
    case 0x1B: return escape(bytes)
    case 0x20...0x7E: put(String(Unicode.Scalar(first)))
    case 0x80...:
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard bytes.count >= length else { return nil }
      let text = String(decoding: bytes.prefix(length), as: UTF8.self)
      for properties in text.unicodeScalars.map(\.properties)
      where properties.generalCategory == .control || properties.isDefaultIgnorableCodePoint || properties.isBidiControl
      {
        unknown.append("invisible \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
      put(text)
      return length
    default: unknown.append("control \(first)")
    }
    wrapsNext = first >= 0x20 && wrapsNext
    return 1
  }

  private mutating func put(_ text: String) {
    let scalar = text.unicodeScalars.first!
    // Vowels and final consonants of Hangul join the syllable before them, as marks do their letter.
    let joins = 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value
    if joins || [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory) {
      let x = wrapsNext ? cursor.x : cursor.x - 1
      let place = rows[cursor.y][x].text.isEmpty ? x - 1 : x
      rows[cursor.y][place].text += text
      return
    }
    let columns = Glyphs(text).reduce(0) { $0 + $1.columns }
    if wrapsNext || cursor.x + columns > size.width {
      cursor.x = 0
      lineFeed()
    }
    wrapsNext = false
    blank(cursor.x..<cursor.x + columns)
    rows[cursor.y][cursor.x] = Cell(text: text, look: look)
    if columns == 2 { rows[cursor.y][cursor.x + 1] = Cell(text: "", look: look) }
    last = text
    if cursor.x + columns >= size.width {
      cursor.x = size.width - 1
      wrapsNext = true
    } else {
      cursor.x += columns
    }
  }

  /// Makes spaces of the columns, and of halves that lose the other one.
  private mutating func blank(_ columns: Range<Int>) {
    for x in columns.clamped(to: 0..<size.width) {
      if rows[cursor.y][x].text.isEmpty, x > 0 { rows[cursor.y][x - 1].text = " " }
      if x + 1 < size.width, rows[cursor.y][x + 1].text.isEmpty { rows[cursor.y][x + 1].text = " " }
      rows[cursor.y][x] = erased
    }
  }

  private var erased: Cell { Cell(look: look.ofErased) }

  private mutating func lineFeed() {
    if cursor.y == region.upperBound - 1 { scroll(1) } else { cursor.y = min(size.height - 1, cursor.y + 1) }
  }

  private mutating func scroll(_ count: Int, from top: Int? = nil) {
    let top = top ?? region.lowerBound
    for _ in 0..<abs(count) {
      var moved = Array(top..<region.upperBound)
      if count < 0 { moved.reverse() }
      for (to, from) in zip(moved, moved.dropFirst()) { rows[to][columns] = rows[from][columns] }
      if let last = moved.last { rows[last].replaceSubrange(columns, with: columns.map { _ in erased }) }
    }
  }

  /// The questions since the last call.
  package mutating func takeQuestions() -> [String] {
    defer { questions.removeAll() }
    return questions
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 1 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case 0x28: return bytes.count > 2 ? 3 : nil
    case 0x3D, 0x3E: return 2
    case 0x37:
      saved = (cursor, look)
      return 2
    case 0x38:
      (cursor, look) = saved
      return 2
    case 0x4D:
      if cursor.y == region.lowerBound { scroll(-1) } else { cursor.y = max(0, cursor.y - 1) }
      return 2
    case 0x5B: break
    case 0x5D:
      guard let end = bytes.indices.first(where: { bytes[$0] == 0x07 || bytes[$0] == 0x5C && bytes[$0 - 1] == 0x1B })
      else {
        return nil
      }
      let text = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
      if text.hasPrefix("52;c;"),
        text.dropFirst(5).allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+/=\u{1B}".contains($0)) })
      {
        clipboard.append(String(text.dropFirst(5).prefix { $0 != "\u{1B}" }))
      } else {
        unknown.append("string \(text)")
      }
      return end - bytes.startIndex + 1
    default:
      unknown.append("escape \(second)")
      return 2
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { 0x40...0x7E ~= $0 }) else { return nil }
    let parameters = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
    control(parameters, Character(Unicode.Scalar(bytes[end])))
    return end - bytes.startIndex + 1
  }

  private mutating func control(_ parameters: String, _ final: Character) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    if final != "m", final != "b" { wrapsNext = false }
    switch final {
    case "c" where parameters.hasPrefix("?"): break
    case "m": if !look.change(by: parameters) { unknown.append("[\(parameters)m") }
    case "t": break
    case "h", "l": mode(parameters, on: final == "h")
    case "H":
      cursor = Point(x: min(max(1, numbers.count > 1 ? numbers[1] : 1), size.width) - 1, y: min(count, size.height) - 1)
    case "G": cursor.x = min(count, size.width) - 1
    case "d": cursor.y = min(count, size.height) - 1
    case "A": cursor.y = max(0, cursor.y - count)
    case "B": cursor.y = min(size.height - 1, cursor.y + count)
    case "C": cursor.x = min(size.width - 1, cursor.x + count)
    case "D": cursor.x = max(0, cursor.x - count)
    case "J":
      let row = cursor.y
      if numbers.first != 2 { blank(cursor.x..<size.width) }
      for y in (numbers.first == 2 ? 0 : row + 1)..<max(row + 1, size.height) where y < size.height {
        rows[y] = Array(repeating: erased, count: size.width)
      }
    case "K": blank(numbers.first == 1 ? 0..<cursor.x + 1 : cursor.x..<size.width)
    case "X": blank(cursor.x..<min(size.width, cursor.x + count))
    case "@", "P":
      blank(cursor.x..<cursor.x)
      for _ in 0..<min(count, size.width - cursor.x) {
        if final == "P" {
          rows[cursor.y].remove(at: cursor.x)
          rows[cursor.y].append(erased)
        } else {
          rows[cursor.y].removeLast()
          rows[cursor.y].insert(erased, at: cursor.x)
        }
      }
    case "c" where parameters.isEmpty: questions.append("c")
    case "p" where parameters == "?69$": questions.append("?69$p")
    case "s" where hasMargins && numbers.count == 2 && numbers[0] < numbers[1]:
      // One for a wider screen than there is by now.
      guard numbers[0] < size.width else { break }
      columns = numbers[0] - 1..<min(numbers[1], size.width)
      cursor = Point(x: 0, y: 0)
    case "S": scroll(count)
    case "T": scroll(-count)
    case "L": scroll(-count, from: cursor.y)
    case "M": scroll(count, from: cursor.y)
    case "b": for _ in 0..<count { put(last) }
    case "r":
      let end = numbers.count > 1 ? min(numbers[1], size.height) : size.height
      // One for a larger screen than there is by now.
      guard count <= end else { break }
      region = (count - 1)..<end
      cursor = Point(x: 0, y: 0)
    default: unknown.append("[\(parameters)\(final)")
    }
  }

  private mutating func mode(_ parameters: String, on: Bool) {
    switch parameters {
    case "?25": cursorIsVisible = on
    case "?1049": isAlternate = on
    case "?2004": marksPastes = on
    case "?1000": reportsMouse = on
    case "?69":
      hasMargins = on
      columns = 0..<size.width
    case "?1", "?7", "?12", "4", "?12;25", "?1006": break
    default: unknown.append("mode \(parameters)")
    }
  }
}
