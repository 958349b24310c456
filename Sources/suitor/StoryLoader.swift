import Reading
import Stories

/// Turns the stories that were asked for into stories that are read.
struct StoryLoader: Sendable {
  /// Where built-in stories come from.
  var data: DataFolder
  /// What reads them.
  var reader: StoryReader

  /// The story of `item`, or why there is none.
  func story(_ item: Item) throws(StoryProblem) -> Story {
    let bytes: [UInt8]
    switch item.place {
    case .file(let path): bytes = try FileBytes.read(path)
    case .standardInput: bytes = try FileBytes.readStandardInput()
    case .data(let path):
      guard let file = data.file(path) else { throw .notFound }
      bytes = file
    case .missing(let problem, _): throw problem
    }
    do {
      return try reader.read(bytes, name: item.name)
    } catch {
      guard case .lexicon(var problem) = error else { throw StoryProblem(error) }
      problem.file = data.display(problem.file)
      throw .lexicon("\(problem)")
    }
  }

  /// Why `story`, which this loader read, has `claims`.
  func reasons(for claims: Range<Int>, in story: Story) -> [Reasons] {
    // What could be read once can be read again.
    (try? reader.reasons(for: claims, in: story)) ?? []
  }
}
