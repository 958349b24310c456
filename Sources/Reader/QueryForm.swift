import Display
import Search
import Stories

/// What a query can say, over the search across stories.
struct QueryForm {
  private let column: HelpColumn
  private let rect: Rect
  private let title: String
  private let plain: Bool
  private let low: Bool

  init(_ state: ReaderState) {
    let size = state.size
    (plain, low) = (state.plain, state.isLow)
    title = Phrase.queryForm[state.language]
    let width = min(84, size.width - (size.width < 60 ? 0 : 4))
    column = Self.column(state.language, width: width - 2)
    let height = min(column.lines.count + 2, size.height - 2)
    rect =
      plain
      ? state.wholeBody
      : Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  /// The lines that show at once.
  var rows: Int { Paper.rows(in: rect, low: low) }
  /// The last line that can stand at the top.
  var lastTop: Int { max(0, column.lines.count - rows) }

  func draw(from top: Int, on picture: inout Picture) {
    var paper = Paper(box: rect, title: title, plain: plain, low: low)
    column.draw(from: top, x: 0, on: &paper)
    if lastTop > 0, rect.width > 10, !low {
      let percent = min(100, (top + rows) * 100 / (lastTop + rows))
      paper.canvas.put(" \(percent)% ", x: rect.width - 8, y: rect.height - 1, style: Style(.focusedBorder))
    }
    picture.add("query form", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
    picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1)
  }

  /// The form as lines of at most `width` columns.
  static func column(_ language: Language, width: Int) -> HelpColumn {
    func say(_ english: String, _ french: String) -> String { Wording(english: english, french: french)[language] }
    var lines: [HelpColumn.Line] = [
      .title(say("All of these must hold", "Tout doit être vrai à la fois")),
      .entry(
        keys: say("offer", "offre"),
        text: say("a word of the claim begins so", "un mot de l’affirmation commence ainsi")),
      .entry(
        keys: say("\"an offer\"", "\"une offre\""),
        text: say("just these words beside each other", "exactement ces mots côte à côte")),
      .entry(
        keys: say("-offer", "-offre"), text: say("not that; before fields too", "pas cela ; de même devant un champ")),
    ]
    // A narrow screen has no room for examples.
    let hasExamples = width >= 60
    for field in QueryField.allCases {
      let example = hasExamples ? field.example[language] : ""
      lines.append(.entry(keys: "\(field.name[language]):\(example)", text: field.help[language]))
    }
    lines.append(.blank)
    lines.append(.title(say("Values; commas between them mean or", "Valeurs ; la virgule veut dire ou")))
    let values: [(QueryField, [Wording])] = [
      (.certainty, Claim.Certainty.allCases.map(\.wording)), (.stage, Stage.allCases.map(\.wording)),
      (.manner, Claim.Manner.allCases.map(\.wording)),
    ]
    for (field, names) in values {
      lines.append(
        .entry(keys: "\(field.name[language]):", text: names.map { $0[language] }.joined(separator: ", ")))
    }
    return HelpColumn([lines][...], width: width)
  }
}
