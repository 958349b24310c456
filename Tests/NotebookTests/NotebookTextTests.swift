import Stories
import Testing

@testable import Notebook

/// The file: what is written is read again, and what is damaged is left out and told.
struct NotebookTextTests {
  private let story = Sample.story()

  private var everything: [(Deed, Entry.Subject, Bool)] {
    let claim = Entry.Subject.claim(story.anchor("may raise its bid"))
    let party = Entry.Subject.party(id: "quillon", name: "Quillon")
    return [
      (.certainty(.denied), claim, true), (.stage(.inTalks), claim, true), (.stage(nil), claim, true),
      (.source(["Harbour Post", "Quillon"]), claim, true), (.source([]), claim, true),
      (.words(story.anchor("Quillon, according to the Harbour Post")), claim, true), (.delete, claim, true),
      (.add, .claim(story.anchor("no bidder")), true), (.rename("Quillon Capital"), party, true),
      (.rename("Quillon Capital"), party, false), (.role(.partner), party, true), (.role(nil), party, false),
      (.merge(id: "tessaly-lines", name: "Tessaly Lines"), party, true),
      (.split(words: "Tessaly", name: "Tessaly Ports"), .party(id: "tessaly-lines", name: "Tessaly Lines"), true),
      (.note("one line"), .story, true), (.note("two\nlines\n\n.and: a third\n."), party, true),
      (.note(""), claim, true),
      (.mark(true), claim, true), (.mark(false), .story, true), (.tag("to check"), party, true),
      (.untag("to check"), party, true),
    ]
  }

  private var pen: Pen {
    var pen = Pen()
    for (deed, subject, isHere) in everything { pen.put(deed, subject, in: isHere ? story : nil) }
    pen.put(.undo, .entry(pen.notebook.entries[3].id), in: nil)
    pen.put(.redo, .entry(pen.notebook.entries[3].id), in: nil)
    return pen
  }

  private func text(_ pen: Pen) -> String {
    NotebookText(stories: Array(pen.notebook.stories.values), entries: pen.notebook.entries).text
  }

  @Test func whatIsWrittenIsReadAgain() {
    let pen = pen
    let read = NotebookText(Array((NotebookText.head + text(pen)).utf8)[...])
    #expect(read.problems == [])
    #expect(read.entries == pen.notebook.entries)
    #expect(read.stories == Array(pen.notebook.stories.values))
    #expect(!read.isTorn)
  }

  @Test func anEntryIsPlainText() {
    var pen = Pen()
    pen.put(.certainty(.denied), .claim(story.anchor("Tessaly is no bidder")), in: story)
    let key = NotebookText(stories: [StoryReference(story)]).text.split(separator: "\n")[0].dropFirst(7)
    #expect(
      NotebookText(entries: pen.notebook.entries).text == """
        Do: certainty
        Id: 20261126T101500-1000
        Story: \(key)
        Claim: Tessaly is no bidder
        Before: Varnholm had met Tessaly Lines.\u{20}
        After: , Varnholm said.
        At: 230
        Value: denied


        """)
  }

  /// A file that ends anywhere has what was finished, and no entry that was never made.
  @Test func aFileThatEndsAnywhereHasWhatWasFinished() {
    let pen = pen
    let bytes = Array((NotebookText.head + text(pen)).utf8)
    var most = 0
    for end in 0...bytes.count {
      let read = NotebookText(bytes[..<end])
      #expect(read.entries.elementsEqual(pen.notebook.entries.prefix(read.entries.count)))
      #expect(read.entries.count >= most)
      most = read.entries.count
      // What is then added behind is read, and the end that was torn off holds no more.
      let sealed = Array(bytes[..<end]) + Array((read.isTorn ? NotebookText.seal(behind: bytes[..<end]) : "").utf8)
      let later = Entry(id: "later", deed: .mark(true), subject: .story, story: story.text.fingerprint)
      let grown = NotebookText((sealed + Array(NotebookText(entries: [later]).text.utf8))[...])
      #expect(grown.entries == read.entries + [later], "cut at \(end)")
    }
    #expect(most == pen.notebook.entries.count)
  }

  @Test(arguments: [
    ("Do: certainty\nId: 1\nStory: 0000000000000001\nClaim: x\nValue: sure\n\n", 5, "“sure” is none of"),
    ("Do: certainty\nId: 1\nStory: 0000000000000001\nValue: denied\n\n", 1, "this deed needs"),
    ("Do: dance\nId: 1\nStory: 0000000000000001\n\n", 1, "nothing called “dance”"),
    ("\n\nDo: mark\nStory: 0000000000000001\n\n", 3, "“Id” is missing"),
    ("Do: mark\nId: 1\nStory: 1\n\n", 3, "no fingerprint"),
    ("Do: mark\nId: 1\nStory: everywhere\n\n", 3, "only rename"),
    ("<<<<<<< ours\nDo: mark\n\n", 1, "no “Field: value”"),
    ("Do: mark\nId: 1\nStory: 0000000000000001\nClaim: x\nAt: far\n\n", 5, "no number of bytes"),
    ("Do: mark\nId: 1\nStory: 0000000000000001\n", 1, "not finished"),
    ("Do: merge\nId: 1\nStory: everywhere\nParty: a A\nValue: b\n\n", 5, "an id and a name"),
  ])
  func damageIsToldWithItsLine(_ text: String, line: Int, words: String) {
    let read = NotebookText(Array(text.utf8)[...])
    #expect(read.entries == [])
    #expect(read.problems.map(\.line) == [line])
    #expect(read.problems.first?.wording.english.contains(words) == true, "\(read.problems)")
  }

  @Test func linesOfOtherSystemsAndCommentsAreRead() {
    let text = "# mine\r\nDo: tag\r\nId: 1\r\nStory: 0000000000000001\r\n# or theirs\r\nValue: big\r\n\r\n"
    let read = NotebookText(Array(text.utf8)[...])
    #expect(read.problems == [])
    #expect(read.entries == [Entry(id: "1", deed: .tag("big"), subject: .story, story: 1)])
  }

  @Test func controlCharactersOfAStoryStayOut() {
    let hostile = "\u{1B}]52;c;eA==\u{7}\u{9B}31m"
    let text = StoryText(bytes: Array("A claim \(hostile) here".utf8))
    let anchor = Anchor(Span(0, text.bytes.count), in: text)
    let entry = Entry(id: "1", deed: .note(hostile), subject: .claim(anchor), story: 1)
    let reference = StoryReference(key: 1, name: hostile, title: hostile, opening: hostile)
    let written = NotebookText(stories: [reference], entries: [entry]).text
    #expect(written.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
    #expect(PlainWords(text.bytes[...]).find(anchor) != nil)
  }
}
