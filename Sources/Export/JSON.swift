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
    string.withUTF8 { for byte in $0 { append(escaped: byte) } }
    bytes.append(UInt8(ascii: "\""))
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

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    // DEL is legal in JSON, but a line that is looked at in a terminal should hold no control character.
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
