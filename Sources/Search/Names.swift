import Stories

/// The names of parties, sources, deals or outlets, with the documents that each belongs to.
///
/// All that a name's bearer is known by is kept as one text, in lines of folded words, so that looking through all names
/// takes one pass over bytes.
struct Names: Sendable {
  private var postings = Postings()

  private static let lineEnd = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")

  /// Notes that `document`, the last or one behind it, belongs to who is known by `names`.
  mutating func add(_ names: [String], _ document: Int) { postings.add(Self.key(names), document) }

  /// What `names` are kept as.
  static func key(_ names: [String]) -> [UInt8] {
    var key = [lineEnd]
    key.reserveCapacity(64)
    var before = ""
    for name in names where name != before {
      before = name
      var name = name
      let start = key.count
      name.withUTF8 { bytes in
        var words = FoldedWords(bytes, 0..<bytes.count)
        while words.next() {
          if key.count > start { key.append(blank) }
          key.append(contentsOf: words.word)
        }
      }
      // What is known by one name in all languages, as most are, has one line.
      if start > 1, key[start...].elementsEqual(key[1..<start - 1]) {
        key.removeSubrange(start...)
      } else {
        key.append(lineEnd)
      }
    }
    return key
  }

  /// The number of who has `key`, for `add(number:_:)`.
  mutating func number(of key: [UInt8]) -> Int { postings.number(of: key) }

  /// Notes the same for who has `number`.
  mutating func add(number: Int, _ document: Int) { postings.add(number: number, document) }

  /// Adds the documents of the names that `patterns` fit to `set`.
  func add(_ patterns: [Pattern], to set: inout BitSet) {
    let wanted = patterns.map { Array($0.words.joined(separator: [Self.blank])) }
    for number in 0..<postings.words.count {
      let name = postings.words[number]
      let fits = zip(patterns, wanted).contains { Self.stands($1, in: name, isOpen: $0.isOpen) }
      if fits { postings.add(number, to: &set) }
    }
  }

  private static func stands(_ wanted: [UInt8], in name: ArraySlice<UInt8>, isOpen: Bool) -> Bool {
    name.withUnsafeBufferPointer { name in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 1
        while start + wanted.count <= name.count {
          if name[start] == wanted[0], name[start - 1] <= blank {
            var next = 1
            while next < wanted.count, name[start + next] == wanted[next] { next += 1 }
            if next == wanted.count, isOpen || start + next == name.count || name[start + next] <= blank { return true }
          }
          start += 1
        }
        return false
      }
    }
  }
}
