import Documents
import Reading
import Stories

/// Turns the files that were asked for into stories that are read.
struct StoryLoader: Sendable {
  /// Where built-in stories come from.
  var data: DataFolder
  /// What reads them.
  var reader: StoryReader

  /// What the reader has kept of stories, if they are to be handed on with that.
  var kept: Kept?

  /// What became of a story, or of what should have been one.
  struct Part<Content> {
    /// Which part of the file it is; `nil` if the file is this one story.
    var label: String?
    /// The story, or its text, or why there is none.
    var content: Result<Content, StoryProblem>
  }

  /// Reads what `item` names and hands each story in it to `take`, as soon as it is read; one at least.
  func read(_ item: Item, _ take: (Part<Story>) -> Void) {
    documents(item) { document, label in
      take(Part(label: label, content: document.flatMap { story($0, Self.name(item, label)) }))
    }
  }

  /// The same of the texts of the stories, with their names.
  func readTexts(_ item: Item, _ take: (Part<(name: String, text: StoryText)>) -> Void) {
    documents(item) { document, label in
      let content = document.flatMap { document -> Result<(name: String, text: StoryText), StoryProblem> in
        do throws(ReadingError) {
          return .success((Self.name(item, label), try StoryReader.text(of: document.text)))
        } catch {
          return .failure(StoryProblem(error))
        }
      }
      take(Part(label: label, content: content))
    }
  }

  private static func name(_ item: Item, _ label: String?) -> String {
    label.map { "\(item.name)#\($0)" } ?? item.name
  }

  /// Hands each document in what `item` names to `take`, with its label if there are several.
  func documents(_ item: Item, _ take: (Opening.Outcome, _ label: String?) -> Void) {
    do throws(StoryProblem) {
      var wanted: String?
      let content: FileBytes.Content
      switch item.place {
      case .file(let path): content = try FileBytes.open(path)
      case .part(let label, let path):
        content = try FileBytes.open(path)
        wanted = label
      case .standardInput: content = try FileBytes.openStandardInput()
      case .data(let path):
        guard let file = data.file(path) else { throw .notFound }
        content = .whole(file)
      case .missing(let problem, _): throw problem
      }
      withoutActuallyEscaping(take) { Opening.open(content, wanted: wanted, $0) }
    } catch {
      take(.failure(error), nil)
    }
  }

  /// The story of a document.
  private func story(_ document: Document, _ name: String) -> Result<Story, StoryProblem> {
    do throws(ReadingError) {
      var story = try reader.read(document.text, name: name, hasHeadline: document.facts.headline != nil)
      story.publish(document.facts)
      story.sketch = Sketch(story.text, story.layout)
      return .success(kept?.applied(to: story) ?? story)
    } catch {
      guard case .lexicon(var problem) = error else { return .failure(StoryProblem(error)) }
      problem.file = data.display(problem.file)
      return .failure(.lexicon("\(problem)"))
    }
  }

  /// Why `story`, which this loader read, has `claims`.
  func reasons(for claims: Range<Int>, in story: Story) -> [Reasons] {
    // What could be read once can be read again.
    (try? reader.reasons(for: claims, in: story)) ?? []
  }
}

extension Story {
  /// Takes over what its file says of it, which is surer than what the words of the text tell.
  fileprivate mutating func publish(_ facts: Document.Facts) {
    if let date = facts.date { layout.date = date }
    if let outlet = facts.outlet { layout.outlet = Wording(outlet) }
    address = facts.address
  }
}
