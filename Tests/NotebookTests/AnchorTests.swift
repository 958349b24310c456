import Stories
import Testing

@testable import Notebook

/// Whether words are found again when the text around them has changed.
struct AnchorTests {
  private func found(_ anchor: Anchor, in text: String) -> String? {
    let bytes = Array(text.utf8)
    return PlainWords(bytes[...]).find(anchor).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private let story = Sample.story()

  @Test func findsWordsWhereTheyStood() {
    #expect(found(story.anchor("may raise its bid"), in: Sample.text) == "may raise its bid")
  }

  @Test func findsWordsBehindMoreText() {
    let anchor = story.anchor("may raise its bid")
    #expect(found(anchor, in: "A line more.\n\n" + Sample.text) == "may raise its bid")
  }

  @Test func whiteSpaceIsOneSpace() {
    let anchor = story.anchor("the bid of Quillon was too low")
    let wrapped = Sample.text.replacing(" of Quillon", with: "\n   of\tQuillon")
    #expect(found(anchor, in: wrapped) == "the bid\n   of\tQuillon was too low")
  }

  @Test func ofTheSameWordsTheSurroundingsDecide() {
    let text = "He said the bid was low.  They said the bid was low, again. She wrote the bid was low."
    let bytes = Array(text.utf8)
    for start in [8, 36, 70] {
      let anchor = Anchor(Span(start, start + 15), in: StoryText(bytes: bytes))
      #expect(anchor.quote == "the bid was low")
      // As many bytes in front as make each of them stand where another one stood.
      for shift in [0, 28, 33, 61] {
        let longer = String(repeating: "x", count: shift) + text
        let place = PlainWords(Array(longer.utf8)[...]).find(anchor)
        #expect(place?.start == start + shift)
      }
    }
  }

  @Test func editedWordsAreThoseBetweenTheSameSurroundings() {
    let anchor = story.anchor("the bid of Quillon was too low")
    let edited = Sample.text.replacing("the bid of Quillon was too low", with: "Quillon’s offer was far too low")
    #expect(found(anchor, in: edited) == "Quillon’s offer was far too low")
  }

  @Test func whatIsGoneIsNotFound() {
    let anchor = story.anchor("Tessaly is no bidder")
    #expect(found(anchor, in: "Quite another text about quite another deal.") == nil)
    #expect(found(anchor, in: "") == nil)
  }

  @Test func surroundingsAreWholeCharacters() {
    let text = String(repeating: "é", count: 40) + " bid " + String(repeating: "漢", count: 40)
    let anchor = Anchor(Span(81, 84), in: StoryText(bytes: Array(text.utf8)))
    #expect(anchor.quote == "bid")
    #expect(anchor.before == String(repeating: "é", count: 15) + " ")
    #expect(anchor.after == " " + String(repeating: "漢", count: 10))
  }
}
