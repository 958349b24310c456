import Display
import Stories
import Testing

@testable import Reader

/// The interface for eyes and ears: no line art, one thing at a time, and the selection in words.
@Suite struct PlainTests {
  /// Line art, blocks and braille.
  private func isArt(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) }
  }

  @Test(arguments: Language.allCases) func noPictureHasLineArt(language: Language) {
    for (width, height) in [(120, 36), (80, 24), (40, 12), (200, 60), (20, 5)] {
      for keys in ["", "1j", "3j", "4", "c", "s", "?", "/tess", "z", ">", ">>", "u"] {
        let state = reader(width, height, language, keys: typed(keys), plain: true)
        let art = state.draw().picture.filter(isArt)
        #expect(art.isEmpty, "\(art) after \(keys) at \(width)x\(height)")
        #expect(state.draw().cursor != nil || state.view == nil, "\(keys)")
      }
    }
  }

  @Test func theSelectionIsSaidInWords() {
    func words(_ keys: String, _ language: Language = .english) -> String {
      let picture = reader(120, 36, language, keys: typed(keys), plain: true).draw().picture
      return picture.split(separator: "\n", omittingEmptySubsequences: false)[1].trimmingCharacters(in: " ")
    }
    #expect(words("JJJJJ") == "Article, Claim 6 of 14, denied, Varnholm")
    #expect(words("JJJJJJJJJ") == "Article, Claim 10 of 14, denied, Sound Courier citing Radio Kyst")
    #expect(words("1") == "Parties 1 of 5: All parties")
    #expect(words("1jj") == "Parties 3 of 5: Quillon Capital, bidder, says 1, of it 6")
    #expect(words("3j") == "Sources 2 of 6: Sound Courier, 2 claims")
    #expect(words("cj") == "Claims 2 of 14: reported, own voice")
    #expect(words("sj") == "Stories 2 of 5: Les Moulins d’Orvane refusent l’offre de Brasca")
    #expect(words("1jj", .french) == "Parties 3 sur 5 : Quillon Capital, acquéreur, dit 1, visée 6")
  }

  @Test func onePaneAtATime() {
    var state = reader(200, 60, keys: typed("1"), plain: true)
    #expect(state.draw().layers.map(\.name) == ["status", "parties", "keys"])
    _ = state.update(.key(.tab))
    #expect(state.draw().layers.map(\.name) == ["status", "article", "keys"])
  }

  @Test func sourcesAndMarksAsCharacters() {
    expectPicture(
      reader(60, 14, keys: typed("JJJJJJJJJ3"), plain: true),
      """
       suitor 1/5  Varnholm turns d…   1 unreadable   claim 10/14
       Sources 2 of 6: Sound Courier, 2 claims
       Sound Courier                                    newspaper
       - Radio Kyst  origin                           broadcaster
       indirect, denied                                         -
       stage rejected
       cue   adds that
       about Varnholm
       In this story                                       claims
       * Sound Courier                                          2
       * - Radio Kyst                                           1
         Daily Ledger                                           2
         Quillon Capital                                        1
       Enter filter  [ ] claim  Tab pane  y copy  ? keys  q quit
      """)
  }
}

extension StringProtocol {
  /// Without the characters of `set` at both ends.
  fileprivate func trimmingCharacters(in set: String) -> String {
    var rest = self[...]
    while let first = rest.first, set.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, set.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
