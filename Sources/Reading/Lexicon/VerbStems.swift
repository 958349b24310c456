/// The verbs of a language with many forms, as stems: a form is found by its stem and its ending, so that the thousands of
/// forms need not be spelled out before the first story can be read.
struct VerbStems: Sendable {
  /// The longest ending that is looked for, in bytes.
  private static let longest = 12

  struct Entry: Sendable {
    var endings: Int32
    var info: WordInfo
    /// The next entry of the same stem, or -1.
    var next: Int32
  }

  /// An ending's bytes in one word, with what it tells.
  struct Ending: Sendable {
    var key: UInt128
    var traits: Traits
    var form: CueEntry.Form
  }

  private(set) var vocabulary = Vocabulary(expecting: 1 << 10)
  /// For each stem the first of its entries.
  private(set) var heads: [Int32] = []
  private(set) var entries: [Entry] = []
  /// Sets of endings, by number.
  private(set) var endings: [[Ending]] = []
  private var numbers: [FrenchForms.EndingSet: Int32] = [:]

  init() {}

  /// Makes the stems of the parts of others, as an image keeps them.
  init(vocabulary: Vocabulary, heads: [Int32], entries: [Entry], endings: [[Ending]]) {
    self.vocabulary = vocabulary
    self.heads = heads
    self.entries = entries
    self.endings = endings
  }

  /// Adds the forms of `stem` with `set`; `info` is what every form tells.
  mutating func add(_ stem: [UInt8], _ set: FrenchForms.EndingSet, of forms: FrenchForms, _ info: WordInfo) {
    let number: Int32
    if let known = numbers[set] {
      number = known
    } else {
      number = Int32(endings.count)
      numbers[set] = number
      endings.append(forms.endings(set).map { Ending(key: VerbStems.key($0.bytes), traits: $0.traits, form: $0.form) })
    }
    let word = stem.withUnsafeBufferPointer { vocabulary.intern($0, 0..<$0.count) }
    if word == heads.count { heads.append(-1) }
    entries.append(Entry(endings: number, info: info, next: heads[word]))
    heads[word] = Int32(entries.count - 1)
  }

  /// Whether it has no verb at all.
  var isEmpty: Bool { entries.isEmpty }

  /// What the word in the bytes of `range` tells as a form of a verb.
  func info(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordInfo? {
    guard !entries.isEmpty, !range.isEmpty else { return nil }
    var found: WordInfo?
    Vocabulary.withPrefixHashes(text, range) { hashes in
      var key: UInt128 = 0
      var end = range.upperBound
      // From the longest stem to the shortest; the ending grows by a byte at its front.
      while range.upperBound - end <= VerbStems.longest {
        let word = vocabulary.find(hashes[end - range.lowerBound], text, range.lowerBound..<end)
        if word >= 0 { collect(word, key, &found) }
        // "avoir" has an empty stem: "a", "ont".
        if end == range.lowerBound { break }
        end -= 1
        let byte = text[end]
        key = key << 8 | UInt128(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    return found
  }

  /// Merges what the stem `stem` tells with the ending `key`.
  private func collect(_ stem: Int, _ key: UInt128, _ found: inout WordInfo?) {
    var next = heads[stem]
    while next >= 0 {
      let entry = entries[Int(next)]
      for ending in endings[Int(entry.endings)] where ending.key == key {
        var info = entry.info
        info.traits.formUnion(ending.traits)
        info.cue = info.cue.inForm(ending.form)
        if found == nil { found = info } else { found?.merge(info) }
      }
      next = entry.next
    }
  }

  /// The bytes of an ending in one word, the last byte highest, as `info` builds it.
  private static func key(_ ending: [UInt8]) -> UInt128 {
    ending.reversed().reduce(0) { $0 << 8 | UInt128($1) }
  }
}
