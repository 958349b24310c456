/// The forms in which readings leave the program, as the command line spells them.
public enum ExportForm: String, Sendable, CaseIterable {
  /// A row a claim, for spreadsheets.
  case csv
  /// One JSON object a story.
  case jsonl
  /// A briefing on each deal.
  case markdown
  /// The whole reading as text.
  case text
  /// W3C Web Annotations, one a claim.
  case webannotation
  /// Stand-off annotations: a folder with a text and an annotation file a story.
  case brat

  /// What the names of files in this form end in; `nil` for a folder.
  public var ending: String? {
    switch self {
    case .csv: ".csv"
    case .jsonl: ".jsonl"
    case .markdown: ".md"
    case .text: ".txt"
    case .webannotation: ".jsonld"
    case .brat: nil
    }
  }

  /// What a person calls it.
  public var wording: Wording {
    switch self {
    case .csv: Wording("CSV")
    case .jsonl: Wording(english: "JSON lines", french: "lignes JSON")
    case .markdown: Wording("Markdown")
    case .text: Wording(english: "text", french: "texte")
    case .webannotation: Wording("Web Annotation")
    case .brat: Wording(english: "brat folder", french: "dossier brat")
    }
  }
}
