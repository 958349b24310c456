/// A story that was asked for: what it is called and where its bytes are.
struct Item: Sendable {
  /// The path as given, or below the folder given.
  var name: String
  /// Where its bytes are.
  var place: Place
  /// The line of a list that named it.
  var origin: Origin?

  /// Where a story's bytes are.
  enum Place: Sendable {
    case file(Path)
    /// The part of that label in a file.
    case part(String, of: Path)
    case standardInput
    /// In the data folder, at a path below it.
    case data(String)
    /// Nowhere: the folder at that path has no story, or cannot be opened.
    case missing(StoryProblem, at: Path)
  }

  /// A line of a list of names.
  struct Origin: Sendable {
    /// What the list is called.
    var list: String
    /// The line, or the name, from 1.
    var line: Int
  }

  /// The path of its file, or of the folder that has none; `nil` if it has no path.
  var path: Path? {
    switch place {
    case .file(let path), .part(_, let path), .missing(_, let path): path
    case .standardInput, .data: nil
    }
  }
}
