import Notebook
import Stories

/// A story of our own: Varnholm turns down Quillon's bid for Ostrava Ferries.
enum Sample {
  static let text = """
    Varnholm rejects second bid for Ostrava Ferries

    Varnholm said on Monday that the bid of Quillon was too low. Quillon, according to the Harbour Post, may raise its bid.
    The Harbour Post wrote that Varnholm had met Tessaly Lines.

    Tessaly is no bidder, Varnholm said.
    """

  /// The story, read by hand, of `text` or of an edited one.
  static func story(_ text: String = text, name: String = "deals/varnholm.txt") -> Story {
    let text = StoryText(bytes: Array(text.utf8))
    var story = Story(
      name: name, text: text, language: .english, layout: layout(text),
      targets: [Party(id: "ostrava-ferries", name: Wording("Ostrava Ferries"), kind: .company)],
      parties: [
        Party(id: "varnholm", name: Wording("Varnholm"), kind: .company, role: .seller),
        Party(id: "quillon", name: Wording("Quillon"), kind: .company, role: .bidder),
        Party(id: "tessaly-lines", name: Wording("Tessaly Lines"), kind: .company),
      ],
      sources: [
        Source(id: "varnholm", name: Wording("Varnholm"), kind: .party, party: 0),
        Source(id: "harbour-post", name: Wording("Harbour Post"), kind: .newspaper),
      ])
    story.mentions = mentions(
      [
        ("Ostrava Ferries", .target(0)), ("Varnholm", .party(0)), ("Quillon", .party(1)), ("Tessaly Lines", .party(2)),
        ("Tessaly is", .party(2)), ("Harbour Post", .source(1)),
      ], in: text)
    story.claims = [
      ("the bid of Quillon was too low", [0], .indirect, [1]), ("may raise its bid", [1], .indirect, [1]),
      ("Varnholm had met Tessaly Lines", [1], .indirect, [0, 2]), ("Tessaly is no bidder", [0], .indirect, [2]),
    ].compactMap { (words, chain, manner, parties) in
      span(of: words, in: text).map {
        Claim(span: $0, chain: chain, manner: manner, certainty: .asserted, parties: parties, confidence: 0.4)
      }
    }
    return story
  }

  private static func layout(_ text: StoryText) -> Layout {
    let paragraphs = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n\n")
    return Layout(
      blocks: paragraphs.enumerated().compactMap { number, words in
        span(of: String(words), in: text).map { Layout.Block(kind: number == 0 ? .headline : .paragraph, span: $0) }
      })
  }

  private static func mentions(_ names: [(String, Mention.Referent)], in text: StoryText) -> [Mention] {
    var found: [Mention] = []
    for (name, referent) in names {
      var start = 0
      while let span = span(of: name, in: text, from: start) {
        // "Tessaly is" tells which Tessaly is meant, no more.
        let end = name.hasSuffix(" is") ? span.end - 3 : span.end
        found.append(Mention(span: Span(span.start, end), referent: referent, form: .name))
        start = span.end
      }
    }
    return found.sorted { $0.span < $1.span }
  }

  /// Where `words` first stand in `text`.
  static func span(of words: String, in text: StoryText, from start: Int = 0) -> Span? {
    let wanted = Array(words.utf8)
    guard text.bytes.count >= wanted.count, start <= text.bytes.count - wanted.count else { return nil }
    for place in start...(text.bytes.count - wanted.count)
    where text.bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
      return Span(place, place + wanted.count)
    }
    return nil
  }
}

extension Story {
  /// The words of a claim.
  func words(_ claim: Int) -> String { text.string(claims[claim].span) }

  /// The claim of these words.
  func claim(_ words: String) -> Int? { claims.indices.first { self.words($0) == words } }

  /// The anchor of `words`.
  func anchor(_ words: String) -> Anchor { Anchor(Sample.span(of: words, in: text)!, in: text) }

  /// By name who says a claim, the nearest first.
  func speakers(_ claim: Int) -> [String] { claims[claim].chain.map { sources[$0].name.english } }
}

/// Puts entries down as they come, with ids of their own.
struct Pen {
  var notebook = Notebook()

  /// Does something in `story`, or everywhere; returns the entry's id.
  @discardableResult
  mutating func put(_ deed: Deed, _ subject: Entry.Subject, in story: Story?) -> String {
    let id = "20261126T101500-\(1000 + notebook.entries.count)"
    if let story { notebook.add(StoryReference(story)) }
    notebook.add(Entry(id: id, deed: deed, subject: subject, story: story?.text.fingerprint))
    return id
  }
}
