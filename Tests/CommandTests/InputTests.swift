import Foundation
import Testing

/// Whether the tests run as a user whom permissions do not stop.
private let isRoot = geteuid() == 0

@Suite("Input of all kinds") struct InputTests {
  /// Expects that `path` is refused with `message` while a good story beside it is printed all the same.
  private func refused(_ path: String, _ message: String, _ scratch: Scratch) throws {
    let good = try scratch.write("good/good.txt")
    let result = try Program.run("export", path, good)
    #expect(result.errors == "suitor: \(path): \(message)\n")
    #expect(try result.files() == [good])
    #expect(result.code == 1)
    let show = try Program.run("show", path, good)
    #expect(show.errors == result.errors)
    #expect(show.output.contains("Acme said"))
    #expect(show.code == 1)
  }

  @Test("an empty file")
  func empty() throws {
    let scratch = try Scratch()
    try refused(scratch.write("empty.txt", ""), "is empty; there is nothing to read in it", scratch)
  }

  @Test("a path that does not exist, a dangling link, a path through a file")
  func missing() throws {
    let scratch = try Scratch()
    let message = "no such file or folder; check the spelling"
    try refused(scratch.path("nowhere.txt"), message, scratch)
    try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: "nowhere")
    try refused(scratch.path("link"), message, scratch)
    let file = try scratch.write("file.txt")
    try refused(file + "/below.txt", message, scratch)
  }

  @Test("a file larger than a story may be is not read at all")
  func large() throws {
    let scratch = try Scratch()
    let path = try scratch.write("large.txt", "")
    // 100 MB that take no room on the disk.
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 100 << 20)
    try refused(path, "is 100 MB large and a story may have 16 MB; split it", scratch)
  }

  @Test("a pipe that brings more than a story may be is given up")
  func endless() throws {
    let result = try Program.run("export", "-", input: Data(repeating: UInt8(ascii: "x"), count: 17 << 20))
    #expect(result.errors == "suitor: standard input: is larger than 16 MB, the most that a story may have; split it\n")
    #expect(result.code == 1)
  }

  @Test("a FIFO without a writer does not hang the program")
  func silentPipe() throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.path("pipe.txt"), 0o600) == 0)
    try refused(scratch.path("pipe.txt"), "is a pipe that nobody writes to; start its writer first", scratch)
    // Nor does one in a folder.
    let folder = try Program.run("export", scratch.url.path)
    #expect(
      folder.errors == "suitor: \(scratch.path("pipe.txt")): is a pipe that nobody writes to; start its writer first\n")
    #expect(try folder.files() == ["good/good.txt"])
  }

  @Test("a pipe with a writer is read to its end, as the shell's <( ) needs it")
  func pipe() throws {
    let result = try Program.run("export", "/dev/stdin", input: Data("Acme bids.\n".utf8))
    #expect(result.errors == "")
    #expect(try result.files() == ["/dev/stdin"])
  }

  @Test("devices and sockets are refused")
  func devices() throws {
    let scratch = try Scratch()
    try refused("/dev/zero", "is a device, not a story; name a text file", scratch)
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = scratch.path("s")
    try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    try refused(path, "is a socket, not a story; name a text file", scratch)
  }

  @Test("a file and a folder that may not be read", .enabled(if: !isRoot, "permissions do not stop root"))
  func permission() throws {
    let scratch = try Scratch()
    let message = "no permission to read it; ask its owner, or try chmod +r"
    let file = try scratch.write("secret.txt")
    chmod(file, 0)
    try refused(file, message, scratch)
    let folder = scratch.path("closed")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0)
    defer { chmod(folder, 0o700) }
    try refused(folder, message, scratch)
  }

  @Test("a folder without stories")
  func bareFolder() throws {
    let scratch = try Scratch()
    try scratch.write("folder/notes.swift")
    try scratch.write("folder/README.md")
    try scratch.write("folder/.hidden.txt")
    try scratch.write("folder/.git/x.txt")
    try refused(
      scratch.path("folder"),
      "no stories in this folder by their names’ ends (.txt, .html, .eml …); any file can be named itself", scratch)
  }

  @Test("bytes that are no text")
  func binary() throws {
    let scratch = try Scratch()
    var bytes = Data("\u{7F}ELF".utf8)
    for value in 0..<4096 { bytes.append(UInt8(truncatingIfNeeded: value &* 31)) }
    try refused(
      scratch.write("picture.txt", bytes),
      "is no text (a picture, a program, an archive?); save the story as plain text first", scratch)
  }

  @Test("bytes that are no UTF-8 are read all the same, and the guess is said")
  func latin() throws {
    let scratch = try Scratch()
    let path = try scratch.write("latin.txt", Data("L'op".utf8) + [0xE9] + Data("ration de ByteDance.\n".utf8))
    let result = try Program.run("show", path)
    #expect(result.code == 0)
    #expect(result.output.contains("L'opération de ByteDance."))
    #expect(result.output.contains("Windows-1252 (a guess)"))
  }

  @Test("a folder: its stories and those below it, by name, links followed but never round")
  func folder() throws {
    let scratch = try Scratch()
    for name in [
      "b.txt", "a.txt", "C.TXT", "sub/z.txt", "sub/deep/y.txt", "page.HTML", "notes", "data.dat", "Winmail.dat",
      "ReadMe.md", ".hidden.txt",
    ] {
      try scratch.write("dir/" + name)
    }
    let files = FileManager.default
    try files.createSymbolicLink(atPath: scratch.path("dir/sub/loop"), withDestinationPath: "..")
    try files.createSymbolicLink(atPath: scratch.path("dir/sub/self"), withDestinationPath: ".")
    try files.createSymbolicLink(atPath: scratch.path("dir/link.txt"), withDestinationPath: "notes")
    let result = try Program.run("export", scratch.path("dir"))
    #expect(result.errors == "")
    #expect(
      try result.files() == [
        "C.TXT", "Winmail.dat", "a.txt", "b.txt", "link.txt", "page.HTML", "sub/deep/y.txt", "sub/z.txt",
      ])
  }

  @Test("control characters in a file's name do not reach the terminal")
  func names() throws {
    let scratch = try Scratch()
    let path = scratch.path("red\u{1B}[31m.txt")
    let missing = try Program.run("show", path)
    #expect(!missing.errors.contains("\u{1B}"))
    #expect(missing.code == 1)
    try scratch.write("red\u{1B}[31m.txt")
    let show = try Program.run("show", path)
    #expect(!show.output.contains("\u{1B}"))
    // In JSON it is escaped, so that the name can be had back.
    #expect(try Program.run("export", path).files() == [path])
  }

  @Test("names that are no UTF-8 can be opened")
  func rawNames() throws {
    let scratch = try Scratch()
    let name = Array(scratch.path("caf").utf8.map { CChar(bitPattern: $0) }) + [CChar(bitPattern: 0xE9)]
    let file = open(name + Array(".txt".utf8CString), O_WRONLY | O_CREAT, 0o600)
    try #require(file >= 0)
    _ = "Acme bids.".withCString { write(file, $0, 10) }
    close(file)
    let result = try Program.run("export", scratch.url.path)
    #expect(result.code == 0)
    #expect(try result.files() == ["caf\u{FFFD}.txt"])
  }

  @Test("claims that are not sure enough are left out; why each is one is told")
  func confidence() throws {
    let story = Data("Deal news\n\nNorvane Corp said on Monday that it would sell Norkabel to Tallis Partners.\n".utf8)
    let all = try Program.run("export", input: story).output
    #expect(all.contains("\"id\": \"c1\"") && all.contains("\"confidence\": 0."))
    #expect(try Program.run("export", "-n", "1", input: story).output.contains("\"claims\": []"))
    let why = try Program.run("show", "--why", "--lang=en", input: story).output
    #expect(why.contains("cue      said: takes a quotation or clause; strength 5/5\n"), "\(why)")
    #expect(why.contains("rule     “that” behind the cue\n"))
  }

  @Test("standard input: named, piped, and with other stories")
  func standardInput() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.txt")
    let story = Data("Zed is sold.\n".utf8)
    #expect(try Program.run("export", file, "-", input: story).files() == [file, "-"])
    #expect(try Program.run("export", input: story).files() == ["-"])
    #expect(try Program.run(input: story).output.contains("Zed is sold."))
    let empty = try Program.run("show", input: Data())
    #expect(empty.errors == "suitor: standard input: is empty; there is nothing to read in it\n")
    #expect(empty.code == 1)
  }

  @Test("without a terminal the reader prints what show prints")
  func noTerminal() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.txt")
    #expect(try Program.run(file).output == Program.run("show", file).output)
  }

  @Test("--width is the width, and a narrow one still shows every word")
  func width() throws {
    let scratch = try Scratch()
    let words = (0..<200).map { "word\($0)" }
    let file = try scratch.write("a.txt", words.joined(separator: " ") + "\n")
    let output = try Program.run("show", "--width", "24", file, folder: scratch.url).output
    let article = output.components(separatedBy: "## Article")[1].components(separatedBy: "## ")[0]
    #expect(article.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.hasPrefix("word") } == words)
    for line in article.split(separator: "\n") { #expect(line.count <= 24) }
  }

  @Test("a reader that goes away ends the program without a word")
  func brokenPipe() throws {
    let scratch = try Scratch()
    for index in 0..<200 { try scratch.write("many/\(index).txt", String(repeating: "Acme bids. ", count: 500)) }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "\"$0\" show \"$1\" | head -n 1", Program.path, scratch.path("many")]
    let errors = Pipe()
    shell.standardError = errors
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    shell.waitUntilExit()
  }
}
