import Testing

@testable import Documents

@Suite("What Outlook wraps") struct WinMailTests {
  // MARK: - Writing one

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// One thing that is said: of the message, or of what is attached.
  private static func said(_ name: Int, _ data: [UInt8]) -> [UInt8] {
    [name == 0x6_9002 || name == 0x1_8010 || name == 0x6_800F || name == 0x6_9005 ? 2 : 1]
      + little(name, 4) + little(data.count, 4) + data + little(data.reduce(0) { $0 + Int($1) }, 2)
  }

  private static func said(_ name: Int, _ text: String) -> [UInt8] { said(name, Array(text.utf8) + [0]) }

  private static func properties(_ values: [[UInt8]]) -> [UInt8] { little(values.count, 4) + values.joined() }

  /// A property of a kind that says how long it is.
  private static func property(_ name: Int, _ type: Int, _ data: [UInt8]) -> [UInt8] {
    little(type, 2) + little(name, 2) + little(1, 4) + little(data.count, 4) + data
      + [UInt8](repeating: 0, count: -data.count & 3)
  }

  private static func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { little(Int($0), 2) } + [0, 0] }

  private static func file(_ things: [[UInt8]]) -> [UInt8] { WinMail.signature + [1, 0] + things.joined() }

  private static func attached(_ name: String, _ text: String) -> [[UInt8]] {
    [said(0x6_9002, [UInt8](repeating: 0, count: 14)), said(0x1_8010, name), said(0x6_800F, Array(text.utf8))]
  }

  private static let inner =
    "From: Le Quai <quai@example.net>\nSubject: Calder renonce\n\nCalder renonce au port de Brightwater.\n"
  private static let whole = file(
    [
      said(0x6_9007, little(1252, 4) + little(0, 4)), said(0x1_8004, "Calder raises"),
      said(0x3_8005, little(2026, 2) + little(3, 2) + little(5, 2) + little(18, 2) + little(4, 2) + little(0, 4)),
      said(
        0x2_800C,
        Array(
          "Calder raised its bid for Brightwater \u{93}again\u{94}, by 40 ".unicodeScalars.map { UInt8($0.value) } + [
            0x80, 0x2E, 0,
          ])),
    ] + attached("release.htm", "<html><body><p>Calder Holdings raised its bid.</p></body></html>")
      + attached("logo.png", "\u{89}PNG") + attached("notes.txt", "The board meets on Friday.")
      + attached("mail.eml", inner))

  // MARK: - Reading it

  @Test("alone: text, day, and what is attached") func alone() {
    let opened = Opened(Self.whole)
    #expect(
      opened.texts == [
        "Calder raises\n\nCalder raised its bid for Brightwater “again”, by 40 €.", "Calder Holdings raised its bid.",
        "The board meets on Friday.", "Calder renonce\n\nCalder renonce au port de Brightwater.",
      ])
    #expect(opened.parts == [nil, "release.htm", "notes.txt", "mail.eml"])
    #expect(opened.documents.first?.facts.date == "2026-03-05")
    #expect(opened.problems.isEmpty)
  }

  private func mail(_ text: String, _ file: [UInt8]) -> Opened {
    let head = """
      From: Desk <desk@example.com>
      Subject: Out
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      \(text)
      --b
      Content-Type: application/ms-tnef; name="winmail.dat"
      Content-Transfer-Encoding: 8bit


      """
    return Opened(Array(head.utf8) + file + Array("\n--b--\n".utf8))
  }

  @Test("beside a text only what is attached is news; without one the text is the message's") func within() {
    let both = mail("Calder raised its bid.", Self.whole)
    #expect(both.texts.first == "Out\n\nCalder raised its bid.")
    #expect(both.parts == [nil, "release.htm", "notes.txt", "mail.eml"])
    let bare = mail("", Self.whole)
    #expect(bare.texts.first == "Out\n\nCalder raised its bid for Brightwater “again”, by 40 €.")
    #expect(bare.documents.count == 4)
    let broken = mail("Calder raised its bid.", WinMail.signature)
    #expect(broken.texts == ["Out\n\nCalder raised its bid."])
    #expect(broken.problems.map(\.problem) == [.damaged(.winMail)])
  }

  @Test("what Exchange knows: wide letters, a page, a long name, a message within") func properties() {
    let page = Array("<p>Zéphyr se retire.</p><p>Tourbillon attend.</p>".utf8)
    let message = Self.file([
      Self.said(
        0x6_9003,
        Self.properties([
          Self.little(0x0003, 2) + Self.little(0x0017, 2) + Self.little(1, 4),
          Self.little(0x0040, 2) + Self.little(0x0039, 2) + Self.little(7, 8),
          // One that has a name instead of a number.
          Self.little(0x000B, 2) + Self.little(0x8001, 2) + [UInt8](repeating: 7, count: 16) + Self.little(1, 4)
            + Self.little(6, 4) + Self.wide("ab") + [0, 0] + Self.little(1, 4),
          Self.property(0x0037, 0x1F, Self.wide("L’offre")), Self.property(0x0C1A, 0x1F, Self.wide("Le Quai")),
          Self.property(0x1013, 0x102, page),
        ]))
    ])
    let opened = Opened(message)
    #expect(opened.texts == ["L’offre\n\nZéphyr se retire.\n\nTourbillon attend."])
    #expect(opened.documents.first?.facts.outlet == "Le Quai")
    let object = [UInt8](repeating: 1, count: 16) + message
    let outer = Self.file(
      [
        Self.said(0x2_800C, "See below."), Self.said(0x6_9002, []),
        Self.said(0x6_9005, Self.properties([Self.property(0x3701, 0x0D, object)])),
      ]
        + Self.attached("A~1.TXT", "Text.") + [
          Self.said(
            0x6_9005,
            Self.properties([
              Self.property(0x3707, 0x1F, Self.wide("a \"long\" name.txt")),
              Self.property(0x370E, 0x1E, Array("text/plain".utf8) + [0]),
            ]))
        ])
    #expect(Opened(outer).texts == ["See below.", "L’offre\n\nZéphyr se retire.\n\nTourbillon attend.", "Text."])
    #expect(Opened(outer).parts == [nil, "2", "a \"long\" name.txt"])
  }

  @Test("rich text, packed, where there is no other form") func richText() {
    let rich =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\pard Calder said \\'abno\\'bb.\\par And \\u8364?40.}"
    #expect(
      Opened(Self.file([Self.said(0x6_9003, Self.properties([Self.property(0x1009, 0x102, Self.literal(rich))]))]))
        .texts == ["Calder said «no».\n\nAnd €40."])
  }

  /// Packed without anything repeated.
  private static func literal(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var packed: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 8) { packed += [0] + bytes[start..<min(start + 8, bytes.count)] }
    return little(packed.count + 12, 4) + little(bytes.count, 4) + Array("LZFu".utf8) + little(0, 4) + packed
  }

  @Test("without end or broken, it comes back with a text or a problem") func hostile() {
    var deep = Self.file([Self.said(0x2_800C, "Text.")])
    for _ in 0..<30 {
      deep = Self.file([
        Self.said(0x6_9002, []),
        Self.said(
          0x6_9005, Self.properties([Self.property(0x3701, 0x0D, [UInt8](repeating: 1, count: 16) + deep)])),
      ])
    }
    #expect(Opened(deep).problems.map(\.problem) == [.tooDeep(.winMail)])
    #expect(Opened(WinMail.signature).problems.map(\.problem) == [.damaged(.winMail)])
    #expect(Opened(Self.file([Self.said(0x1_8004, "Nothing")])).problems.map(\.problem) == [.noText(.mail)])
    #expect(openBroken(Self.whole) <= 1)
  }
}

@Suite("Rich text") struct RichTextTests {
  private func words(_ source: String) -> String { RichText(Array(source.utf8)).text }

  @Test(
    "words without looks",
    arguments: [
      ("{\\rtf1\\ansi Calder {\\b said} no.\\par}", "Calder said no.\n\n"), ("{\\rtf1\\fromtext a\\par b}", "a\nb"),
      ("{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\info{\\title y}}Text}", "Text"),
      ("{\\rtf1\\ansicpg1250 \\'9a\\'e1\\uc0\\u8217 s\\emdash\\ldblquote a\\rdblquote}", "šá’s—“a”"),
      ("{\\rtf1\\uc1\\u-10179?\\u-8694?.}", "😊."),
      ("{\\rtf1 a\\tab b\\line c\\~d\\_e\\{f\\}\\\\}", "a\tb\nc\u{A0}d-e{f}\\"),
      ("{\\rtf1 a{\\pict\\bin3 }}}}b}", "ab"),
      ("{\\rtf1 cut \\u12", "cut \u{C}"), ("}}}a", "a"), ("\\", ""), ("{\\rtf1\\'", ""),
    ])
  func text(_ source: String, _ expected: String) { #expect(words(source) == expected) }

  @Test("a page that was made rich text of is a page again") func page() {
    let rich = RichText(
      Array(
        ("{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\b\\htmlrtf0 Z\\'e9phyr\\htmlrtf }\\htmlrtf0 "
          + "{\\*\\htmltag84 &nbsp;}attend.\\htmlrtf \\par\\htmlrtf0 {\\*\\htmltag72 </p>}{\\*\\mhtmltag84 <x>}}").utf8)
    )
    #expect(rich.isPage)
    #expect(rich.text == "<p>Zéphyr&nbsp;attend.</p>")
  }

  @Test("packed: what is repeated, the end, and cut anywhere") func packed() {
    let head: [UInt8] = [40, 0, 0, 0, 100, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0, 0, 0, 0]
    // Six bytes from place 0, two letters, eight from where these stand, and the place itself, which is the end.
    let body: [UInt8] = [0b0001_1001, 0, 4, 0x61, 0x62, 0x0D, 0x56, 0x0D, 0xF0, 0x78, 0x78]
    #expect(PackedRichText.unpacked((head + body)[...]) == Array("{\\rtf1ababababab".utf8))
    #expect(PackedRichText.unpacked((head + body.prefix(5))[...]) == Array("{\\rtf1ab".utf8))
    #expect(PackedRichText.unpacked(head[...]) == [])
    #expect(PackedRichText.unpacked(head.dropLast(5)) == nil)
    let plain: [UInt8] = [40, 0, 0, 0, 2, 0, 0, 0, 0x4D, 0x45, 0x4C, 0x41, 0, 0, 0, 0, 0x61, 0x62, 0x63]
    #expect(PackedRichText.unpacked(plain[...]) == [0x61, 0x62])
  }
}
