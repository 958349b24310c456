import Display
import Testing

@testable import Reader

/// The figures of the deal on the card of a claim.
@Suite struct TermRowTests {
  /// The lines of the picture that hold `words`.
  private func lines(_ state: ReaderState, _ words: String) -> [String] {
    state.draw().picture.split(separator: "\n").map(String.init).filter { $0.contains(words) }
  }

  @Test func standUnderTheStage() {
    let card = lines(reader(120, 36, keys: typed("JJJ")), "terms ")
    #expect(card.count == 1 && card[0].contains("│ terms      price 410 million"), "\(card)")
    #expect(lines(reader(120, 36, .french, keys: typed("JJJ")), "conditions ").count == 1)
  }

  @Test func areLeftOutWhereThereAreNone() { #expect(lines(reader(120, 36, keys: typed("JJ")), "terms ").isEmpty) }
}
