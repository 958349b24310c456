import Glibc
import Reader
import Stories
import Terminal

/// The stories behind the reader: found, read and followed on other threads than the terminal's.
///
/// One thread looks for them and then follows what becomes of their files; a pool reads them. What is read sooner than a
/// thread starts needs neither.
final class BackgroundReading: @unchecked Sendable {
  /// What reads the stories.
  let pool: ReadingPool
  /// What the reader calls the stories; of the thread that takes the news.
  private var numbers = StoryNumbers()
  private let request: StoryFinder.Request
  private let list: NameList?
  private let language: Language
  /// Whether the finder has nothing to find any more and is yet to follow the files.
  private var isShort: Bool

  /// Starts to read the stories of `request` and those that `list` names; a `short` reading is over when this returns.
  init(
    _ request: StoryFinder.Request, _ list: NameList?, short: Bool, with loader: StoryLoader, language: Language
  ) {
    pool = ReadingPool(with: loader, language: language)
    self.request = request
    self.list = list
    self.language = language
    isShort = short
    if short {
      let items = StoryFinder.items(request)
      pool.events.post(.added(items.map { Library.Entry(name: $0.title(language)) }, before: nil))
      pool.add(items, here: true)
      pool.end()
    } else {
      start()
    }
  }

  /// What happened since the last time: stories that were found, read, changed or lost, and how far it is.
  func news() -> [ReaderEvent] { numbers.events(for: pool.events.drain()) + [.progress(pool.progress)] }

  /// What the story at an index of the library was asked for as.
  func item(_ index: Int) -> Item? { numbers.file(of: index).flatMap(pool.item) }

  /// Has the story at an index of the library read before the others.
  func want(_ index: Int) {
    if let file = numbers.file(of: index) { pool.want(file) }
  }

  /// Goes on with all that the first frame did not have to wait for: other stories, and what becomes of the files.
  func goOn() {
    if isShort { start() } else { pool.passFirstFrame() }
  }

  private func start() {
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<BackgroundReading>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    if failed == 0 { pthread_detach(thread) } else if !isShort { run() }
  }

  private func run() {
    let known = isShort
    isShort = false
    let keeper = FolderKeeper(pool, language: language)
    keeper.find(request, list, known: known)
    keeper.follow()
  }
}
