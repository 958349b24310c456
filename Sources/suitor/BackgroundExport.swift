import Glibc
import Reader
import Stories
import Terminal

/// Files of very many claims, which are written while one reads on, one after the other.
final class BackgroundExport: @unchecked Sendable {
  private let orders = Mailbox<Job?>()
  private let outcomes = Mailbox<Exported>()
  private let waker: Waker
  private var thread: pthread_t?
  /// The files that are asked for and not told of as written; of the thread that has the terminal.
  private(set) var names: [String] = []

  private struct Job: Sendable {
    var order: ExportOrder
    var file: ExportFile
  }

  /// More claims than this take longer to write than a key should.
  static let threshold = 5_000

  init(waking waker: Waker) { self.waker = waker }

  /// Has `order` carried out behind the reader; returns false if it has to be done here, since there is no thread for it.
  func begin(_ order: ExportOrder, with file: ExportFile) -> Bool {
    guard start() else { return false }
    names.append(order.name)
    orders.post(Job(order: order, file: file))
    return true
  }

  /// What became of files since the last time.
  func news() -> [Exported] {
    let news = outcomes.drain()
    names.removeFirst(min(news.count, names.count))
    return news
  }

  /// Waits until all is written; returns what was not told of yet.
  func finish() -> [Exported] {
    guard let thread else { return [] }
    orders.post(nil)
    pthread_join(thread, nil)
    self.thread = nil
    return news()
  }

  /// Takes away what is only written in part, for a program that is to end at once.
  func abandon() {
    for name in names { unlink(NewFile.draft(of: ExportFile.path(name)).bytes) }
  }

  private func start() -> Bool {
    if thread != nil { return true }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let failed = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<BackgroundExport>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    if failed != 0 {
      context.release()
      return false
    }
    self.thread = thread
    return true
  }

  private func run() {
    while true {
      orders.wait()
      for job in orders.drain() {
        guard let job else { return }
        outcomes.post(job.file.write(job.order))
        waker.wake()
      }
    }
  }
}
