import CSystem
import Glibc

/// The memory that every run of the program needs before it has anything to show.
enum StartingMemory {
  /// How much of the heap the first frame of a story of usual length takes, in bytes.
  private static let heap = 832 << 10

  /// Sets up the heap, and has the system give the pages of it all at once.
  ///
  /// Memory comes in large steps from one heap: each step is a call into the system, and a heap for each thread costs dozens of
  /// them. A page that is given when it is first touched costs more than it does among many, and the first frame waits for two
  /// hundred of them.
  static func prepare() {
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_TOP_PAD, 4 << 20)
    mallopt(M_MMAP_THRESHOLD, 8 << 20)
    if let start = malloc(heap) {
      touch(start, start + heap)
      free(start)
    }
  }

  /// Has the pages between two places there; a system before Linux 5.14 gives them one by one, as ever.
  private static func touch(_ start: UnsafeMutableRawPointer, _ end: UnsafeMutableRawPointer) {
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    guard let first = UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: start) / page * page) else { return }
    madvise(first, end - first, MADV_POPULATE_WRITE)
  }
}
