/// The verbs of a language with many forms, as stems: a form is found by its stem and its ending, so that the thousands of
/// forms need not be spelled out before the first story can be read.
///
/// A class, since every word is looked up in it, and a copy would count all its columns.
final class VerbStems: Sendable {
  /// The longest ending that is looked for, in bytes.
  private static let longest = 12

  let vocabulary: Vocabulary
  /// For each stem the first of its entries.
  let heads: Column<Int32>
  /// For each entry the number of its set of endings, what every form tells, and the next entry of the same stem or -1.
  let sets: Column<Int32>
  let infos: Column<WordInfo>
  let nexts: Column<Int32>
  /// Where the endings of each set begin, and behind the last where they end.
  let endingStarts: Column<Int32>
  /// For each ending its bytes in one number, the traits that it gives, and its form.
  let endings: Column<UInt128>
  let traits: Column<UInt128>
  let forms: Column<UInt16>

  init(
    vocabulary: Vocabulary, heads: Column<Int32>, sets: Column<Int32>, infos: Column<WordInfo>, nexts: Column<Int32>,
    endingStarts: Column<Int32>, endings: Column<UInt128>, traits: Column<UInt128>, forms: Column<UInt16>
  ) {
    self.vocabulary = vocabulary
    self.heads = heads
    self.sets = sets
    self.infos = infos
    self.nexts = nexts
    self.endingStarts = endingStarts
    self.endings = endings
    self.traits = traits
    self.forms = forms
  }

  /// Whether it has no verb at all.
  var isEmpty: Bool { sets.isEmpty }

  /// What the word in the bytes of `range` tells as a form of a verb.
  func info(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordInfo? {
    guard !isEmpty, !range.isEmpty else { return nil }
    var found: WordInfo?
    Spelling.withPrefixHashes(text, range) { hashes in
      // All at once, not one after the other.
      for length in max(0, range.count - VerbStems.longest)...range.count { vocabulary.fetch(hashes[length]) }
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
    var entry = heads[stem]
    while entry >= 0 {
      let set = Int(sets[Int(entry)])
      for ending in Int(endingStarts[set])..<Int(endingStarts[set + 1]) where endings[ending] == key {
        var info = infos[Int(entry)]
        info.traits.formUnion(Traits(rawValue: traits[ending]))
        info.cue = info.cue.inForm(CueEntry.Form(rawValue: forms[ending]) ?? .base)
        if found == nil { found = info } else { found?.merge(info) }
      }
      entry = nexts[Int(entry)]
    }
  }

  /// The bytes of an ending in one number, the last byte highest, as `info` builds it.
  fileprivate static func key(_ ending: [UInt8]) -> UInt128 {
    ending.reversed().reduce(0) { $0 << 8 | UInt128($1) }
  }
}

/// Verb stems that are being collected.
struct VerbStemsBuilder {
  private var vocabulary = VocabularyBuilder(expecting: 1 << 10)
  private var heads: [Int32] = []
  private var sets: [Int32] = []
  private var infos: [WordInfo] = []
  private var nexts: [Int32] = []
  private var endingStarts: [Int32] = [0]
  private var endings: [UInt128] = []
  private var traits: [UInt128] = []
  private var forms: [UInt16] = []
  private var numbers: [FrenchForms.EndingSet: Int32] = [:]

  /// What was made.
  var made: VerbStems {
    VerbStems(
      vocabulary: vocabulary.made, heads: Column(heads), sets: Column(sets), infos: Column(infos),
      nexts: Column(nexts), endingStarts: Column(endingStarts), endings: Column(endings), traits: Column(traits),
      forms: Column(forms))
  }

  /// Adds the forms of `stem` with `set`; `info` is what every form tells.
  mutating func add(_ stem: [UInt8], _ set: FrenchForms.EndingSet, of french: FrenchForms, _ info: WordInfo) {
    let number: Int32
    if let known = numbers[set] {
      number = known
    } else {
      number = Int32(endingStarts.count - 1)
      numbers[set] = number
      for ending in french.endings(set) {
        endings.append(VerbStems.key(ending.bytes))
        traits.append(ending.traits.rawValue)
        forms.append(ending.form.rawValue)
      }
      endingStarts.append(Int32(endings.count))
    }
    let word = stem.withUnsafeBufferPointer { vocabulary.intern($0, 0..<$0.count) }
    if word == heads.count { heads.append(-1) }
    sets.append(number)
    infos.append(info)
    nexts.append(heads[word])
    heads[word] = Int32(sets.count - 1)
  }
}
