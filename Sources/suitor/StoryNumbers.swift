import Reader
import Stories

/// The numbers of stories in the reader's library, for the numbers of the files that they are in.
///
/// The library numbers stories in the order in which they come; files with several stories make the two differ.
struct StoryNumbers {
  /// By the number of the file: its stories.
  private var files: [File] = []
  /// By the number of the story: its file.
  private var stories: [Int32] = []

  private struct File {
    /// The first story.
    var first: Int32
    /// The stories after the first, of which most files have none.
    var others: [Int] = []
    /// What the first is called.
    var name: String
    /// What the others are called.
    var names: [String] = []

    /// The story with a number within the file, from 0.
    func story(_ number: Int) -> Int? {
      number == 0 ? Int(first) : others.indices.contains(number - 1) ? others[number - 1] : nil
    }
  }

  /// The number of the file in which the story at `index` is.
  func file(of index: Int) -> Int? { stories.indices.contains(index) ? Int(stories[index]) : nil }

  /// What the reader is to be told of `arrivals`.
  mutating func events(for arrivals: [Arrival]) -> [ReaderEvent] {
    var events: [ReaderEvent] = []
    events.reserveCapacity(arrivals.count)
    for arrival in arrivals { tell(arrival, &events) }
    return events
  }

  private mutating func tell(_ arrival: Arrival, _ events: inout [ReaderEvent]) {
    switch arrival {
    case .added(let entries, let successor):
      for entry in entries {
        files.append(File(first: Int32(stories.count), name: entry.name))
        stories.append(Int32(files.count - 1))
      }
      events.append(.added(entries, before: successor.map { Int(files[$0].first) }))
    case .moved(let number, let name, let successor):
      let file = files[number]
      let before = successor.map { Int(files[$0].first) }
      events.append(.moved(Int(file.first), name: name, before: before))
      files[number].name = name
      // What they are called now is known when the file has been read again.
      for (story, name) in zip(file.others, file.names) { events.append(.moved(story, name: name, before: before)) }
    case .gone(let numbers):
      events.append(.gone(numbers.flatMap { [Int(files[$0].first)] + files[$0].others }))
    case .found: events.append(.found)
    case .story(let number, let name, let state):
      forget(in: number, from: 1, &events)
      set(number, 0, name, state, &events)
    case .part(let file, let number, let name, let state): set(file, number, name, state, &events)
    case .parts(let number, let count): forget(in: number, from: max(1, count), &events)
    case .message(let words): events.append(.message(words))
    }
  }

  /// Tells of the story of that number within a file.
  private mutating func set(
    _ file: Int, _ number: Int, _ name: String, _ state: Library.State, _ events: inout [ReaderEvent]
  ) {
    guard let story = files[file].story(number) else {
      let last = files[file].others.last ?? Int(files[file].first)
      files[file].others.append(stories.count)
      files[file].names.append(name)
      stories.append(Int32(file))
      events.append(.parts([Library.Entry(name: name, state: state)], after: last))
      return
    }
    let before = number == 0 ? files[file].name : files[file].names[number - 1]
    if name != before {
      if number == 0 { files[file].name = name } else { files[file].names[number - 1] = name }
      events.append(.named(story, name))
    }
    events.append(.entry(story, state))
  }

  /// Tells that a file has no stories any more from `number` on.
  private mutating func forget(in file: Int, from number: Int, _ events: inout [ReaderEvent]) {
    guard files[file].others.count >= number else { return }
    events.append(.gone(Array(files[file].others[(number - 1)...])))
    files[file].others.removeSubrange((number - 1)...)
    files[file].names.removeSubrange((number - 1)...)
  }
}
