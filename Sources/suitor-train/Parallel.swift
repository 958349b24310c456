import Dispatch

/// Runs what does not depend on one another on all processors.
enum Parallel {
  /// The results of `body` for 0 and up to `count`, in their order.
  static func map<Result>(_ count: Int, _ body: (Int) -> Result) -> [Result] {
    withoutActuallyEscaping(body) { body in
      let results = UnsafeMutableBufferPointer<Result>.allocate(capacity: count)
      defer { results.deallocate() }
      nonisolated(unsafe) let (shared, body) = (results, body)
      DispatchQueue.concurrentPerform(iterations: count) { shared.initializeElement(at: $0, to: body($0)) }
      defer { results.deinitialize() }
      return Array(results)
    }
  }
}
