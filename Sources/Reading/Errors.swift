/// Why bytes are no story.
public enum ReadingError: Error, Equatable, Sendable {
  /// There is nothing but white space.
  case empty
  /// The bytes are no text in any encoding: a picture, a program, an archive.
  case binary
  /// A lexicon that the story needs is missing or malformed.
  case lexicon(LexiconError)
}

/// What is wrong with a lexicon, and where.
public struct LexiconError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path below `Data`.
  public var file: String
  /// The line, from 1; `nil` if the whole file is meant.
  public var line: Int?
  /// What is wrong and what to do about it, without a stop.
  public var problem: String

  /// "lexicon/fr/cues.txt:12: …".
  public var description: String { line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)" }

  /// Makes an error.
  public init(file: String, line: Int?, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}
