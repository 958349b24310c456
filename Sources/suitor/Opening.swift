import Documents

/// From the content of a file to the documents in it.
enum Opening {
  /// A document, or why there is none.
  typealias Outcome = Result<Document, StoryProblem>

  /// Hands each document in `content` to `take`, with its label if there are several; one outcome at least.
  ///
  /// If one part is `wanted` by its label, no other is handed on.
  static func open(
    _ content: FileBytes.Content, wanted: String?, _ take: @escaping (Outcome, _ label: String?) -> Void
  ) {
    if case .whole(let bytes) = content, wanted == nil,
      DocumentKind(bytes.prefix(DocumentKind.headLength)) == .plain
    {
      // The most usual case by far, and the one for which somebody waits.
      return take(.success(Document(text: bytes)), nil)
    }
    var parts = Parts(wanted: wanted, take: take)
    do throws(DocumentProblem) {
      let stream: ByteStream
      switch content {
      case .whole(let bytes): stream = ByteStream(bytes)
      case .long(let long, let size):
        stream = long
        // Nobody reads so much of text that is nothing else.
        if DocumentKind(try stream.peek(DocumentKind.headLength)) == .plain {
          return take(.failure(.tooLarge(size)), nil)
        }
      }
      try DocumentReader { parts.add($0) }.read(stream)
      parts.end(nil)
    } catch {
      parts.end(error)
    }
  }

  /// The parts of a file.
  ///
  /// The last is held back: the first needs no label if no other follows.
  private struct Parts {
    var wanted: String?
    var take: (Outcome, String?) -> Void
    var held: (outcome: Outcome, label: String)?
    var count = 0

    /// Takes the next part; returns whether more are wanted.
    mutating func add(_ part: DocumentReader.Part) -> Bool {
      count += 1
      let next: (outcome: Outcome, label: String)
      switch part {
      case .document(let document): next = (.success(document), document.part ?? "\(count)")
      case .problem(let problem, let label): next = (.failure(.document(problem)), label ?? "\(count)")
      }
      if let wanted, next.label != wanted { return true }
      if let held { take(held.outcome, held.label) }
      held = next
      return wanted == nil
    }

    /// Tells of the last part, and of what kept more from being opened.
    mutating func end(_ problem: DocumentProblem?) {
      if wanted != nil {
        let problem = problem.map(StoryProblem.document) ?? .noPart
        return take(held?.outcome ?? .failure(problem), nil)
      }
      if let held { take(held.outcome, count > 1 || problem != nil ? held.label : nil) }
      if let problem {
        take(.failure(.document(problem)), count > 0 ? "\(count + 1)" : nil)
      } else if count == 0 {
        take(.failure(.empty), nil)
      }
    }
  }
}
