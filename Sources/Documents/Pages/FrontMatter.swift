/// Fields before a text, between two lines of three hyphens, as YAML has them.
enum FrontMatter {
  /// How many bytes the fields may take.
  private static let limit = 16 << 10

  /// The fields of `text`, by name in lower case, and what follows them; none, and all of it, if it does not begin with any.
  ///
  /// A field is a line "name: value"; a value that is a list is its elements with commas between them.
  static func split(_ text: ArraySlice<UInt8>) -> (fields: [String: String], body: ArraySlice<UInt8>) {
    var rest = text
    guard let opening = line(&rest), opening == "---" else { return ([:], text) }
    var fields: [String: String] = [:]
    var last: String?
    while text.endIndex - rest.endIndex < limit, rest.startIndex - text.startIndex < limit, let line = line(&rest) {
      if line == "---" || line == "..." { return fields.isEmpty ? ([:], text) : (fields, rest) }
      if let element = element(line), let last {
        fields[last] = [fields[last], element].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
      } else if let colon = line.firstIndex(of: ":"), line.first?.isLetter == true {
        let name = line[..<colon].lowercased()
        guard name.utf8.count <= 40, !name.contains(where: { $0 == " " && name.split(separator: " ").count > 3 }) else {
          return ([:], text)
        }
        fields[name] = value(String(line[line.index(after: colon)...]))
        last = name
      } else if !line.isEmpty, line.first != "#", line.first?.isWhitespace != true {
        return ([:], text)
      }
    }
    return ([:], text)
  }

  /// The next line, without what ends it; `nil` at the end.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[rest.startIndex..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    while let last = line.last, last == 0x0D || last == 0x20 || last == 0x09 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// What stands after the hyphen of a list's element.
  private static func element(_ line: String) -> String? {
    let bare = line.drop(while: \.isWhitespace)
    return bare.hasPrefix("- ") ? value(String(bare.dropFirst(2))) : nil
  }

  private static func value(_ written: String) -> String {
    var value = written.trimmed
    if value.hasPrefix("["), value.hasSuffix("]") {
      return value.dropFirst().dropLast().split(separator: ",").map { self.value(String($0)) }.joined(separator: ", ")
    }
    if let mark = value.first, mark == "\"" || mark == "'", value.count >= 2, value.last == mark {
      value = String(value.dropFirst().dropLast())
    }
    return value
  }
}
