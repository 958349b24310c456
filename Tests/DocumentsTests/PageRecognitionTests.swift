import Foundation
import Testing

@testable import Documents

@Suite("Telling web pages from text") struct PageRecognitionTests {
  private func kind(_ bytes: some Sequence<UInt8>) -> DocumentKind {
    DocumentKind(Array(bytes).prefix(DocumentKind.headLength))
  }

  @Test(
    "pages by how they begin",
    arguments: [
      "<!DOCTYPE html><title>x</title>", "\n\t<HTML>", "<html lang=en>", "<!-- a --><!-- b -- c -->\n<head>",
      "<body bgcolor=white>",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "<?xml version='1.0'?><!-- x --><html xmlns='y'/>",
      "<div class=x><p>a</p>", "<p>one<p>two<p>three", "<table><tr><td>x</td></tr></table>",
      "Text first\n<p>one</p><p>two</p><p><b>three</b></p>",
    ]) func pages(_ page: String)
  {
    #expect(kind(page.utf8) == .html)
    #expect(kind([0xEF, 0xBB, 0xBF] + Array(page.utf8)) == .html)
    let wide = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(kind([0xFF, 0xFE] + wide) == .html)
    #expect(kind([0xFE, 0xFF] + page.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == .html)
    #expect(kind(wide) == .html)
  }

  @Test(
    "what is none",
    arguments: [
      "<", "<<<<", "<html5 is a name", "<htmlx>", "<rss version=\"2.0\"><channel><title>x</title>",
      "<?xml version=\"1.0\"?><feed><title/>",
      "<REUTERS TOPICS=\"YES\"><DATE>x</DATE>", "A <b> c", "if a<b and c>d then", "Ostrel <OST> said </OST> no",
      "<!-- only a comment",
    ]) func others(_ text: String)
  { #expect(kind(text.utf8) != .html) }

  @Test("the stories of the program stay text") func stories() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Data/stories")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(names.count > 20)
    for name in names { #expect(kind(try Data(contentsOf: folder.appending(path: name))) == .plain, "\(name)") }
  }

  @Test("so do a thousand dirty ones of 1987") func reuters() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "../../../shared/corpora/reuters-acq")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return print("skipped: no stories in \(folder.path)")
    }
    let others = try names.filter { $0.hasSuffix(".txt") }.filter {
      kind(try Data(contentsOf: folder.appending(path: $0))) != .plain
    }
    #expect(others == [])
  }
}
