import Display
import Stories

/// Claims for spreadsheets: comma-separated values by RFC 4180, one record a claim, each on a line of its own.
///
/// A text that a spreadsheet would run as a formula has an apostrophe before it, and so has one that begins with such an
/// apostrophe itself: who takes one away has the text.
public enum CSV {
  /// The names of the columns.
  static let columns = [
    "story", "headline", "outlet", "date", "language", "deal", "claim", "start", "end", "quote", "manner", "certainty",
    "stage", "cue", "source", "source_kind", "chain", "parties", "terms", "confidence", "note", "tags", "marked",
    "corrected",
  ]

  /// The first record, which names the columns.
  public static var header: [UInt8] { Array((columns.joined(separator: ",") + "\r\n").utf8) }

  /// The records for `claims`, places in the list of `story`.
  public static func records(for claims: [Int], of story: Story) -> [UInt8] {
    if claims.isEmpty { return [] }
    let cells = ClaimCells(story)
    let whence = [
      harmless(story.name), story.line(.headline).map(harmless) ?? "", story.layout.outlet.map(cells.name) ?? "",
      story.layout.date ?? "", story.language.rawValue, story.target.map { cells.name($0.name) } ?? "",
    ]
    // The same for all of them.
    let head = whence.map(field).joined(separator: ",")
    var bytes: [UInt8] = []
    for index in claims {
      let claim = story.claims[index]
      let nearest = claim.chain.first.map { story.sources[$0] }
      let remark = story.remark(on: .claim(index))
      let rest = [
        cells.id(index), String(cells.points[claim.span.start]), String(cells.points[claim.span.end]),
        cells.words(claim.span), claim.manner.rawValue, claim.certainty.rawValue, claim.stage?.rawValue ?? "",
        claim.cue.map(cells.words) ?? "", nearest.map { cells.name($0.name) } ?? "", nearest?.kind.rawValue ?? "",
        cells.chain(claim), cells.parties(claim), cells.terms(claim), cells.confidence(claim),
        cells.note(remark), cells.tags(remark), remark?.isMarked == true ? "true" : "",
        claim.corrected.parts.map(\.name).joined(separator: "; "),
      ]
      bytes.append(contentsOf: head.utf8)
      for value in rest {
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: field(value).utf8)
      }
      bytes.append(contentsOf: "\r\n".utf8)
    }
    return bytes
  }

  /// A field as the record has it.
  static func field(_ text: String) -> String {
    let text = mayRun(text) ? "'" + text : text
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet takes `text` for a formula, or would once an apostrophe is taken away; some take the wide forms
  /// of the signs too, and some pass over blanks before them.
  private static func mayRun(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
    return first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
  }
}
