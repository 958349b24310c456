import Glibc
import Reader
import Stories
import Synchronization
import Terminal

/// Reads stories on all processors, the one that is wanted before the others.
///
/// Plain POSIX threads: they start at once, and the program needs no other runtime for them. There are as many as the work
/// warrants, and none without work.
final class ReadingPool: Sendable {
  /// What it has to say: each story as it is read.
  let events = Mailbox<Arrival>()
  /// What reads a story.
  let loader: StoryLoader

  private let language: Language
  private let gate = Mailbox<Void>()
  private let desk = Mutex(Desk())
  private let most: Int

  /// What the threads share.
  private struct Desk {
    /// The stories, by their index in the library.
    var items: [Item] = []
    /// Whether each was taken up.
    var isTaken: [Bool] = []
    /// The first that may not have been.
    var next = 0
    /// Stories that have changed since.
    var again: [Int] = []
    /// The story that somebody waits for.
    var wanted: Int?
    /// Those that are being read: nobody reads one while another does, lest the older reading come last.
    ///
    /// One a thread at most: a set would be slower, and its type is not there before the first frame.
    var busy: [Int] = []
    /// How many were read at least once.
    var done = 0
    var workers = 0
    var isFinding = true
    /// Who to wake when there are events, and when that was last done.
    var waker: Waker?
    var told = 0.0

    /// Takes up the next story.
    mutating func take() -> Task? {
      if let wanted, isTaken.indices.contains(wanted), !isTaken[wanted] { return take(wanted) }
      if let place = again.firstIndex(where: { !busy.contains($0) }) {
        let index = again.remove(at: place)
        busy.append(index)
        return Task(index: index, item: items[index], isFirst: false)
      }
      while next < items.count, isTaken[next] { next += 1 }
      if next < items.count { return take(next) }
      workers -= 1
      return nil
    }

    mutating func take(_ index: Int) -> Task {
      isTaken[index] = true
      busy.append(index)
      return Task(index: index, item: items[index], isFirst: true)
    }
  }

  /// A story to be read, for the first time or once more.
  private struct Task {
    var index: Int
    var item: Item
    var isFirst: Bool
  }

  /// More stories than this a thread are worth another thread.
  private static let share = 8
  /// The screen need not be drawn more often for stories that nobody waits for, in seconds.
  private static let interval = 0.1

  init(with loader: StoryLoader, language: Language) {
    self.loader = loader
    self.language = language
    most = min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 8)
  }

  /// How far it is.
  var progress: Progress {
    desk.withLock { Progress(done: $0.done, total: $0.items.count, isFinding: $0.isFinding) }
  }

  /// Has `waker` tell of events from now on.
  func tell(_ waker: Waker) { desk.withLock { $0.waker = waker } }

  /// What the story at `index` was asked for as.
  func item(_ index: Int) -> Item? { desk.withLock { $0.items.indices.contains(index) ? $0.items[index] : nil } }

  /// Has the story at `index` read before the others.
  func want(_ index: Int) { desk.withLock { $0.wanted = index } }

  /// Adds stories to what is to be read; they get the next indices.
  ///
  /// If it `isHere` the first of them is read before this returns.
  func add(_ items: [Item], here isHere: Bool = false) {
    let task = desk.withLock { desk -> Task? in
      let first = desk.items.count
      desk.items += items
      desk.isTaken += repeatElement(false, count: items.count)
      return isHere && !items.isEmpty ? desk.take(first) : nil
    }
    if let task { carryOut(task) }
    if task == nil || items.count > 1 { startWorkers() }
  }

  /// Has the story at `index` read once more, as `item`.
  func readAgain(_ index: Int, as item: Item? = nil) {
    desk.withLock { desk in
      if let item { desk.items[index] = item }
      // One that is still to be read will be read as it then is.
      if desk.isTaken[index], !desk.again.contains(index) { desk.again.append(index) }
    }
    startWorkers()
  }

  /// Says that all stories are found.
  func end() {
    events.post(.found)
    desk.withLock { $0.isFinding = false }
    wake()
  }

  /// Waits until the first frame has been drawn, which is to have the processors for itself, but not for long.
  func waitForFirstFrame() { gate.wait(for: { _ in true }, milliseconds: 250, awake: false) }

  /// Says that the first frame has been drawn, or that there will be none.
  func passFirstFrame() { gate.post(()) }

  /// Has the events taken out.
  func wake() { desk.withLock { $0.waker }?.wake() }

  // MARK: - The threads

  private func startWorkers() {
    let number = desk.withLock { desk in
      let waiting = desk.items.count - desk.next + desk.again.count
      let wanted = min(most, (waiting + Self.share - 1) / Self.share)
      defer { desk.workers = max(desk.workers, wanted) }
      return max(0, wanted - desk.workers)
    }
    for _ in 0..<number {
      var thread = pthread_t()
      let failed = pthread_create(
        &thread, nil,
        { context in
          Unmanaged<ReadingPool>.fromOpaque(context!).takeRetainedValue().work()
          return nil
        }, Unmanaged.passRetained(self).toOpaque())
      if failed == 0 { pthread_detach(thread) } else { work() }
    }
  }

  /// Reads until there is nothing to read.
  private func work() {
    while let task = desk.withLock({ $0.take() }) { carryOut(task) }
  }

  private func carryOut(_ task: Task) {
    read(task)
    let isUrgent = desk.withLock { desk in
      desk.busy.removeAll { $0 == task.index }
      if task.isFirst { desk.done += 1 }
      let isWanted = desk.wanted == task.index
      if isWanted { desk.wanted = nil }
      let isOver = desk.next >= desk.items.count && desk.again.isEmpty
      return isWanted || isOver || desk.items.count <= 64
    }
    tell(isUrgent: isUrgent)
  }

  /// Has the events taken out at once if they are urgent, and else every so often.
  private func tell(isUrgent: Bool) {
    let now = now
    let waker = desk.withLock { desk -> Waker? in
      guard isUrgent || now - desk.told > Self.interval else { return nil }
      desk.told = now
      return desk.waker
    }
    waker?.wake()
  }

  /// Reads a file and tells each story in it.
  private func read(_ task: Task) {
    var count = 0
    loader.read(task.item) { part in
      let state: Library.State
      switch part.content {
      case .success(let story): state = .read(story)
      case .failure(let problem):
        // Those who follow the files tell of one that was there and is gone.
        if problem == .notFound, !task.isFirst { return }
        let origin = task.item.origin.map { " (\($0.list):\($0.line))" } ?? ""
        state = .failed(problem.wording[language] + origin)
      }
      let name = task.item.title(language)
      guard let label = part.label else { return events.post(.story(task.index, name: name, state)) }
      events.post(.part(task.index, number: count, name: name + "#" + label, state))
      // Whoever waits for the file waits for what it begins with.
      tell(isUrgent: count == 0)
      count += 1
    }
    if count > 0 { events.post(.parts(task.index, count: count)) }
  }

  private var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
