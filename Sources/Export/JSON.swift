/// Writes JSON in the order in which it is called: field order is part of the export's format.
struct JSON {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []
  /// Whether the next member or element needs a comma before it.
  private var follows = false

  /// Writes an object whose members `members` writes.
  mutating func object(_ members: (inout JSON) -> Void) { nest("{", "}", members) }

  /// Writes an array with what `write` writes for each of `elements`.
  mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSON, Element) -> Void) {
    nest("[", "]") { json in for element in elements { write(&json, element) } }
  }

  /// Writes the name of an object's next member; its value must be next.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\": ".utf8)
    follows = false
  }

  /// Writes a number.
  mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a finite number as plainly as it can be written.
  mutating func value(_ number: Double) {
    if number == number.rounded(), abs(number) < 1e15 { return value(Int(number)) }
    separate()
    bytes.append(contentsOf: number.description.utf8)
  }

  /// Writes a string, or null.
  mutating func value(_ string: String?) {
    separate()
    guard var string else { return bytes.append(contentsOf: "null".utf8) }
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { utf8 in
      var place = 0
      while place < utf8.count {
        // Nearly all of what is not ASCII is letters.
        if utf8[place] < 0x80 || !JSON.mayBeHidden(utf8[place]) {
          append(escaped: utf8[place])
          place += 1
          continue
        }
        var length = 1
        while place + length < utf8.count, utf8[place + length] & 0xC0 == 0x80 { length += 1 }
        let scalar = JSON.scalar(utf8[place..<place + length])
        if JSON.isHidden(scalar) {
          append(escaped: scalar)
        } else {
          bytes.append(contentsOf: utf8[place..<place + length])
        }
        place += length
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes true or false.
  mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: String(truth).utf8)
  }

  /// Writes null.
  mutating func null() { value(String?.none) }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSON) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    follows = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    follows = true
  }

  private mutating func separate() {
    if follows { bytes.append(contentsOf: ", ".utf8) }
    follows = true
  }

  /// Whether what terminals act on or hide can begin with `byte`: C1 controls, directions, invisible blanks, tags.
  private static func mayBeHidden(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xD8 || byte == 0xE1 || byte == 0xE2 || byte == 0xEF || byte == 0xF3
  }

  private static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    guard let first = bytes.first else { return 0 }
    let head = UInt32(first) & (first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F)
    return bytes.dropFirst().reduce(head) { $0 << 6 | UInt32($1 & 0x3F) }
  }

  /// Appends a scalar as `\u` and four digits, or as two of these.
  private mutating func append(escaped scalar: UInt32) {
    let units = scalar < 0x10000 ? [scalar] : [0xD800 + ((scalar - 0x10000) >> 10), 0xDC00 + (scalar & 0x3FF)]
    let digits = Array("0123456789abcdef".utf8)
    for unit in units {
      bytes.append(contentsOf: "\\u".utf8)
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt32(shift) & 15)]) }
    }
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    // DEL is legal in JSON, and so is what `isHidden` finds; but a line may be looked at in a terminal, which acts on it.
    case 0..<0x20, 0x7F: append(escaped: UInt32(byte))
    default: bytes.append(byte)
    }
  }
}
