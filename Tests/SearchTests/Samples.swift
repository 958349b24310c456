import BuiltIn
import Foundation
import Reading
import Stories

@testable import Search

/// The stories that come with the program, read.
let shipped: [Story] = {
  let reader = StoryReader(file: builtIn, image: { bytes($0).map(UnsafeRawBufferPointer.init) })
  return (0..<built_in_file_count).map { String(cString: built_in_file_at($0).pointee.path) }
    .filter { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") }.sorted()
    .compactMap { path in builtIn(path).flatMap { try? reader.read($0, name: path) } }
}()

@Sendable private func builtIn(_ path: String) -> [UInt8]? { bytes(path).map(Array.init) }

private func bytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
  for index in 0..<built_in_file_count {
    let file = built_in_file_at(index).pointee
    if String(cString: file.path) == path { return UnsafeBufferPointer(start: file.bytes, count: file.count) }
  }
  return nil
}

/// A made-up story: its text is what it claims, sentence by sentence.
func story(
  _ name: String = "story.txt", date: String? = nil, outlet: Wording? = nil, target: String? = nil,
  parties: [Wording] = [], sources: [(Wording, party: Int?)] = [],
  _ claims: [(words: String, certainty: Claim.Certainty, stage: Stage?, about: [Int], chain: [Int], sure: Double)]
) -> Story {
  var bytes: [UInt8] = []
  var made: [Claim] = []
  for claim in claims {
    let start = bytes.count
    bytes += Array(claim.words.utf8)
    made.append(
      Claim(
        span: Span(start, bytes.count), chain: claim.chain, manner: claim.chain.isEmpty ? .ownVoice : .indirect,
        certainty: claim.certainty, stage: claim.stage, parties: claim.about, confidence: claim.sure))
    bytes += Array(". ".utf8)
  }
  let whole = Span(0, max(1, bytes.count - 1))
  let layout = Layout(blocks: [.init(kind: .paragraph, span: whole)], date: date, outlet: outlet)
  func party(_ name: Wording) -> Party {
    Party(id: name.english.lowercased().replacingOccurrences(of: " ", with: "-"), name: name, kind: .company)
  }
  return Story(
    name: name, text: StoryText(bytes: bytes), language: .english, layout: layout,
    targets: target.map { [party(Wording($0))] } ?? [], parties: parties.map(party),
    sources: sources.map {
      Source(id: party($0.0).id, name: $0.0, kind: $0.party == nil ? .newspaper : .party, party: $0.party)
    }, claims: made)
}

/// The same sale with what a reader noted and put right: of claim 0 the source; on claim 1 a mark, on claim 3 two tags, on Quillon a
/// note, on Beijing a mark, which nobody but claim 3 is about.
let notedFerries: Story = {
  var story = ferries
  story.claims[0].corrected = .source
  story.remarks = [
    remark(.claim(1), marked: true), remark(.claim(3), tags: ["follow up", "Zürich"]),
    remark(.party(1), note: "Ask them\nabout the code, or crowns"), remark(.party(2), marked: true),
  ]
  return story
}()

/// Something noted, for `Story.remarks`.
func remark(
  _ subject: Remark.Subject, note: String? = nil, tags: [String] = [], marked: Bool = false
) -> Remark {
  var remark = Remark(on: subject)
  (remark.note, remark.tags, remark.isMarked) = (note, tags, marked)
  return remark
}

/// The words of a claim with how sure they are, for `story`.
func claim(
  _ words: String, _ certainty: Claim.Certainty = .asserted, _ stage: Stage? = nil, about: [Int] = [],
  chain: [Int] = [], sure: Double = 1
) -> (words: String, certainty: Claim.Certainty, stage: Stage?, about: [Int], chain: [Int], sure: Double) {
  (words, certainty, stage, about, chain, sure)
}

/// A contested sale.
let ferries = story(
  "ferries.txt", date: "2031-05-14", outlet: Wording("Sound Courier"), target: "Ostrava Ferries",
  parties: [Wording("Varnholm"), Wording("Quillon Capital"), Wording(english: "Beijing", french: "Pékin")],
  sources: [(Wording("Varnholm"), 0), (Wording("Radio Kyst"), nil)],
  [
    claim("Varnholm will not sell its ferry arm to Quillon", .denied, .rejected, about: [0, 1], chain: [0]),
    claim("Quillon would raise its offer to 410 million crowns", .reported, .offered, about: [1], chain: [1]),
    claim("L’Écho du Val l’a écrit : l'offre est écartée, code source compris", .asserted, nil, sure: 0.4),
    claim("the source code stays with Beijing", .uncertain, .inTalks, about: [2], chain: [1, 0]),
  ])
