import Display
import Stories

/// The box in which one chooses what is put right about a claim or a party, and how.
struct CorrectionMenu {
  private let rows: [Correcting.Row]
  private let correcting: Correcting
  private let state: ReaderState
  private let title: String
  private let rect: Rect
  /// The row that says where it holds, for a party.
  private let hasScope: Bool

  private static let widest = 72

  init(_ state: ReaderState, _ correcting: Correcting) {
    self.state = state
    self.correcting = correcting
    rows = state.rows(of: correcting)
    let language = state.language
    switch correcting.subject {
    case .claim(let claim):
      title = KeptPhrase.claimTitle(claim + 1)[language]
      hasScope = false
    case .party:
      title = KeptPhrase.partyTitle(correcting.name)[language]
      hasScope = correcting.field != .split
    }
    let size = state.size
    let labels = rows.map { columns(of: $0.label) }.max() ?? 0
    let values = rows.map { columns(of: $0.value) }.max() ?? 0
    let wanted = max(columns(of: title) + 6, labels + (values > 0 ? values + 2 : 0) + 6, hasScope ? 36 : 0)
    let width = size.width < 60 ? size.width : min(wanted, Self.widest, size.width - 4)
    let height = min(rows.count + 2 + (hasScope ? 2 : 0), size.height - (size.height < 16 ? 2 : 4))
    rect =
      state.plain
      ? state.wholeBody
      : Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: max(3, height))
  }

  /// The rows that show at once.
  var page: Int { max(1, Paper.rows(in: rect, low: state.isLow) - (showsScope ? 2 : 0)) }

  private var showsScope: Bool { hasScope && Paper.rows(in: rect, low: state.isLow) >= 4 }

  func draw(on picture: inout Picture) {
    let head = state.plain ? inWords : title
    var paper = Paper(box: rect, title: head, plain: state.plain, low: state.isLow)
    let top = min(max(0, correcting.row - page / 2), max(0, rows.count - page))
    let column = 4 + (rows.map { columns(of: $0.label) }.max() ?? 0)
    for (y, row) in rows.dropFirst(top).prefix(page).enumerated() {
      if row.isCurrent { paper.put(state.signs.involved, x: 1, y: y, Style(.accent)) }
      let end = paper.put(row.label, x: 3, y: y, limit: paper.width - 4)
      if end < column, !row.value.isEmpty {
        paper.put(row.value, x: column + 1, y: y, limit: paper.width - column - 2, Style(.muted))
      }
      paper.mean(.choice(top + y), y: y)
      if top + y == correcting.row {
        paper.select(row: y, focused: true)
        picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y)
      }
    }
    if showsScope {
      let y = paper.height - 1
      let end = paper.put(
        KeptPhrase.scope[state.language] + (state.language == .french ? " : " : ": "), x: 3, y: y, Style(.muted))
      paper.put(scope, x: end, y: y, limit: paper.width - 1 - end, Style(.accent))
      paper.mean(.action(.scope), y: y)
    }
    picture.add("correction", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }

  private var scope: String { (correcting.isEverywhere ? KeptPhrase.everywhere : .here)[state.language] }

  /// The selected row, in words.
  var inWords: String {
    guard rows.indices.contains(correcting.row) else { return title }
    let row = rows[correcting.row]
    let colon = state.language == .french ? " : " : ": "
    return "\(title) \(Phrase.rowOf(correcting.row + 1, rows.count)[state.language])\(colon)\(row.label)"
      + (row.value.isEmpty ? "" : ", \(row.value)") + (hasScope ? ", \(scope)" : "")
  }
}
