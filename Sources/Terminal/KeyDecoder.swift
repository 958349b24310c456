import Display

/// Makes keys of the bytes that a terminal sends, however they are cut into pieces.
///
/// Sequences that mean nothing here are taken whole, so that their letters never act as commands.
struct KeyDecoder {
  /// What bytes can become.
  enum Input: Hashable {
    case key(Key)
    case mouse(Mouse)
    case pasted(String)
    case answer(MarginQuestion.Answer)
  }

  /// Longer pastes lose what is over: nothing here takes more text than a line.
  static let longestPaste = 1 << 20
  /// A sequence that does not end by then is none.
  private static let longestSequence = 4096
  private static let escape: UInt8 = 0x1B
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// The keys of the terminal at hand, by the bytes that its description names.
  private let named: [[UInt8]: Key]
  private let longestNamed: Int
  private let isUTF8: Bool
  private var pending: [UInt8] = []
  private var paste: [UInt8]?
  private var gaveEscapeUp = false

  init(named: [[UInt8]: Key] = [:], isUTF8: Bool = true) {
    // Of single control characters those with a name of their own would hide Ctrl-letters.
    self.named = named.filter { $0.key.count > 1 }
    longestNamed = self.named.keys.map(\.count).max() ?? 0
    self.isUTF8 = isUTF8
  }

  /// How many milliseconds to wait for the rest of what has begun before `settle()`; `nil` if nothing has begun.
  var patience: Int? {
    if paste != nil || pending.isEmpty { return nil }
    // A person who presses Esc waits; the rest of an arrow key's sequence over a slow line comes or does not.
    if pending == [Self.escape] || pending == [Self.escape, Self.escape] { return 40 }
    // Nobody types the beginning of a longer sequence, so that a slow line may take its time with the rest.
    return pending.starts(with: [Self.escape, 0x5B]) || pending.starts(with: [Self.escape, 0x4F]) ? 500 : 150
  }

  /// What `bytes`, with what came before, say; `pause` is the milliseconds since the bytes before.
  mutating func feed(_ bytes: some Collection<UInt8>, after pause: Int = 0) -> [Input] {
    if gaveEscapeUp {
      gaveEscapeUp = false
      // The rest of a sequence whose first byte had travelled alone; a person is slower than that.
      if pending.isEmpty, pause < 300, bytes.count > 1, let first = bytes.first, first == 0x5B || first == 0x4F {
        let whole = [Self.escape] + bytes
        // All that came, or so long that nobody has typed it: then more keys may follow.
        if case .taken(_, let count) = sequence(whole[...]), count == whole.count || count > 4 {
          pending = [Self.escape]
        }
      }
    }
    pending += bytes
    return decode()
  }

  /// What the bytes that have waited long enough say by themselves.
  mutating func settle() -> [Input] {
    defer { pending.removeAll() }
    switch pending.count {
    case 1 where pending[0] == Self.escape:
      gaveEscapeUp = true
      return [.key(.escape)]
    case 2 where pending == [Self.escape, Self.escape]: return [.key(.escape), .key(.escape)]
    case 2 where pending[0] == Self.escape && 0x21...0x7E ~= pending[1]:
      return [.key(.alt(Character(Unicode.Scalar(pending[1]))))]
    default: return []
    }
  }

  private enum Step {
    /// Takes so many bytes, whatever they mean.
    case taken(Input?, Int)
    /// `\e[200~`, so many bytes.
    case pasteBegins(Int)
    case incomplete
  }

  private mutating func decode() -> [Input] {
    var inputs: [Input] = []
    var rest = pending[...]
    loop: while !rest.isEmpty {
      if paste != nil {
        guard let text = takePaste(&rest) else { break }
        inputs.append(.pasted(text))
        continue
      }
      switch step(rest) {
      case .taken(let input, let count):
        if let input { inputs.append(input) }
        rest = rest.dropFirst(count)
      case .pasteBegins(let count):
        paste = []
        rest = rest.dropFirst(count)
      case .incomplete: break loop
      }
    }
    pending = Array(rest)
    return inputs
  }

  /// Takes pasted bytes from `rest`; the text once its end has come.
  private mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> String? {
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index] == Self.escape {
        let tail = rest[index...]
        if tail.starts(with: Self.pasteEnd) {
          let text = String(decoding: (paste ?? []) + rest[..<index], as: UTF8.self)
          rest = tail.dropFirst(Self.pasteEnd.count)
          paste = nil
          return text
        }
        if Self.pasteEnd.starts(with: tail) { break }
      }
      index += 1
    }
    let room = Self.longestPaste - (paste?.count ?? 0)
    paste? += rest[..<index].prefix(max(0, room))
    rest = rest[index...]
    return nil
  }

  private func step(_ bytes: ArraySlice<UInt8>) -> Step {
    let first = bytes[bytes.startIndex]
    if let (key, count) = namedKey(bytes) { return .taken(.key(key), count) }
    switch first {
    case Self.escape: return sequence(bytes)
    // The eight-bit forms of what introduces sequences begin no character in UTF-8.
    case 0x9B where isUTF8: return controlSequence(bytes, introducer: 1)
    case 0x8F where isUTF8: return singleShift(bytes, introducer: 1)
    case 0x0A, 0x0D: return .taken(.key(.enter), 1)
    case 0x09: return .taken(.key(.tab), 1)
    case 0x08, 0x7F: return .taken(.key(.backspace), 1)
    case 0x01...0x1A: return .taken(.key(.control(Character(Unicode.Scalar(first + 0x60)))), 1)
    case 0x1C: return .taken(.key(.control("\\")), 1)
    case 0x00, 0x1C...0x1F: return .taken(nil, 1)
    default: return character(bytes).map { .taken($0.0.map { .key(.character($0)) }, $0.1) } ?? .incomplete
    }
  }

  private func namedKey(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
    for count in stride(from: min(longestNamed, bytes.count), to: 1, by: -1) {
      if let key = named[Array(bytes.prefix(count))] { return (key, count) }
    }
    return nil
  }

  /// One character and its bytes; no character for bytes that are none, `nil` if more must come.
  private func character(_ bytes: ArraySlice<UInt8>) -> (Character?, Int)? {
    let first = bytes[bytes.startIndex]
    if first < 0x80 { return (Character(Unicode.Scalar(first)), 1) }
    if isUTF8 { return multibyte(bytes) }
    // A locale of one byte a letter often only means that none was set: what is whole in UTF-8 was hardly meant otherwise.
    if let taken = multibyte(bytes), taken.0 != nil { return taken }
    return (first < 0xA0 ? nil : Character(Unicode.Scalar(first)), 1)
  }

  /// The same for a character of several bytes in UTF-8.
  private func multibyte(_ bytes: ArraySlice<UInt8>) -> (Character?, Int)? {
    let first = bytes[bytes.startIndex]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return (nil, 1)
    }
    let sequence = bytes.prefix(length)
    if let end = sequence.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) { return (nil, end - bytes.startIndex) }
    guard sequence.count == length else { return nil }
    guard let text = String(validating: sequence, as: UTF8.self), let scalar = text.unicodeScalars.first,
      scalar.value > 0x9F
    else { return (nil, length) }
    return (Character(scalar), length)
  }

  /// What begins with Esc.
  private func sequence(_ bytes: ArraySlice<UInt8>) -> Step {
    guard bytes.count > 1 else { return .incomplete }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case Self.escape:
      guard bytes.count > 2 else { return .incomplete }
      let third = bytes[bytes.startIndex + 2]
      guard third == 0x5B || third == 0x4F else { return .taken(.key(.escape), 1) }
      // As rxvt sends Alt: one more Esc before the key's own sequence.
      switch sequence(bytes.dropFirst()) {
      case .taken(.key(.left), let count): return .taken(.key(.altLeft), count + 1)
      case .taken(.key(.right), let count): return .taken(.key(.altRight), count + 1)
      case .taken(_, let count): return .taken(nil, count + 1)
      case .pasteBegins: return .taken(.key(.escape), 1)
      case .incomplete: return .incomplete
      }
    case 0x5B: return controlSequence(bytes, introducer: 2)
    case 0x4F: return singleShift(bytes, introducer: 2)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: return string(bytes)
    case 0x00...0x1F: return .taken(.key(.escape), 1)
    case 0x7F: return .taken(nil, 2)
    default:
      guard let (character, count) = character(bytes.dropFirst()) else { return .incomplete }
      return .taken(character.map { .key(.alt($0)) }, count + 1)
    }
  }

  /// An answer of the terminal (OSC, DCS and the like): runs up to BEL or ST, and says nothing here.
  private func string(_ bytes: ArraySlice<UInt8>) -> Step {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      if bytes[index] == 0x07 { return .taken(nil, index + 1 - bytes.startIndex) }
      if bytes[index] == Self.escape {
        guard index + 1 < bytes.endIndex else { return .incomplete }
        let ends = bytes[index + 1] == 0x5C
        return .taken(nil, index + (ends ? 2 : 0) - bytes.startIndex)
      }
      index += 1
    }
    return bytes.count > Self.longestSequence ? .taken(nil, bytes.count) : .incomplete
  }

  /// What begins with Esc O: keys in application mode, with or without a modifier.
  private func singleShift(_ bytes: ArraySlice<UInt8>, introducer: Int) -> Step {
    var index = bytes.startIndex + introducer
    var modifier = 1
    if index < bytes.endIndex, 0x31...0x39 ~= bytes[index] {
      modifier = Int(bytes[index]) - 0x30
      index += 1
    }
    guard index < bytes.endIndex else { return .incomplete }
    let final = bytes[index]
    guard 0x20...0x7E ~= final else { return .taken(nil, index - bytes.startIndex) }
    let count = index + 1 - bytes.startIndex
    if final == 0x4D { return .taken(.key(.enter), count) }
    // The number pad in application mode.
    if 0x6A...0x79 ~= final { return .taken(.key(.character(Character(Unicode.Scalar(final - 0x40)))), count) }
    return .taken(Self.key(letter: final, modifier: modifier).map { .key($0) }, count)
  }

  /// What begins with Esc [: parameters, intermediates and one final byte.
  private func controlSequence(_ bytes: ArraySlice<UInt8>, introducer: Int) -> Step {
    var index = bytes.startIndex + introducer
    let start = index
    // The Linux console's F1 to F5 have a second bracket, and mice of old send three bytes of anything.
    if index < bytes.endIndex, bytes[index] == 0x5B {
      guard index + 1 < bytes.endIndex else { return .incomplete }
      let number = Int(bytes[index + 1]) - 0x40
      return .taken(1...5 ~= number ? .key(.function(number)) : nil, introducer + 2)
    }
    if index < bytes.endIndex, bytes[index] == 0x4D {
      guard bytes.count >= introducer + 4 else { return .incomplete }
      let numbers = bytes[(index + 1)...(index + 3)].map { Int($0) - 32 }
      return .taken(Self.mouse(numbers[0], numbers[1], numbers[2]), introducer + 4)
    }
    while index < bytes.endIndex, 0x20...0x3F ~= bytes[index] {
      // rxvt ends sequences of shifted keys with what is no final byte elsewhere, as in answers.
      if bytes[index] == 0x24, index > start, bytes[start] != 0x3F { return .taken(nil, index + 1 - bytes.startIndex) }
      index += 1
      if index - start > Self.longestSequence { return .taken(nil, index - bytes.startIndex) }
    }
    guard index < bytes.endIndex else { return .incomplete }
    guard 0x40...0x7E ~= bytes[index] else { return .taken(nil, index - bytes.startIndex) }
    let count = index + 1 - bytes.startIndex
    if bytes[start] == 0x3F { return .taken(Self.answer(bytes[(start + 1)..<index], final: bytes[index]), count) }
    if bytes[start] == 0x3C { return .taken(Self.mouse(bytes[(start + 1)..<index], final: bytes[index]), count) }
    let parameters = bytes[start..<index].split(separator: 0x3B, omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    let number = (parameters.first ?? nil) ?? 0
    if bytes[index] == 0x7E, number == 200 { return .pasteBegins(count) }
    let modifier = parameters.count > 1 ? parameters[1] ?? 0 : 1
    let key =
      bytes[index] == 0x7E
      ? Self.key(number: number, modifier: modifier)
      : parameters.contains(nil) && index > start ? nil : Self.key(letter: bytes[index], modifier: modifier)
    return .taken(key.map { .key($0) }, count)
  }

  /// What the terminal says of itself: parameters behind a question mark, `c` or `$y`.
  private static func answer(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Input? {
    let isMode = final == 0x79 && parameters.last == 0x24
    guard isMode || final == 0x63 else { return nil }
    let numbers = parameters.dropLast(isMode ? 1 : 0).split(separator: 0x3B).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard let first = numbers.first ?? nil else { return nil }
    if !isMode { return .answer(.kind(first)) }
    guard numbers.count == 2, let setting = numbers[1] else { return nil }
    return .answer(.mode(first, setting: setting))
  }

  /// What the mouse says in xterm's form 1006: button, column and row, a final M for what is pressed.
  private static func mouse(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Input? {
    let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard final == 0x4D, numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2]
    else {
      return nil
    }
    return mouse(button, column, row)
  }

  /// A click or a turn of the wheel; nothing for other buttons, modifiers and movements.
  private static func mouse(_ button: Int, _ column: Int, _ row: Int) -> Input? {
    let deeds: [Int: Mouse.Deed] = [0: .click, 64: .wheelUp, 65: .wheelDown]
    guard let deed = deeds[button], column > 0, row > 0 else { return nil }
    return .mouse(Mouse(deed, at: Point(x: column - 1, y: row - 1)))
  }

  private static func key(letter: UInt8, modifier: Int) -> Key? {
    let key: Key?
    switch letter {
    case 0x41: key = .up
    case 0x42: key = .down
    case 0x43: key = .right
    case 0x44: key = .left
    case 0x46: key = .end
    case 0x48: key = .home
    case 0x50...0x53: key = .function(Int(letter) - 0x4F)
    case 0x5A: return .backTab
    default: key = nil
    }
    return key.flatMap { modified($0, by: modifier) }
  }

  private static func key(number: Int, modifier: Int) -> Key? {
    let key: Key?
    switch number {
    case 1, 7: key = .home
    case 3: key = .delete
    case 4, 8: key = .end
    case 5: key = .pageUp
    case 6: key = .pageDown
    case 11...15: key = .function(number - 10)
    case 17...21: key = .function(number - 11)
    case 23, 24: key = .function(number - 12)
    default: key = nil
    }
    return key.flatMap { modified($0, by: modifier) }
  }

  /// Shift and Ctrl change nothing about a key that moves; with Alt only the arrows to the sides mean something.
  private static func modified(_ key: Key, by modifier: Int) -> Key? {
    guard modifier > 1, (modifier - 1) & 2 != 0 else { return key }
    switch key {
    case .left: return .altLeft
    case .right: return .altRight
    default: return nil
    }
  }
}
