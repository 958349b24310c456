import Display
import Export
import Stories
import Testing

@Suite("Text for a pager") struct ShowTextTests {
  @Test("the whole reading, in English")
  func english() {
    let expected = """
      # Acme snubs Zed

      File       dir/a "b".txt
      Language   French
      Date       2020-09-14
      Reference  X 1
      Credit     A. Nom
      Target     Widget
      Stage      in talks

      ## Parties

      - Acme, seller: 0 claims by it, 1 about
        it
      - Beijing: 0 claims by it, 1 about it

      ## Article

      Été 😀

      Acme snubs Zed

      Zed said [1] «no deal» was near. Selon
      Reuters, citant CGTN, [2¿] Acme
      "pourrait" vendre.

      ## Claims

      [1] - denied, own voice
          no deal

      [2¿] ? uncertain, mixed: Reuters <- CGTN
           Acme "pourrait" vendre
           (cue: Selon; stage: in talks;
           terms: a share vendre; about: Acme,
           Beijing; confidence: 43%, doubtful)

      ## Sources

      - the article itself: 1 claim
      - Reuters (news agency): 1 claim
        - <- CGTN (broadcaster): 1 claim

      """
    #expect(ShowText(width: 40, language: .english).text(of: Sample.story) == expected)
  }

  @Test("claims below a confidence are left out, and not counted")
  func confident() {
    let text = ShowText(width: 80, language: .english, from: 0.5).text(of: Sample.story)
    #expect(text.contains("Confidence  from 50%\n"), "\(text)")
    #expect(text.contains("[1] «no deal»"))
    #expect(!text.contains("[2"))
    #expect(text.contains("- Acme, seller: 0 claims by it, 0 about it\n"))
    #expect(text.hasSuffix("## Sources\n\n- the article itself: 1 claim\n"))
  }

  @Test("what decided stands under each claim")
  func why() {
    let reasons = [
      Reasons(ground: .ownVoice),
      Reasons(
        ground: .cue,
        decision: .init(
          strength: 4, frame: .source, rule: .preposition, likelihood: 0.52, exact: 0.4,
          features: [.init(name: "start com R", weight: 1.204), .init(name: "noneBias", weight: -0.3)],
          runnerUp: .init(words: [Sample.find("Zed said")], probability: 0.31))),
    ]
    let text = ShowText(width: 80, language: .english).text(of: Sample.story, reasons: reasons)
    let expected = """
      [1] - denied, own voice
          no deal
          found  nobody is named for this clause
          marks  does more than assert
          sure   100%

      [2¿] ? uncertain, mixed: Reuters <- CGTN
           Acme "pourrait" vendre
           (cue: Selon; stage: in talks; terms: a share vendre; about: Acme, Beijing;
           confidence: 43%, doubtful)
           found    a cue attributes it
           cue      Selon: goes before its source; strength 4/5
           rule     a preposition before the source
           likely   52%, just these words 40%
           else     31% “Zed said”
           sure     43%, doubtful
           for      +1.20 start com R
           against  -0.30 noneBias

      """
    #expect(text.contains(expected), "\(text)")
  }

  @Test("names and terms follow the interface, the article does not")
  func french() {
    let text = ShowText(width: 80, language: .french).text(of: Sample.story)
    #expect(text.contains("- Pékin : 0 affirmation de sa part, 1 à son sujet\n"), "\(text)")
    #expect(text.contains("[2¿] ? incertain, mixte : Reuters <- CGTN\n"))
    #expect(text.contains("Zed said [1] «no deal» was near."))
  }

  @Test("no line is wider than asked for, whatever it holds", arguments: [20, 33, 80])
  func width(_ width: Int) {
    let words = "漢字かな交じり文 " + String(repeating: "x", count: 300) + " e\u{301}te\u{301} 😀😀😀 \u{1B}[31m"
    let story = Story(
      name: words, text: StoryText(bytes: Array(words.utf8)), language: .english,
      layout: Layout(blocks: [.init(kind: .paragraph, span: Span(0, words.utf8.count))]))
    for line in ShowText(width: width, language: .french).text(of: story).split(separator: "\n") {
      #expect(Glyphs(line).reduce(0) { $0 + $1.columns } <= width, "\(line)")
    }
  }

  @Test("no control character of a story reaches a terminal")
  func harmless() {
    let words = "a\u{1B}]0;title\u{7}b\u{9B}c\u{202E}d\u{8}"
    let story = Story(
      name: words, text: StoryText(bytes: Array(words.utf8)), language: .english,
      layout: Layout(blocks: [.init(kind: .paragraph, span: Span(0, words.utf8.count))]))
    let text = ShowText(width: 80, language: .english).text(of: story)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && ($0.properties.generalCategory == .control) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test("a story without parties, claims and target says so")
  func bare() {
    let story = Story(name: "x", text: StoryText(bytes: [0x61]), language: .english, layout: Layout())
    let text = ShowText(width: 80, language: .english).text(of: story)
    #expect(text.contains("Target    not found"))
    #expect(text.contains("## Parties\n\nNone was found."))
    #expect(text.contains("## Claims\n\nNone was found."))
  }

  @Test("a story whose claims are all left out does not say that it has none")
  func noneSoSure() {
    let text = ShowText(width: 80, language: .english, from: 1.1).text(of: Sample.story)
    #expect(text.contains("## Claims\n\nNone is so sure."))
  }

  @Test("bytes that were no UTF-8 are said to be a guess")
  func encoding() {
    let story = Story(
      name: "x", text: StoryText(bytes: [0x61], encoding: .windows1252), language: .english, layout: Layout())
    #expect(ShowText(width: 80, language: .english).text(of: story).contains("Encoding  Windows-1252 (a guess)"))
  }
}
