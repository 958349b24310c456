/// What is wrong with a labelled story, and where.
public struct MarkupError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line of the file, from 1.
  public var line: Int
  /// What is wrong and what to do about it, without a stop.
  public var problem: String

  /// "12: …".
  public var description: String { "\(line): \(problem)" }

  /// Makes an error.
  public init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }
}
