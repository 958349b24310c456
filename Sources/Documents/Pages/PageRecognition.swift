import CGumbo
import Stories

/// Tells web pages and Markdown by how they begin.
enum PageRecognition {
  /// A page, Markdown, or plain text.
  static func kind(of head: ArraySlice<UInt8>) -> DocumentKind {
    let glance = MarkupGlance(head)
    if glance.mayBePage, isWholePage(head) { return .html }
    // Markdown may hold pieces of pages, so it is looked for between a page and a piece of one.
    if glance.mayBeMarkdown, MarkdownPage.begins(head) { return .markdown }
    return glance.mayBePiece && isPiece(head) ? .html : .plain
  }

  /// Whether `head`, the first bytes of a document, begins a page.
  static func isWholePage(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = text(head)[...]
    skipProlog(&rest)
    for opening in ["<!doctype html", "<html", "<head", "<body"] where begins(rest, with: opening) {
      guard let after = rest.dropFirst(opening.utf8.count).first else { return true }
      if isSpace(after) || after == UInt8(ascii: ">") || after == UInt8(ascii: "/") { return true }
    }
    return false
  }

  /// Whether `head` begins a piece of a page: with an element, and others follow; or elements end all over the text.
  static func isPiece(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = text(head)[...]
    skipProlog(&rest)
    guard rest.contains(UInt8(ascii: "<")) else { return false }
    let (starts, ends) = tags(in: rest)
    let beginsWithTag = rest.first == UInt8(ascii: "<") && tag(rest.dropFirst()) != nil
    return beginsWithTag ? starts >= 1 && ends >= 1 || starts >= 3 : starts >= 4 && ends >= 3
  }

  /// The first bytes of a document in UTF-8, without a byte order mark.
  static func text(_ head: ArraySlice<UInt8>) -> [UInt8] {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(head.dropFirst(3)) }
    if head.starts(with: [0xFF, 0xFE]) { return Charset.utf16LittleEndian.decode(head.dropFirst(2)) }
    if head.starts(with: [0xFE, 0xFF]) { return Charset.utf16BigEndian.decode(head.dropFirst(2)) }
    return Charset.unmarkedUTF16(head)?.decode(head) ?? Array(head)
  }

  /// Goes beyond white space, comments, and the declaration and instructions of XML.
  private static func skipProlog(_ rest: inout ArraySlice<UInt8>) {
    while true {
      rest = rest.drop(while: isSpace)
      if begins(rest, with: "<!--") {
        var inside = rest.dropFirst(4)
        while !inside.isEmpty, !begins(inside, with: "-->") { inside = inside.dropFirst() }
        rest = inside.dropFirst(3)
      } else if begins(rest, with: "<?") {
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else {
        return
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func begins(_ rest: ArraySlice<UInt8>, with opening: String) -> Bool {
    rest.count >= opening.utf8.count && zip(rest, opening.utf8).allSatisfy { lower($0) == $1 }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  /// How many elements of HTML begin and end in `text`.
  private static func tags(in text: ArraySlice<UInt8>) -> (starts: Int, ends: Int) {
    var starts = 0
    var ends = 0
    var rest = text
    while let opening = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(opening + 1)...]
      if rest.first == UInt8(ascii: "/") {
        if tag(rest.dropFirst()) != nil { ends += 1 }
      } else if tag(rest) != nil {
        starts += 1
      }
    }
    return (starts, ends)
  }

  /// The element of HTML whose name `text` begins with, if the tag ends within what is there.
  private static func tag(_ text: ArraySlice<UInt8>) -> GumboTag? {
    let name = text.prefix(16).prefix { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= lower(byte) || UInt8(ascii: "1")...UInt8(ascii: "6") ~= byte
    }
    guard !name.isEmpty, let after = text.dropFirst(name.count).first,
      isSpace(after) || after == UInt8(ascii: ">") || after == UInt8(ascii: "/")
    else { return nil }
    let tag = name.withUnsafeBytes {
      gumbo_tagn_enum($0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count))
    }
    return pieces.contains(tag) ? tag : nil
  }

  /// The elements that pieces of pages are made of; not those that feeds and other markup have too.
  private static let pieces: TagSet = [
    GUMBO_TAG_DIV, GUMBO_TAG_P, GUMBO_TAG_SPAN, GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_I, GUMBO_TAG_STRONG, GUMBO_TAG_EM,
    GUMBO_TAG_BR, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER, GUMBO_TAG_H1, GUMBO_TAG_H2,
    GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_LI, GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TD,
    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FONT, GUMBO_TAG_CENTER, GUMBO_TAG_PRE, GUMBO_TAG_IMG, GUMBO_TAG_FIGURE,
    GUMBO_TAG_META, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HR, GUMBO_TAG_NAV,
  ]
}
