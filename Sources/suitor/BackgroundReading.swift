import Glibc
import Reader
import Stories
import Synchronization
import Terminal

/// Finds and reads the stories on a thread of its own, the one that is wanted before the others.
///
/// A plain POSIX thread: it starts at once, and the program needs no other runtime for it. What is read sooner than a
/// thread starts needs none.
final class BackgroundReading: Sendable {
  /// What it has to say: first the stories that were found, then each as it is read.
  let events = Mailbox<ReaderEvent>(capacity: 256)

  private let find: @Sendable () -> [Item]
  /// What reads a story.
  let loader: StoryLoader
  private let language: Language
  private let orders = Mutex(Orders())

  private struct Orders {
    /// The story to read before the others.
    var wanted: Int?
    /// Who to wake when there are events.
    var waker: Waker?
  }

  /// Starts to read the stories that `find` finds; a `short` reading is over when this returns.
  init(_ find: @escaping @Sendable () -> [Item], short: Bool, with loader: StoryLoader, language: Language) {
    self.find = find
    self.loader = loader
    self.language = language
    if short {
      run()
      return
    }
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<BackgroundReading>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    if failed == 0 { pthread_detach(thread) } else { run() }
  }

  /// Has `waker` tell of events from now on.
  func tell(_ waker: Waker) { orders.withLock { $0.waker = waker } }

  /// Has the story at `index` read before the others.
  func want(_ index: Int) { orders.withLock { $0.wanted = index } }

  private func run() {
    let items = find()
    events.post(.added(items.map { Library.Entry(name: $0.title(language)) }))
    var isRead = Array(repeating: false, count: items.count)
    var next = 0
    var told = now
    for done in 0..<items.count {
      while isRead[next] { next += 1 }
      var index = next
      let wanted = orders.withLock { orders in
        defer { orders.wanted = nil }
        return orders.wanted
      }
      if let wanted, isRead.indices.contains(wanted), !isRead[wanted] { index = wanted }
      isRead[index] = true
      events.post(.entry(index, state(of: items[index])))
      events.post(.progress(done: done + 1, total: items.count))
      // The screen need not be drawn for each of ten thousand stories, but somebody may be looking at the wanted one.
      let isFew = items.count <= 64
      if isFew || index == wanted || done + 1 == items.count || events.isCrowded || now - told > 0.1 {
        orders.withLock { $0.waker }?.wake()
        told = now
      }
    }
  }

  private func state(of item: Item) -> Library.State {
    do throws(StoryProblem) {
      return .read(try loader.story(item))
    } catch {
      return .failed(error.wording[language])
    }
  }

  private var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
