import Stories
import Testing

@testable import Reader

@Suite struct SearchTests {
  /// What `words` finds in `text`, as it stands there.
  private func found(_ words: String, in text: String) -> [String] {
    let text = StoryText(bytes: Array(text.utf8))
    return Search(words, in: text).matches.map { text.string($0) }
  }

  @Test func caseAndAccentsDoNotMatter() {
    #expect(found("etats", in: "aux États-Unis, les etats") == ["États", "etats"])
    #expect(found("ÉTATS", in: "aux états") == ["états"])
    #expect(found("ca", in: "Ça et ça") == ["Ça", "ça"])
    #expect(found("москва", in: "МОСКВА") == ["МОСКВА"])
  }

  @Test func ligaturesAreTheirLetters() {
    #expect(found("oeuvre", in: "Œuvre, œuvre, oeuvre") == ["Œuvre", "œuvre", "oeuvre"])
    #expect(found("œuvre", in: "OEUVRE") == ["OEUVRE"])
    #expect(found("manoe", in: "manœuvre") == ["manœ"])
    #expect(found("firm", in: "a ﬁrm") == ["ﬁrm"])
    #expect(found("mano", in: "manœuvre") == ["manœ"])
    #expect(found("euvre", in: "manœuvre") == ["œuvre"])
    #expect(found("strasse", in: "Straße") == ["Straße"])
  }

  @Test func combiningMarksBelongToTheirLetters() {
    #expect(found("ete", in: "un e\u{301}te\u{301}.") == ["e\u{301}te\u{301}"])
    #expect(found("t", in: "e\u{301}t") == ["t"])
  }

  @Test func apostrophesDashesAndQuotesAreAlike() {
    #expect(found("l'offre", in: "l’offre et l'offre") == ["l’offre", "l'offre"])
    #expect(found("l’offre", in: "l'offre") == ["l'offre"])
    #expect(found("\"non", in: "«non», “non”") == ["«non", "“non"])
    #expect(found("a-b", in: "a–b") == ["a–b"])
  }

  @Test func anyWhiteSpaceIsASpace() {
    #expect(found("62 €", in: "62\u{A0}€, 62\u{202F}€, 62\n  €") == ["62\u{A0}€", "62\u{202F}€", "62\n  €"])
    #expect(found("a  b", in: "a b") == ["a b"])
  }

  @Test func matchesDoNotOverlap() {
    #expect(found("aa", in: "aaaaa") == ["aa", "aa"])
    #expect(found("", in: "abc") == [])
    #expect(found("abc", in: "ab") == [])
  }
}
