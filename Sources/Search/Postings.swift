/// For each of many words, the documents that hold it.
///
/// Documents have numbers and come in their order. Most words are in one document, which is kept as it is; further ones are
/// kept as the steps from one to the next, seven bits a byte.
struct Postings: Sendable {
  /// The words.
  private(set) var words = WordTable()
  private var first: [UInt32] = []
  private var last: [UInt32] = []
  private var steps: [[UInt8]] = []

  /// Notes that `document`, the last or one behind it, holds `word`.
  mutating func add(_ word: [UInt8], _ document: Int) { add(number: words.insert(word), document) }

  /// The number of `word`, for `add(number:_:)`.
  mutating func number(of word: [UInt8]) -> Int { words.insert(word) }

  /// Notes the same for the word with `number`.
  mutating func add(number: Int, _ document: Int) {
    let document = UInt32(document)
    while first.count <= number {
      first.append(.max)
      last.append(.max)
      steps.append([])
    }
    if first[number] == .max {
      first[number] = document
      last[number] = document
      return
    }
    var step = document - last[number]
    if step == 0 { return }
    last[number] = document
    while step >= 0x80 {
      steps[number].append(UInt8(truncatingIfNeeded: step) | 0x80)
      step >>= 7
    }
    steps[number].append(UInt8(step))
  }

  /// Sorts the words for `add(beginningWith:to:)`.
  mutating func sort() { words.sort() }

  /// Adds the documents that hold `word` to `set`.
  func add(documentsOf word: [UInt8], to set: inout BitSet) {
    if let number = words.number(of: word) { add(number, to: &set) }
  }

  /// Adds the documents that hold a word which begins with `beginning` to `set`; the words must be sorted.
  func add(beginningWith beginning: [UInt8], to set: inout BitSet) {
    for number in words.numbers(beginningWith: beginning) { add(Int(number), to: &set) }
  }

  /// Adds the documents of the word with `number` to `set`.
  func add(_ number: Int, to set: inout BitSet) {
    guard number < first.count, first[number] != .max else { return }
    var document = Int(first[number])
    set.insert(document)
    steps[number].withUnsafeBufferPointer { steps in
      var place = 0
      while place < steps.count {
        var step = 0
        var shift = 0
        while steps[place] >= 0x80 {
          step |= Int(steps[place] & 0x7F) << shift
          shift += 7
          place += 1
        }
        document += step | Int(steps[place]) << shift
        place += 1
        set.insert(document)
      }
    }
  }
}
