import Stories

/// The lexicon of names, `Data/lexicon/names.txt`: companies, governments, regulators, news media, places.
struct NameList: Sendable {
  /// The names, by their place in the file.
  private(set) var names: [KnownName] = []
  /// Every spelling with the index of its name.
  private(set) var spellings: [(String, Int)] = []

  /// Reads lines of the form "Name | kind | alias, alias | fr: Nom | for: Party".
  ///
  /// Throws `LexiconError` with the line of what is malformed.
  init(file: String, bytes: [UInt8]) throws(LexiconError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LexiconError(file: file, line: nil, problem: "this is not UTF-8; save the file as UTF-8")
    }
    var number = 0
    /// The names that stand for others, with the lines and names of those.
    var principals: [(name: Int, party: String, line: Int)] = []
    var indices: [String: Int] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      let fields = content.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(LexiconFile.trim)
      if fields.count == 1, fields[0].isEmpty { continue }
      func fail(_ problem: String) -> LexiconError { LexiconError(file: file, line: number, problem: problem) }
      guard fields.count >= 2, !fields[0].isEmpty else { throw fail("a line is \"Name | kind | alias, alias\"") }
      guard let kind = KnownName.Kind(rawValue: String(fields[1])) else {
        let kinds = KnownName.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw fail("\"\(fields[1])\" is no kind of name; there are \(kinds)")
      }
      let english = String(fields[0])
      var known = KnownName(name: Wording(english), kind: kind)
      indices[english] = names.count
      spellings.append((english, names.count))
      for field in fields.dropFirst(2) {
        if let french = NameList.value("fr:", field) {
          known.name.french = french
          spellings.append((french, names.count))
        } else if let party = NameList.value("for:", field) {
          principals.append((names.count, party, number))
        } else {
          for alias in field.utf8.split(separator: UInt8(ascii: ",")) {
            let alias = LexiconFile.trim(alias)
            if !alias.isEmpty { spellings.append((String(alias), names.count)) }
          }
        }
      }
      names.append(known)
    }
    for (name, party, line) in principals {
      guard let index = indices[party] else {
        throw LexiconError(
          file: file, line: line, problem: "\(names[name].name.english) stands for \"\(party)\", which is no name here")
      }
      names[name].standsFor = index
    }
  }

  private static func value(_ label: String, _ field: Substring) -> String? {
    guard field.hasPrefix(label) else { return nil }
    return String(LexiconFile.trim(field.utf8.dropFirst(label.utf8.count)))
  }
}
