import Foundation
import Testing

/// What the program makes of files that hold more, or other things, than text.
@Suite("What people have") struct OpeningTests {
  private static func message(_ number: Int) -> String {
    """
    From alerts@ledger.example Tue Mar  3 09:00:00 2026
    From: The Ledger <alerts@ledger.example>
    Subject: Quill raises its bid, part \(number)
    Date: Tue, 03 Mar 2026 09:0\(number % 10):00 +0000
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    Quill Corp said it had raised its offer for Z=E9d to \(number) billion euros.


    """
  }

  private static let page = """
    <!doctype html><html lang="en"><head><title>Acme to buy Zed | The Ledger</title>
    <meta property="og:site_name" content="The Ledger"><meta property="article:published_time" content="2026-03-04">
    </head><body><nav><a href="/">Home</a> <a href="/m">Markets</a></nav><article><h1>Acme to buy Zed</h1>
    <p>Acme said on Wednesday that it would buy Zed for $3 billion.</p>
    <p>The deal needs the approval of the competition authority, which declined to comment.</p></article>
    <footer>We use cookies.</footer></body></html>
    """

  @Test("a page is its article, told by what it holds and not by its name")
  func page() throws {
    let scratch = try Scratch()
    let path = try scratch.write("saved", Self.page)
    let text = try Program.run("text", path)
    #expect(
      text.output == """
        Acme to buy Zed

        Acme said on Wednesday that it would buy Zed for $3 billion.

        The deal needs the approval of the competition authority, which declined to comment.
        """)
    let line = try Program.run("export", path).output
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["date"] as? String == "2026-03-04" && object?["outlet"] as? String == "The Ledger")
    // Positions count in that text.
    let claims = try #require(object?["claims"] as? [[String: Any]])
    let scalars = Array(text.output.unicodeScalars)
    for claim in claims {
      let (start, end) = (try #require(claim["start"] as? Int), try #require(claim["end"] as? Int))
      #expect(String(String.UnicodeScalarView(scalars[start..<end])) == claim["text"] as? String)
    }
    #expect(!claims.isEmpty)
  }

  @Test("a box has its messages, each by its number; what is broken in it does not hold up the rest")
  func box() throws {
    let scratch = try Scratch()
    let path = try scratch.write("box.mbox", (1...3).map(Self.message).joined())
    #expect(try Program.run("export", path).files() == (1...3).map { "\(path)#\($0)" })
    let second = try Program.run("text", path + "#2")
    #expect(
      second.output
        == "Quill raises its bid, part 2\n\nQuill Corp said it had raised its offer for Zéd to 2 billion euros.")
    #expect(try Program.run("text", "-", input: Data((1...3).map(Self.message).joined().utf8)).output.contains("-#3"))
  }

  @Test("the same story in several files is told of once in a timeline")
  func copies() throws {
    let scratch = try Scratch()
    let words = """
      Quill Corp agreed to buy Zed Group

      Quill Corp said on Tuesday that it had agreed to buy Zed Group for 3 billion euros, and that the boards of both
      companies had approved the deal, which the shareholders of Zed Group will vote on in May.
      """
    try scratch.write("dir/a.txt", words)
    let one = try Program.run("timeline", scratch.path("dir")).output
    try scratch.write("dir/b.txt", words.replacing("Quill Corp agreed to buy Zed Group", with: "Quill to buy Zed"))
    #expect(try Program.run("timeline", scratch.path("dir")).output == one)
    #expect(one.contains("Quill Corp"))
  }

  @Test("a file that is cut short says so in one line, and the others are open")
  func cut() throws {
    let scratch = try Scratch()
    let good = try scratch.write("good.txt")
    let bad: [(String, Data, String)] = [
      ("a.zip", Data([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]), "is broken or cut short as zip; get it again"),
      ("a.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]), "is broken or cut short as gzip; get it again"),
      (
        "a.html", Data("<!doctype html><html><body><nav>Home</nav></body></html>".utf8),
        "has no text to read, as web page; save the story itself as text"
      ),
    ]
    for (name, bytes, words) in bad {
      let path = try scratch.write(name, bytes)
      let result = try Program.run("export", path, good)
      #expect(result.errors == "suitor: \(path): \(words)\n")
      #expect(try result.files() == [good] && result.code == 1)
    }
  }

  @Test("the reader shows each story of a file, and goes on when the file does")
  func reader() throws {
    let session = try RawSession(100, 30)
    let path = try session.scratch.write("box.mbox", (1...3).map(Self.message).joined())
    try session.scratch.write("z.html", Self.page)
    try session.start(session.scratch.url.path)
    try session.expect("suitor 1/4")
    session.type("s")
    try session.expect("Quill raises its bid, part 3")
    session.type("\u{1B}")
    try session.settle()
    session.type(">>")
    try session.expect("suitor 3/4")
    let four = (1...4).map(Self.message).joined()
    try Data(four.utf8).write(to: URL(fileURLWithPath: path))
    try session.expect("suitor 3/5")
    try session.expect("part 3")
    try session.quit()
  }
}
