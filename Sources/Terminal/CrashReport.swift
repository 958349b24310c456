import Glibc

/// What a crash leaves behind for who has to find its cause: a file that holds no word of a story.
public enum CrashReport {
  /// Has a crash of a program with a running screen write a report to the first of `paths` at which a new file can be
  /// made, and then say `sentence` and that path on standard error.
  ///
  /// `title` is the report's first line. Call it before the screen starts, and once.
  public static func prepare(at paths: [[CChar]], title: String, sentence: String) {
    let made = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: paths.count + 1)
    for (index, path) in paths.enumerated() {
      (made + index).initialize(to: path.withUnsafeBufferPointer { strdup($0.baseAddress!) })
    }
    (made + paths.count).initialize(to: nil)
    handlerState.pointee.reportTitle = strdup(title + "\n")
    handlerState.pointee.reportSentence = strdup(sentence + " ")
    handlerState.pointee.reportPaths = made
  }

  /// Writes the report and returns its path; makes only calls that signal handlers may make.
  static func write(_ number: CInt, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?)
    -> UnsafeMutablePointer<CChar>?
  {
    guard var paths = handlerState.pointee.reportPaths else { return nil }
    while let path = paths.pointee {
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file >= 0 {
        put(handlerState.pointee.reportTitle, to: file)
        put("signal ", to: file)
        put(UInt(number), base: 10, to: file)
        if let address = info?.pointee._sifields._sigfault.si_addr {
          put(" at ", to: file)
          put(UInt(bitPattern: address), base: 16, to: file)
        }
        put("\n\nreturn addresses, the innermost first\n", to: file)
        if let context { putCalls(context.assumingMemoryBound(to: ucontext_t.self), to: file) }
        put("\nwhat was written to standard error\n", to: file)
        if handlerState.pointee.errorOutput >= 0 {
          lseek(STDERR_FILENO, 0, SEEK_SET)
          copy(STDERR_FILENO, to: file)
        }
        put("\nmemory map\n", to: file)
        let map = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
        if map >= 0 {
          copy(map, to: file)
          close(map)
        }
        close(file)
        return path
      }
      paths += 1
    }
    return nil
  }

  /// Says where the report is.
  static func tell(_ path: UnsafeMutablePointer<CChar>) {
    put(handlerState.pointee.reportSentence, to: STDERR_FILENO)
    put(path, to: STDERR_FILENO)
    put("\n", to: STDERR_FILENO)
  }

  /// Follows the frame pointers, which Swift keeps; asks the kernel for each, since a crash may have spoilt them.
  private static func putCalls(_ context: UnsafeMutablePointer<ucontext_t>, to file: CInt) {
    #if arch(x86_64)
      let registers = context.pointee.uc_mcontext.gregs
      let (counter, base) = (UInt(bitPattern: Int(registers.16)), UInt(bitPattern: Int(registers.10)))
    #elseif arch(arm64)
      let (counter, base) = (UInt(context.pointee.uc_mcontext.pc), UInt(context.pointee.uc_mcontext.regs.29))
    #else
      let (counter, base): (UInt, UInt) = (0, 0)
    #endif
    put(counter, base: 16, to: file)
    put("\n", to: file)
    let memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC)
    guard memory >= 0 else { return }
    defer { close(memory) }
    var frame: (next: UInt, caller: UInt) = (base, 0)
    for _ in 0..<200 {
      let place = frame.next
      guard place != 0, place % 8 == 0 else { return }
      let count = withUnsafeMutableBytes(of: &frame) { pread(memory, $0.baseAddress, 16, Int(bitPattern: place)) }
      guard count == 16, frame.caller != 0 else { return }
      put(frame.caller, base: 16, to: file)
      put("\n", to: file)
      // Frames of callers stand further up.
      guard frame.next > place else { return }
    }
  }

  private static func copy(_ source: CInt, to file: CInt) {
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      while true {
        let count = read(source, buffer.baseAddress, buffer.count)
        guard count > 0, Glibc.write(file, buffer.baseAddress, count) == count else { return }
      }
    }
  }

  private static func put(_ text: StaticString, to file: CInt) {
    _ = Glibc.write(file, text.utf8Start, text.utf8CodeUnitCount)
  }

  private static func put(_ text: UnsafeMutablePointer<CChar>?, to file: CInt) {
    if let text { _ = Glibc.write(file, text, strlen(text)) }
  }

  private static func put(_ number: UInt, base: UInt, to file: CInt) {
    if base == 16 { put("0x", to: file) }
    withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
      var rest = number
      var place = digits.count
      repeat {
        place -= 1
        let digit = UInt8(rest % base)
        digits[place] = digit + (digit < 10 ? 0x30 : 0x57)
        rest /= base
      } while rest != 0
      _ = Glibc.write(file, digits.baseAddress! + place, digits.count - place)
    }
  }
}
