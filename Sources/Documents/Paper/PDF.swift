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
    return Document(headline: nil, paragraphs: paragraphs)
  }
}
