import Deals
import Stories
import Testing

@Suite("Copies") struct CopyRegisterTests {
  /// Sentences that no other number has.
  private static func words(_ number: Int, _ count: Int = 120) -> [String] {
    (0..<count).map { "w\(number)x\($0 * 7 % 113)y\($0)" }
  }

  private static func story(_ words: [String]) -> Story {
    let text = StoryText(bytes: Array(words.joined(separator: " ").utf8))
    let layout = Layout(blocks: [Layout.Block(kind: .paragraph, span: Span(0, text.bytes.count))])
    var story = Story(name: "", text: text, language: .english, layout: layout)
    story.sketch = Sketch(text, layout)
    return story
  }

  /// A library that is told story by story, with a register that follows it.
  private struct Told {
    var library = Library()
    var register = CopyRegister()

    mutating func add(_ words: [String], before successor: Int? = nil) {
      library.add([Library.Entry(name: "", state: .read(CopyRegisterTests.story(words)))], before: successor)
      note(library.entries.count - 1)
    }

    mutating func set(_ index: Int, _ words: [String]) {
      library.set(index, to: .read(CopyRegisterTests.story(words)))
      note(index)
    }

    mutating func remove(_ index: Int) {
      library.remove(index)
      note(index)
    }

    private mutating func note(_ index: Int) {
      for changed in register.note(index, in: library) {
        library.mark(changed, copyOf: register.original(of: changed))
      }
    }

    /// For each story in order its original, or itself.
    var originals: [Int] { library.order.map { library.entries[$0].original ?? $0 } }
  }

  @Test("the same text is a copy of the first, another is none")
  func same() {
    var told = Told()
    for number in [1, 2, 1, 3, 2, 1] { told.add(Self.words(number)) }
    #expect(told.originals == [0, 1, 0, 3, 1, 0])
    #expect(told.register.copies(of: 0) == [2, 5] && told.register.copies(of: 3) == [])
    #expect(told.library.copies == 3 && told.library.shown == 3)
    #expect(told.library.shownPlace(of: 3) == 2)
  }

  @Test("a few changed words make no other text, half of them do")
  func changes() {
    var told = Told()
    let words = Self.words(1)
    told.add(words)
    told.add(["updated"] + words.prefix(60) + ["again"] + words.suffix(60))
    // The first two thirds.
    told.add(Array(words.prefix(80)))
    // A teaser.
    told.add(Array(words.prefix(40)))
    told.add(words.prefix(60) + Self.words(2, 60))
    #expect(told.originals == [0, 0, 0, 3, 4])
  }

  @Test("the original is the one that is shown first, whichever was read first")
  func order() {
    var told = Told()
    told.add(Self.words(1))
    told.add(Self.words(1))
    told.add(Self.words(1), before: 0)
    #expect(told.library.order == [2, 0, 1])
    #expect(told.originals == [2, 2, 2])
    #expect(told.register.copies(of: 2) == [0, 1])
  }

  @Test("when the original goes or changes, its first copy stands for the others")
  func heirs() {
    var told = Told()
    for number in [1, 1, 2, 1] { told.add(Self.words(number)) }
    told.set(0, Self.words(2))
    #expect(told.originals == [0, 1, 0, 1])
    told.remove(1)
    #expect(told.originals == [0, 0, 3])
    told.remove(0)
    #expect(told.originals == [2, 3])
    #expect(told.register.isEmpty && told.library.copies == 0)
    told.set(3, Self.words(2))
    #expect(told.originals == [2, 2])
  }

  @Test("what was told in any order, with changes, is what would be told at once")
  func random() {
    var seeded = Seeded(seed: 20_260_101)
    for _ in 0..<30 {
      var told = Told()
      for _ in 0..<40 {
        let number = Int.random(in: 1...5, using: &seeded)
        switch Int.random(in: 0..<4, using: &seeded) {
        case 0: told.add(Self.words(number), before: told.library.order.randomElement(using: &seeded))
        case 1 where !told.library.order.isEmpty:
          told.set(told.library.order.randomElement(using: &seeded)!, Self.words(number))
        case 2 where told.library.order.count > 3: told.remove(told.library.order.randomElement(using: &seeded)!)
        default: told.add(Self.words(number))
        }
      }
      var firsts: [[UInt8]: Int] = [:]
      let expected = told.library.order.map { index -> Int in
        let bytes = told.library.story(index)!.text.bytes
        if firsts[bytes] == nil { firsts[bytes] = index }
        return firsts[bytes]!
      }
      #expect(told.originals == expected)
      #expect(told.library.copies == expected.count - Set(expected).count)
    }
  }
}
