/// How the terminal shows what comes next, as the control function SGR of ECMA-48 sets it.
struct Rendition: Equatable {
  /// A bit for each of bold, faint, italic, underlined, blinking, -, reversed and hidden: the parameters 1 to 8.
  var attributes: UInt8 = 0
  /// The colour of characters, and the one behind them.
  var ink = Colour.own
  var ground = Colour.own

  /// A colour as SGR says it.
  enum Colour: Equatable {
    /// The terminal's own.
    case own
    /// By one parameter, such as 31 for red characters.
    case named(UInt8)
    /// By its number among 256.
    case numbered(UInt8)
    /// By the parts of red, green and blue, eight bits each.
    case mixed(UInt32)
  }

  /// Underlined, blinking and reversed, which are seen of a space too.
  private static let seenOfSpaces: UInt8 = 0b0101_1000

  /// Those of the attributes that are seen of a space too.
  var attributesOfSpaces: UInt8 { attributes & Self.seenOfSpaces }

  /// What each attribute is ended by, at its bit.
  private static func end(_ bit: UInt8) -> UInt8 { bit < 2 ? 22 : 21 + bit }

  /// What `sequence`, one SGR, makes of the plain rendition; `nil` if it is anything else.
  init?(setBy sequence: [UInt8]) {
    guard sequence.count > 2, sequence.starts(with: [0x1B, 0x5B]), sequence.last == 0x6D,
      let rendition = sequence.withUnsafeBufferPointer({
        Rendition().changed(by: $0[2..<$0.count - 1])
      })
    else { return nil }
    self = rendition
  }

  /// The plain rendition.
  init() {}

  /// Makes the rendition that SGR with `parameters` makes of this one; `nil` if it does something unknown.
  func changed(by parameters: Slice<UnsafeBufferPointer<UInt8>>) -> Rendition? {
    var result = self
    var parser = Parameters(parameters)
    repeat {
      guard let number = parser.next() else { return nil }
      switch number {
      case 0: result = Rendition()
      case 1...5, 7...8: result.attributes |= 1 << UInt8(number - 1)
      case 22...25, 27...28:
        for bit: UInt8 in 0..<8 where Self.end(bit) == number { result.attributes &= ~(1 << bit) }
      case 30...37, 90...97: result.ink = .named(UInt8(number))
      case 39: result.ink = .own
      case 40...47, 100...107: result.ground = .named(UInt8(number))
      case 49: result.ground = .own
      case 38, 48:
        guard let colour = parser.colour() else { return nil }
        if number == 38 { result.ink = colour } else { result.ground = colour }
      default: return nil
      }
    } while !parser.isAtEnd
    return result
  }

  /// Appends the shortest SGR that makes this rendition of `former`, or of any if that is `nil`.
  ///
  /// `ends` says whether the terminal can end an attribute without ending them all.
  func appendChange(from former: Rendition?, ends: Bool, to bytes: inout [UInt8]) {
    if self == former { return }
    // From plain there is but one way.
    if self != Rendition(), let former, former == Rendition() {
      return append(from: former, endsAll: false, to: &bytes)
    }
    let start = bytes.count
    append(from: Rendition(), endsAll: true, to: &bytes)
    guard let former else { return }
    let isLess =
      former.attributes & ~attributes != 0 || former.ink != .own && ink == .own
      || former.ground != .own && ground == .own
    if isLess, !ends { return }
    let middle = bytes.count
    append(from: former, endsAll: false, to: &bytes)
    if bytes.count - middle < middle - start {
      bytes.removeSubrange(start..<middle)
    } else {
      bytes.removeSubrange(middle...)
    }
  }

  /// Appends an SGR with what has to change in `base`; one that ends everything first if `endsAll`.
  private func append(from base: Rendition, endsAll: Bool, to bytes: inout [UInt8]) {
    bytes.append(0x1B)
    bytes.append(0x5B)
    let first = bytes.count
    var base = base
    // No parameter is as good as a nought.
    if endsAll, self != base { Self.append(0, to: &bytes, first) }
    while base.attributes & ~attributes != 0 {
      let bit = UInt8((base.attributes & ~attributes).trailingZeroBitCount)
      Self.append(UInt32(Self.end(bit)), to: &bytes, first)
      // Bold and faint end together.
      base.attributes &= bit < 2 ? ~3 : ~(1 << bit)
    }
    while attributes & ~base.attributes != 0 {
      let bit = UInt8((attributes & ~base.attributes).trailingZeroBitCount)
      Self.append(UInt32(bit + 1), to: &bytes, first)
      base.attributes |= 1 << bit
    }
    if ink != base.ink { Self.append(ink, 30, to: &bytes, first) }
    if ground != base.ground { Self.append(ground, 40, to: &bytes, first) }
    bytes.append(0x6D)
  }

  /// Appends a colour's parameters; `kind` is 30 for characters and 40 for what is behind them.
  private static func append(_ colour: Colour, _ kind: UInt32, to bytes: inout [UInt8], _ first: Int) {
    switch colour {
    case .own: append(kind + 9, to: &bytes, first)
    case .named(let number): append(UInt32(number), to: &bytes, first)
    case .numbered(let number):
      append(kind + 8, to: &bytes, first)
      append(5, to: &bytes, first)
      append(UInt32(number), to: &bytes, first)
    case .mixed(let parts):
      append(kind + 8, to: &bytes, first)
      append(2, to: &bytes, first)
      for shift: UInt32 in stride(from: 16, through: 0, by: -8) { append(parts >> shift & 255, to: &bytes, first) }
    }
  }

  /// Appends a parameter below 1000, behind a semicolon unless it is the one at `first`.
  private static func append(_ number: UInt32, to bytes: inout [UInt8], _ first: Int) {
    if bytes.count > first { bytes.append(0x3B) }
    if number >= 100 { bytes.append(0x30 + UInt8(number / 100)) }
    if number >= 10 { bytes.append(0x30 + UInt8(number / 10 % 10)) }
    bytes.append(0x30 + UInt8(number % 10))
  }
}

/// Reads the parameters of a control sequence.
private struct Parameters {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next number, 0 where none stands; `nil` for what is no number below 1000.
  mutating func next() -> Int? {
    var number = 0
    while let byte = rest.popFirst() {
      if byte == 0x3B { break }
      guard 0x30...0x39 ~= byte, number < 100 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// The rest of a colour after 38 or 48.
  mutating func colour() -> Rendition.Colour? {
    switch next() {
    case 5: return part().map { .numbered(UInt8($0)) }
    case 2:
      guard let red = part(), let green = part(), let blue = part() else { return nil }
      return .mixed(red << 16 | green << 8 | blue)
    default: return nil
    }
  }

  private mutating func part() -> UInt32? {
    guard !isAtEnd, let number = next(), number < 256 else { return nil }
    return UInt32(number)
  }
}
