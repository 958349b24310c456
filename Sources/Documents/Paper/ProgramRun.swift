import Glibc

/// Runs another program that makes bytes out of bytes.
enum ProgramRun {
  /// Why nothing came of it.
  enum Failure: Error, Equatable {
    case missing
    /// It took longer, or wrote more, than it may.
    case tooSlow, tooLarge
    /// It ended by itself with this status, or was ended.
    case failed(Int32)
    /// It could not be started; the system's error number.
    case system(Int32)
  }

  /// What `program`, found as a shell would find it, writes if it gets `input`; no shell has a part in it.
  ///
  /// It is ended after `seconds`, or if it writes more than `limit` bytes. What it has to say beside is not heard.
  static func output(
    of program: String, _ arguments: [String], input: [UInt8], seconds: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    // Sockets, since a pipe that nobody reads any more would end this program.
    let toProgram = try pair()
    defer { close(toProgram.0) }
    let fromProgram: (Int32, Int32)
    do throws(Failure) { fromProgram = try pair() } catch {
      close(toProgram.1)
      throw error
    }
    defer { close(fromProgram.0) }
    let started = start(program, arguments, input: toProgram.1, output: fromProgram.1)
    close(toProgram.1)
    close(fromProgram.1)
    let process: pid_t
    switch started {
    case .success(let id): process = id
    case .failure(let failure): throw failure
    }

    var problem: Failure?
    var bytes: [UInt8] = []
    do throws(Failure) {
      bytes = try exchange(input, toProgram.0, fromProgram.0, seconds: seconds, limit: limit)
    } catch {
      problem = error
      kill(process, SIGKILL)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if let problem { throw problem }
    if status != 0 { throw .failed(status & 0x7F == 0 ? status >> 8 & 0xFF : status) }
    return bytes
  }

  private static func pair() throws(Failure) -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    // Not for programs that are started at the same time.
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    if socketpair(AF_UNIX, type, 0, &ends) != 0 { throw .system(errno) }
    return (ends[0], ends[1])
  }

  private static func start(
    _ program: String, _ arguments: [String], input: Int32, output: Int32
  ) -> Result<pid_t, Failure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A group of its own, so that keys at the terminal do not reach it, and signals as they are for a new program.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, &attributes, words, environ)
    if code == ENOENT || code == EACCES { return .failure(.missing) }
    return code == 0 ? .success(process) : .failure(.system(code))
  }

  /// Writes `input` to one end and reads all from the other, as either is ready.
  private static func exchange(
    _ input: [UInt8], _ writing: Int32, _ reading: Int32, seconds: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    let end = now() + seconds * 1000
    var written = 0
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    if input.isEmpty { shutdown(writing, Int32(SHUT_WR)) }
    while true {
      let left = end - now()
      if left <= 0 { throw .tooSlow }
      var ends = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
      if written < input.count { ends.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
      let ready = poll(&ends, nfds_t(ends.count), Int32(left))
      if ready < 0, errno != EINTR { throw .system(errno) }
      if ready <= 0 { continue }
      if ends.count > 1, ends[1].revents != 0 {
        let count = input.withUnsafeBytes {
          send(
            writing, $0.baseAddress! + written, min(1 << 16, input.count - written),
            Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        if count >= 0 {
          written += count
        } else if errno != EAGAIN, errno != EINTR {
          // It wants no more.
          written = input.count
        }
        if written == input.count { shutdown(writing, Int32(SHUT_WR)) }
      }
      if ends[0].revents != 0 {
        let count = read(reading, &block, block.count)
        if count == 0 { return bytes }
        if count < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          throw .system(errno)
        }
        bytes += block.prefix(count)
        if bytes.count > limit { throw .tooLarge }
      }
    }
  }

  /// Milliseconds on a clock that nobody sets.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
