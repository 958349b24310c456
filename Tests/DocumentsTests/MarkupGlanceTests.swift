import Testing

@testable import Documents

@Suite("A look at what may be marked up") struct MarkupGlanceTests {
  @Test(
    "what it rules out is plain",
    arguments: [
      "", " \n", "Acme said it would buy Zed <ZED>.\nIt - perhaps - will. A = B; see #4 (or [5]).", "a < b > c </i>",
      "Prices: <A> <B> <C> <D> <E>", "* one\n* two", "**Bold** move\n\n**Again**\n\n**And again**",
    ])
  func plain(_ text: String) {
    let glance = MarkupGlance(Array(text.utf8)[...])
    #expect(!glance.mayBePage && !glance.mayBePiece && !glance.mayBeMarkdown)
    #expect(DocumentKind(Array(text.utf8)[...]) == .plain)
  }

  @Test(
    "what is marked up is not ruled out",
    arguments: [
      ("<!doctype html><html><body><p>Hi", DocumentKind.html), ("\u{FEFF} \n<!-- x --><HTML>", .html),
      ("<p>One</p><p>Two</p>", .html), ("Text <b>a</b> <i>b</i> <b>c</b> <i>d</i> <b>e</b>", .html),
      ("---\ntitle: A\ndate: 2026-01-02\n---\nText", .markdown), ("# Headline\n\nText", .markdown),
      ("Headline\n========\n\nSee [this](http://a.example) and **that**.", .markdown),
      ("See [a](http://a.example) and [b](/b).", .markdown), ("One\r# Two\r[a](/b)", .markdown),
    ])
  func marked(_ text: String, _ kind: DocumentKind) { #expect(DocumentKind(Array(text.utf8)[...]) == kind) }

  @Test("of UTF-16 nothing is ruled out")
  func wide() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }
    #expect(DocumentKind(bytes[...]) == .html)
    #expect(DocumentKind(bytes[2...]) == .html)
  }
}
