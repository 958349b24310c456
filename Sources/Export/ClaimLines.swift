import Display
import Stories

/// Claims for other programs of the command line: one a line, with tabs between a fixed number of fields.
///
/// The fields are story, claim, start, end, date, certainty, manner, stage, confidence, chain, parties and quote. What is not
/// there is "-", since shells take two tabs for one; no field has a tab or line end in it.
public enum ClaimLines {
  /// The lines for `claims`, places in the list of `story`.
  public static func lines(for claims: [Int], of story: Story) -> [UInt8] {
    if claims.isEmpty { return [] }
    let cells = ClaimCells(story)
    let name = harmless(story.name)
    return claims.reduce(into: []) { bytes, index in
      let claim = story.claims[index]
      let fields = [
        name, cells.id(index), String(cells.points[claim.span.start]), String(cells.points[claim.span.end]),
        story.layout.date ?? "", claim.certainty.rawValue, claim.manner.rawValue, claim.stage?.rawValue ?? "",
        cells.confidence(claim), cells.chain(claim), cells.parties(claim), cells.words(claim.span),
      ]
      bytes.append(contentsOf: fields.map { $0.isEmpty ? "-" : $0 }.joined(separator: "\t").utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
