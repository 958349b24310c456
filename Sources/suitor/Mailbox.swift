import Glibc

/// Hands messages from one thread to another, in order.
final class Mailbox<Message: Sendable>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var messages: [Message] = []

  /// Makes an empty mailbox.
  init() {
    pthread_mutex_init(lock, nil)
    // Waits with a limit must not end early or late when somebody sets the clock.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Puts `message` in.
  func post(_ message: Message) {
    locked {
      messages.append(message)
      pthread_cond_broadcast(changed)
    }
  }

  /// Takes all messages out.
  func drain() -> [Message] {
    locked {
      defer { messages = [] }
      return messages
    }
  }

  /// Whether a message is there that is `wanted`.
  func contains(_ wanted: (Message) -> Bool) -> Bool { locked { messages.contains(where: wanted) } }

  /// Waits until a message is there that is `wanted`, but not longer than `milliseconds`, and takes none out.
  ///
  /// Unless it is not to, it stays `awake` for the first few milliseconds: to be woken takes as long as much of what it
  /// waits for.
  func wait(for wanted: (Message) -> Bool, milliseconds: Int, awake: Bool = true) {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    for _ in 0..<(awake ? 2000 : 0) {
      if contains(wanted) { return }
      sched_yield()
    }
    end.tv_nsec += milliseconds * 1_000_000
    end.tv_sec += end.tv_nsec / 1_000_000_000
    end.tv_nsec %= 1_000_000_000
    locked {
      while !messages.contains(where: wanted) {
        if pthread_cond_timedwait(changed, lock, &end) != 0 { return }
      }
    }
  }

  /// Waits until a message is there, and takes none out.
  func wait() {
    locked {
      while messages.isEmpty { pthread_cond_wait(changed, lock) }
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
