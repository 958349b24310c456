import Stories

/// The names that a lexicon knows, by their place in the list of names; their letters are only read when asked for.
struct NameTable: Sendable {
  let english: StringColumn
  let french: StringColumn
  /// The place of each name's kind among all kinds.
  let kinds: Column<UInt8>
  /// The place of the name that each stands for, or -1.
  let principals: Column<Int32>

  /// A name of the table.
  struct Entry {
    fileprivate let table: NameTable
    fileprivate let place: Int

    var kind: KnownName.Kind { KnownName.Kind.allCases[Int(table.kinds[place])] }
    /// For a person or office: the place of the name of the party that it stands for.
    var standsFor: Int? { table.principals[place] < 0 ? nil : Int(table.principals[place]) }
    var name: Wording { Wording(english: table.english[place], french: table.french[place]) }
    /// The stable name, made from the English one.
    var id: String { KnownName.id(of: table.english[place]) }
  }

  /// How many names there are.
  var count: Int { kinds.count }

  /// The name at `place`.
  subscript(place: Int) -> Entry { Entry(table: self, place: place) }
}

extension NameTable {
  /// Makes a table of `names`.
  init(_ names: [KnownName]) {
    let all = KnownName.Kind.allCases
    self.init(
      english: StringColumn(names.map { Array($0.name.english.utf8) }),
      french: StringColumn(names.map { Array($0.name.french.utf8) }),
      kinds: Column(names.map { UInt8(all.firstIndex(of: $0.kind) ?? 0) }),
      principals: Column(names.map { Int32($0.standsFor ?? -1) }))
  }
}

/// Strings one after the other.
struct StringColumn: Sendable {
  let bytes: Column<UInt8>
  /// Where each begins, and behind the last where it ends.
  let starts: Column<UInt32>

  /// The string at `place`.
  subscript(place: Int) -> String {
    let range = Int(starts[place])..<Int(starts[place + 1])
    precondition(range.upperBound <= bytes.count, "a string outside its bytes")
    return String(
      decoding: UnsafeBufferPointer(start: bytes.base + range.lowerBound, count: range.count), as: UTF8.self)
  }
}

extension StringColumn {
  /// Makes a column of `strings`, in UTF-8.
  init(_ strings: [[UInt8]]) {
    var starts: [UInt32] = [0]
    for string in strings { starts.append(starts[starts.count - 1] + UInt32(string.count)) }
    self.init(bytes: Column(strings.flatMap { $0 }), starts: Column(starts))
  }
}
