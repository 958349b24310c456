import Stories
import Testing

@Suite("Sketches") struct SketchTests {
  /// A text of `count` different words, of which those in `changed` are others.
  private func text(_ count: Int, changed: Range<Int> = 0..<0, mark: String = "x") -> String {
    (0..<count).map { changed.contains($0) ? "\(mark)\($0)" : "word\($0)" }.joined(separator: " ")
  }

  private func sketch(_ words: String) -> Sketch? {
    let text = StoryText(bytes: Array(words.utf8))
    let span = Span(0, text.bytes.count)
    return Sketch(text, Layout(blocks: [Layout.Block(kind: .paragraph, span: span)]))
  }

  @Test("case, marks, quotes and white space do not count")
  func wording() throws {
    let plain = text(40)
    let other = plain.uppercased().replacing(" ", with: "\u{A0}« ").replacing("« WORD7", with: "’WORD7,\n")
    #expect(try #require(sketch(plain)) == #require(sketch(other)))
  }

  @Test("what texts share is about what their sketches share", arguments: [0, 10, 20, 40, 80, 200])
  func resemblance(_ changed: Int) throws {
    let one = try #require(sketch(text(400)))
    let other = try #require(sketch(text(400, changed: 0..<changed)))
    // Of 396 shingles so many are the same.
    let same = Double(396 - (changed == 0 ? 0 : changed))
    let expected = same / (2 * 396 - same)
    #expect(abs(one.resemblance(to: other) - expected) < 0.2)
  }

  @Test("a few words are no text to tell from another")
  func short() {
    #expect(sketch(text(23)) == nil)
    #expect(sketch(text(24)) != nil)
    #expect(sketch("") == nil)
  }

  @Test("headline, credits and end marks do not count")
  func layout() throws {
    let body = text(60)
    let words = "Some headline\n\n\(body)\n\nREUTER"
    let text = StoryText(bytes: Array(words.utf8))
    let start = 15
    let blocks = [
      Layout.Block(kind: .headline, span: Span(0, 13)),
      Layout.Block(kind: .paragraph, span: Span(start, start + body.utf8.count)),
      Layout.Block(kind: .signoff, span: Span(start + body.utf8.count + 2, words.utf8.count)),
    ]
    #expect(Sketch(text, Layout(blocks: blocks)) == sketch(body))
  }
}
