import Stories

/// Writes stories in one form, one after the other: each as soon as it is there, but for briefings, which need all of them.
public struct Exporter {
  private let form: ExportForm
  private let language: Language
  private let text: ShowText
  private let least: Double
  private var isFirst = true
  /// What a briefing is on.
  private var library = Library()
  private var chosen: [Int: [Int]] = [:]

  /// Makes a writer; `language` and `width`, the columns of a line, are for the forms that people read.
  ///
  /// Of brat's form it writes the annotations, not the texts.
  public init(_ form: ExportForm, language: Language, width: Int = 80, from confidence: Double = 0) {
    self.form = form
    self.language = language
    text = ShowText(width: width, language: language, from: confidence)
    least = confidence
  }

  /// What is to be written before the first story.
  public var opening: [UInt8] {
    switch form {
    case .csv: CSV.header
    case .webannotation: WebAnnotation.opening
    case .jsonl, .markdown, .text, .brat: []
    }
  }

  /// What is to be written for `story` with the claims whose places in its list are `claims`.
  public mutating func bytes(for story: Story, claims: [Int]) -> [UInt8] {
    switch form {
    case .csv: return CSV.records(for: claims, of: story)
    case .jsonl: return JSONLines.line(for: story, claims: claims)
    case .webannotation:
      let bytes = WebAnnotation.annotations(for: claims, of: story, first: isFirst)
      if !bytes.isEmpty { isFirst = false }
      return bytes
    case .text:
      let whole = claims == story.claims(from: least)
      let words = whole ? text.text(of: story) : text.text(of: story, found: claims)
      defer { isFirst = false }
      return Array(((isFirst ? "" : "\n\n") + words).utf8)
    case .brat: return Brat.annotations(for: claims, of: story)
    case .markdown:
      chosen[library.entries.count] = claims
      library.add([Library.Entry(name: story.name, state: .read(story))])
      return []
    }
  }

  /// What is to be written behind the last story.
  public func closing() -> [UInt8] {
    switch form {
    case .webannotation: WebAnnotation.closing
    case .markdown: Array(Briefing(language: language).text(of: library, claims: chosen).utf8)
    case .csv, .jsonl, .text, .brat: []
    }
  }
}
