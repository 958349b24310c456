/// Takes the forms of words as they are made: the spelling in bytes and what the form tells.
///
/// Forms are written into one buffer, one after the other, because there are thousands and the first frame waits for them.
struct FormWriter {
  /// What stands before and behind every form: "se ", " part".
  var prefix: [UInt8] = []
  var suffix: [UInt8] = []
  private var buffer: [UInt8] = []
  private let take: (UnsafeBufferPointer<UInt8>, Traits, CueEntry.Form) -> Void

  init(_ take: @escaping (UnsafeBufferPointer<UInt8>, Traits, CueEntry.Form) -> Void) {
    self.take = take
    buffer.reserveCapacity(64)
  }

  /// Writes the form `stem` with `ending`.
  mutating func write(_ stem: some Collection<UInt8>, ending: [UInt8] = [], _ traits: Traits, _ form: CueEntry.Form) {
    buffer.removeAll(keepingCapacity: true)
    if !prefix.isEmpty { buffer.append(contentsOf: prefix) }
    buffer.append(contentsOf: stem)
    buffer.append(contentsOf: ending)
    if !suffix.isEmpty { buffer.append(contentsOf: suffix) }
    buffer.withUnsafeBufferPointer { take($0, traits, form) }
  }
}

extension Array where Element == UInt8 {
  /// The bytes of a word that is written in the source.
  init(_ word: StaticString) { self = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) }

  func ends(_ ending: [UInt8]) -> Bool { count >= ending.count && suffix(ending.count).elementsEqual(ending) }
}
