import Stories

/// The lexicon of names, `Data/lexicon/names.txt`: companies, governments, regulators, news media, places.
struct NameList: Sendable {
  /// The names, by their place in the file.
  private(set) var names: [KnownName] = []
  /// Every spelling, as a place in `bytes`, with the index of its name.
  private(set) var spellings: [(Range<Int>, Int)] = []
  /// The lexicon's text.
  let bytes: [UInt8]

  /// Reads lines of the form "Name | kind | alias, alias | fr: Nom | for: Party".
  ///
  /// Throws `LexiconError` with the line of what is malformed.
  init(file: String, bytes: [UInt8]) throws(LexiconError) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LexiconError(file: file, line: nil, problem: "this is not UTF-8; save the file as UTF-8")
    }
    /// The names that stand for others, with the names and lines of those.
    var principals: [(name: Int, party: String, line: Int)] = []
    try bytes.withUnsafeBufferPointer { (text) throws(LexiconError) in
      var number = 0
      var start = text.starts(with: LexiconFile.mark) ? LexiconFile.mark.count : 0
      while start < text.count {
        var end = start
        while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
        number += 1
        var stop = start
        while stop < end, text[stop] != UInt8(ascii: "#") { stop += 1 }
        do throws(Malformed) {
          if let party = try add(text, start..<stop) { principals.append((names.count - 1, party, number)) }
        } catch {
          throw LexiconError(file: file, line: number, problem: error.problem)
        }
        start = end + 1
      }
    }
    for (name, party, line) in principals {
      guard let index = names.firstIndex(where: { $0.name.english == party }) else {
        throw LexiconError(
          file: file, line: line, problem: "\(names[name].name.english) stands for \"\(party)\", which is no name here")
      }
      names[name].standsFor = index
    }
  }

  private struct Malformed: Error {
    var problem: String
  }

  /// Adds the name in the line `line`, and returns the party that it stands for.
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) throws(Malformed) -> String? {
    let fields = LexiconFile.split(text, line, at: UInt8(ascii: "|"))
    if fields.isEmpty { return nil }
    guard fields.count >= 2 else { throw Malformed(problem: "a line is \"Name | kind | alias, alias\"") }
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    guard let kind = KnownName.Kind(rawValue: string(fields[1])) else {
      let kinds = KnownName.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Malformed(problem: "\"\(string(fields[1]))\" is no kind of name; there are \(kinds)")
    }
    var known = KnownName(name: Wording(string(fields[0])), kind: kind)
    var party: String?
    spellings.append((fields[0], names.count))
    for field in fields.dropFirst(2) {
      if let french = NameList.value([UInt8]("fr:"), text, field) {
        known.name.french = string(french)
        spellings.append((french, names.count))
      } else if let principal = NameList.value([UInt8]("for:"), text, field) {
        party = string(principal)
      } else {
        for alias in LexiconFile.split(text, field, at: UInt8(ascii: ",")) { spellings.append((alias, names.count)) }
      }
    }
    names.append(known)
    return party
  }

  /// What stands behind `label` in the field.
  private static func value(_ label: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ field: Range<Int>) -> Range<Int>? {
    guard field.count > label.count, text[field].starts(with: label) else { return nil }
    return LexiconFile.trim(text, field.lowerBound + label.count..<field.upperBound)
  }
}
