@preconcurrency import CSystem
import Glibc

/// What the command line asks for.
struct Arguments {
  /// The story that is opened; `nil` for a built-in one.
  var story: String?
  /// The folder whose stories are read for speed; `nil` for the built-in ones.
  var corpus: String?
  /// The largest folder of copies of the corpus that is opened.
  var largest = 10_000
  /// The program under test.
  var suitor: String

  /// The help.
  static let usage = """
    Usage: suitor-bench [--story FILE] [--corpus DIR] [--scale N] [--suitor PROGRAM]

    Measures suitor against its limits, and its first frame against that of less, on this machine in one run.

      --story FILE      the story that is opened (else one that comes with suitor)
      --corpus DIR      a folder of .txt files that are read for speed (else those that come with suitor)
      --scale N         folders of up to so many copies of the corpus are opened (else 10000; 0 for none, and 100000
                        writes 400 MB to TMPDIR for a while)
      --suitor PROGRAM  the program (else the one beside this one; swift build -c release makes it)

    """

  /// Reads the command line; `nil` if it is wrong or asks for help.
  init?() {
    suitor = Self.beside
    var longs = [
      option(name: strdup("story"), has_arg: required_argument, flag: nil, val: 1),
      option(name: strdup("corpus"), has_arg: required_argument, flag: nil, val: 2),
      option(name: strdup("suitor"), has_arg: required_argument, flag: nil, val: 3),
      option(name: strdup("help"), has_arg: no_argument, flag: nil, val: 4),
      option(name: strdup("scale"), has_arg: required_argument, flag: nil, val: 5),
      option(),
    ]
    defer { for long in longs { free(UnsafeMutablePointer(mutating: long.name)) } }
    while true {
      let code = getopt_long(CommandLine.argc, CommandLine.unsafeArgv, "", &longs, nil)
      if code == -1 { break }
      let value = optarg.map { String(cString: $0) }
      switch code {
      case 1: story = value
      case 2: corpus = value
      case 3: suitor = value ?? suitor
      case 5:
        guard let value, let number = Int(value), number >= 0 else { return nil }
        largest = number
      default: return nil
      }
    }
    if optind < CommandLine.argc { return nil }
  }

  private static var beside: String {
    guard let own = realpath("/proc/self/exe", nil) else { return "suitor" }
    defer { free(own) }
    let path = String(cString: own)
    return path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) + "suitor"
  }
}
