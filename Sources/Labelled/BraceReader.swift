import Stories

/// Takes the braces out of a story and keeps what they say.
struct BraceReader {
  /// A story without its braces.
  struct Marked {
    var text: [UInt8] = []
    var braces: [Brace] = []
  }

  /// What stood in braces.
  struct Brace {
    enum Kind: Character {
      case claim = "c"
      case source = "s"
      case cue = "q"
    }

    var kind: Kind
    /// The number and the letters behind it.
    var label: String
    /// Of a claim: manner, certainty, chain.
    var fields: [String] = []
    /// The words in the story without braces.
    var span: Span
    /// The line where it opens, from 1.
    var line: Int

    var name: String { "\(kind.rawValue)\(label)" }
    var twice: MarkupError { MarkupError(line: line, problem: "\(name) is there twice") }
    var chain: [String] { fields[2].split(separator: ">").map(String.init) }

    func manner() throws(MarkupError) -> Claim.Manner {
      guard let manner = Claim.Manner(rawValue: fields[0]) else {
        throw MarkupError(line: line, problem: "\"\(fields[0])\" is no manner")
      }
      return manner
    }

    func certainty() throws(MarkupError) -> Claim.Certainty {
      guard let certainty = Claim.Certainty(rawValue: fields[1]) else {
        throw MarkupError(line: line, problem: "\"\(fields[1])\" is no certainty")
      }
      return certainty
    }
  }

  private let bytes: ArraySlice<UInt8>
  private var i: Int
  private var line = 1
  private var marked = Marked()

  /// The story in `bytes` without its braces, and these.
  static func read(_ bytes: ArraySlice<UInt8>) throws(MarkupError) -> Marked {
    var reader = BraceReader(bytes)
    while reader.i < bytes.endIndex { try reader.step() }
    return reader.marked
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    i = bytes.startIndex
  }

  private mutating func step() throws(MarkupError) {
    switch bytes[i] {
    case UInt8(ascii: "{"): try brace()
    case UInt8(ascii: "}"): throw MarkupError(line: line, problem: "} closes nothing")
    default: copy()
    }
  }

  private mutating func copy() {
    if bytes[i] == UInt8(ascii: "\n") { line += 1 }
    marked.text.append(bytes[i])
    i += 1
  }

  private mutating func brace() throws(MarkupError) {
    let opening = line
    i += 1
    let tag = try field(opening)
    let label = String(tag.dropFirst())
    guard let first = tag.first, let kind = Brace.Kind(rawValue: first), let digit = label.first, digit.isNumber else {
      throw MarkupError(line: opening, problem: "a brace opens with c, s or q and a number, not \"\(tag)\"")
    }
    var fields: [String] = []
    if kind == .claim { for _ in 0..<3 { fields.append(try field(opening)) } }
    let start = marked.text.count
    while i < bytes.endIndex, bytes[i] != UInt8(ascii: "}") {
      guard bytes[i] != UInt8(ascii: "{") else { throw MarkupError(line: line, problem: "braces don't nest") }
      copy()
    }
    guard i < bytes.endIndex else { throw MarkupError(line: opening, problem: "{\(tag)| is not closed") }
    i += 1
    guard marked.text.count > start else { throw MarkupError(line: opening, problem: "{\(tag)| holds no words") }
    marked.braces.append(
      Brace(kind: kind, label: label, fields: fields, span: Span(start, marked.text.count), line: opening))
  }

  /// The bytes up to the next bar, which is stepped over.
  private mutating func field(_ opening: Int) throws(MarkupError) -> String {
    let start = i
    while i < bytes.endIndex, bytes[i] != UInt8(ascii: "|") {
      guard ![UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\n")].contains(bytes[i]) else { break }
      i += 1
    }
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "|") else {
      throw MarkupError(
        line: opening, problem: "a brace is {cN|manner|certainty|chain|words}, {sN|words} or {qN|words}")
    }
    defer { i += 1 }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }
}
