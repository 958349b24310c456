import Stories
import Testing

@testable import Reading

@Suite struct TokenTests {
  private func words(_ text: String, _ language: Language) -> [String] {
    var text = text
    let lexicon = lexicon(language)
    return text.withUTF8 { bytes in
      var tokens: [Token] = []
      Tokenizer(language: language, isAbbreviation: { lexicon.isAbbreviation($0, $1) }).tokens(
        bytes, 0..<bytes.count, into: &tokens)
      return tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("Acme Corp. didn't sell; it's over.", ["Acme", "Corp.", "did", "n't", "sell", ";", "it", "'s", "over", "."]),
    ("U.S. co-chief, AT&T $1,250.50", ["U.S.", "co-chief", ",", "AT&T", "$", "1,250.50"]),
    ("Del E. Webb's 15-3/4", ["Del", "E.", "Webb", "'s", "15-3/4"]),
    ("“No,” he said—twice…", ["“", "No", ",", "”", "he", "said", "—", "twice", "…"]),
    ("O'Neil of Acme <ACM.N>", ["O'Neil", "of", "Acme", "<", "ACM", ".", "N", ">"]),
  ]) func cutsEnglish(text: String, expected: [String]) { #expect(words(text, .english) == expected) }

  @Test(arguments: [
    ("L’offre n'est qu’un début.", ["L’", "offre", "n'", "est", "qu’", "un", "début", "."]),
    ("explique-t-il aujourd'hui", ["explique", "-t-il", "aujourd'hui"]),
    ("« Non », dit-elle.", ["«", "Non", "»", ",", "dit", "-elle", "."]),
    ("un rendez-vous, plate-forme", ["un", "rendez-vous", ",", "plate-forme"]),
    ("M. Roe, 2,2 milliards", ["M.", "Roe", ",", "2,2", "milliards"]),
  ]) func cutsFrench(text: String, expected: [String]) { #expect(words(text, .french) == expected) }

  private func capitals(_ text: String, _ language: Language) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var tokens: [Token] = []
      Tokenizer(language: language, isAbbreviation: { _, _ in false }).tokens(bytes, 0..<bytes.count, into: &tokens)
      return tokens.filter { $0.isWord && $0.isCapital }.map {
        String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
      }
    }
  }

  @Test func aCapitalMayStandInsideAName() {
    #expect(
      capitals("eBay, easyJet and jetBlue: 400 kWh of mRNA, the co-CEO; 23andMe in 1990s' 5G", .english)
        == ["eBay", "easyJet", "jetBlue", "23andMe"])
    #expect(capitals("bioMérieux n'a pas dit qu’iRobot", .french) == ["bioMérieux", "iRobot"])
  }

  private func prose(_ text: String, _ language: Language) -> (Prose, [String]) {
    let lexicon = lexicon(language)
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      var layout = PageLayout(lexicon, bytes)
      let page = layout.read()
      let prose = Prose(page, lexicon, bytes)
      return (
        prose,
        prose.sentences.map { sentence in
          let span = prose.span(sentence.tokens)
          return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        }
      )
    }
  }

  @Test(arguments: [
    ("Acme Corp. sold it. The buyer is Beta.", ["Acme Corp. sold it.", "The buyer is Beta."]),
    ("He is at Acme Corp. The company sold it.", ["He is at Acme Corp.", "The company sold it."]),
    ("“It is over.” She left.", ["“It is over.”", "She left."]),
    ("Is it over? No. 5 is.", ["Is it over?", "No. 5 is."]),
  ]) func cutsSentences(text: String, expected: [String]) { #expect(prose(text, .english).1 == expected) }

  /// The quotations of a text, an open one with "…" behind.
  private func quotations(_ text: String, _ language: Language) -> [String] {
    let (prose, _) = prose(text, language)
    let bytes = Array(text.utf8)
    return prose.quotations.map { quotation in
      let span = prose.span(quotation.content)
      return String(decoding: bytes[span.range], as: UTF8.self) + (quotation.isClosed ? "" : "…")
    }
  }

  @Test(arguments: [
    ("He said \"no\" and “never” twice.", ["no", "never"]), ("The firm's 'best offer' stands.", ["best offer"]),
    ("A stray \" mark here.", []), ("She said: “It is over.", ["It is over.…"]),
    ("\"It's Roe's,\" he said.", ["It's Roe's,"]),
  ]) func findsEnglishQuotations(text: String, expected: [String]) { #expect(quotations(text, .english) == expected) }

  @Test(arguments: [
    ("Il parle d'« erreur » et de «faute».", ["erreur", "faute"]), ("Le groupe a dit “non” hier.", ["non"]),
    ("Il juge l'offre \"trop basse\".", ["trop basse"]),
  ]) func findsFrenchQuotations(text: String, expected: [String]) { #expect(quotations(text, .french) == expected) }
}
