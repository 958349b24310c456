import Testing

@testable import Reading

/// What stands in for dictionaries and lists of the library's where a story is read.
@Suite struct TableTests {
  @Test("a table of numbers holds what a dictionary would") func numbers() {
    var random = Seeded(3)
    var table = NumberTable<Int32>(empty: -1)
    var expected: [UInt32: Int32] = [:]
    for step in 0..<5_000 {
      // Few numbers, so that many come again, and some that differ only in their highest bits.
      let key = UInt32.random(in: 0..<900, using: &random) &* (step % 2 == 0 ? 1 : 0x0100_0000)
      #expect(table[key] == expected[key])
      table.change(key) { $0 += 2 }
      expected[key, default: -1] += 2
      if step % 3 == 0 {
        table[key] = Int32(step)
        expected[key] = Int32(step)
      }
    }
    for (key, value) in expected { #expect(table[key] == value) }
    #expect(table[1_000_000] == nil)
  }

  @Test("eight letters at once are put in small letters as each by itself") func lowersEight() {
    for byte in UInt8(0)..<0x80 {
      let eight = UInt64(byte) | UInt64(0x7F) << 8 | UInt64(byte) << 16 | UInt64(0x40) << 56
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      #expect(Spelling.lowered(eight) == UInt64(small) | UInt64(0x7F) << 8 | UInt64(small) << 16 | UInt64(0x40) << 56)
    }
  }

  @Test("known words are found at the very end of a text, however they are written") func findsAtTheEnd() {
    var builder = VocabularyBuilder(expecting: 4)
    for word in ["said", "announced", "résumé", "a"] { intern(word, &builder) }
    let vocabulary = builder.made
    func find(_ text: String, _ word: Range<Int>) -> Int {
      Array(text.utf8).withUnsafeBufferPointer { vocabulary.find($0, word) }
    }
    #expect(find("said", 0..<4) == 0)
    #expect(find("he SAID nothing of it", 3..<7) == 0)
    #expect(find("Announced", 0..<9) == 1)
    #expect(find("Résumé", 0..<8) == 2)
    #expect(find("A", 0..<1) == 3)
    #expect(find("sand", 0..<4) == -1)
    #expect(find("sai", 0..<3) == -1)
  }

  private func intern(_ word: String, _ builder: inout VocabularyBuilder) {
    _ = Array(word.utf8).withUnsafeBufferPointer { builder.intern($0, 0..<$0.count) }
  }

  @Test("an array filled with a value has it everywhere") func fills() {
    #expect([Int](filledWith: 7, count: 3) == [7, 7, 7])
    #expect([Bool](filledWith: true, count: 0).isEmpty)
  }
}
