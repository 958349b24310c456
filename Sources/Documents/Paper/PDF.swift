/// Pages as they are printed, of which poppler's `pdftotext` makes lines.
enum PDF {
  private static let program = "pdftotext"
  private static let package = "poppler-utils"
  /// How long it may take, and how many bytes it may write.
  private static let seconds = 20
  private static let textLimit = 16 << 20

  /// The text of a document in `bytes`.
  ///
  /// Throws `DocumentProblem.needs` where `pdftotext` is not, `.locked`, `.damaged`, `.noText` if there are only pictures.
  static func document(_ bytes: [UInt8], program: String = program) throws(DocumentProblem) -> Document {
    let output: [UInt8]
    do throws(ProgramRun.Failure) {
      output = try ProgramRun.output(
        of: program, ["-layout", "-enc", "UTF-8", "-eol", "unix", "-q", "-", "-"], input: bytes, seconds: seconds,
        limit: textLimit)
    } catch {
      switch error {
      case .missing: throw .needs(program: program, package: package)
      case .tooLarge: throw .tooLarge(.pdf, limit: textLimit)
      case .system(let number): throw .system(number)
      case .tooSlow: throw .damaged(.pdf)
      case .failed: throw bytes.place(of: "/Encrypt") == nil ? .damaged(.pdf) : .locked(.pdf)
      }
    }
    let paragraphs = PaperText.paragraphs(String(decoding: output, as: UTF8.self))
    if paragraphs.isEmpty { throw .noText(.pdf) }
    return document(paragraphs, facts(of: paragraphs, in: bytes))
  }

  /// What the file says of its text; if `pdfinfo` is not there, what the text says of itself.
  private static func facts(of paragraphs: [String], in bytes: [UInt8]) -> PaperFacts {
    let output = try? ProgramRun.output(
      of: "pdfinfo", ["-isodates", "-enc", "UTF-8", "-"], input: bytes, seconds: seconds, limit: 1 << 20)
    let lines = String(decoding: output ?? [], as: UTF8.self).lines
    return PaperFacts(
      paragraphs, title: field("Title", in: lines),
      created: field("CreationDate", in: lines).flatMap { WrittenDay.find(in: $0) })
  }

  /// The document of `paragraphs`, the headline first.
  private static func document(_ paragraphs: [String], _ facts: PaperFacts) -> Document {
    let range = facts.headline ?? 0..<0
    return Document(
      headline: range.isEmpty ? nil : paragraphs[range].joined(separator: " "),
      paragraphs: Array(paragraphs[..<range.lowerBound] + paragraphs[range.upperBound...]),
      facts: Document.Facts(date: facts.date))
  }

  /// What the file says under `name` in the lines that poppler's `pdfinfo` wrote.
  private static func field(_ name: String, in lines: [Substring]) -> String? {
    let words = lines.first { $0.hasPrefix(name + ":") }.map { PlainParagraphs.words($0.dropFirst(name.count + 1)) }
    return words?.isEmpty ?? true ? nil : words
  }
}
