import Foundation
import Testing

@testable import Documents

@Suite("What a file is, by its content") struct RecognitionTests {
  private func kind(_ text: String) -> DocumentKind { kind(Array(text.utf8)) }
  private func kind(_ bytes: [UInt8]) -> DocumentKind { DocumentKind(bytes.prefix(DocumentKind.headLength)) }

  @Test("files in bytes by their signature") func packed() {
    #expect(kind([0x1F, 0x8B, 8, 0, 0, 0]) == .gzip)
    #expect(kind("PK\u{3}\u{4}rest") == .zip)
    #expect(kind("PK\u{5}\u{6}") == .zip)
    #expect(kind("PKO Bank rejects the offer") == .plain)
    #expect(kind("%PDF-1.7\n%…") == .pdf)
    #expect(kind("\n%PDF-1.4") == .pdf)
    var tar = [UInt8](repeating: 0, count: 1024)
    tar.replaceSubrange(0..<5, with: Array("a.txt".utf8))
    let sum = tar[..<512].reduce(8 * 32) { $0 + Int($1) }
    tar.replaceSubrange(148..<156, with: Array(("00" + String(sum, radix: 8)).suffix(6).utf8) + [0, 32])
    #expect(kind(tar) == .tar)
    tar[3] = 0x62
    #expect(kind(tar) == .plain)
  }

  @Test(
    "markup by its first element",
    arguments: [
      ("<?xml version='1.0'?>\n<rss version=\"2.0\"><channel>", DocumentKind.feed),
      ("\u{FEFF}<?xml version='1.0'?><!-- made by hand --><feed xmlns=\"http://www.w3.org/2005/Atom\">", .feed),
      ("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">", .feed),
      ("<?xml version=\"1.0\"?><newsItem guid=\"urn:x\">", .newsML),
      ("<nar:packageItem xmlns:nar=\"http://iptc.org/std/nar/2006-10-01/\">", .newsML),
      ("<!DOCTYPE nitf SYSTEM \"nitf-3-3.dtd\" [\n<!ENTITY a \"b\">\n]>\n<nitf>", .nitf),
      ("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\">", .reuters),
      ("<SEC-DOCUMENT>0000000000-26-000001.txt : 20260305\n<SEC-HEADER>", .filing),
      ("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n<SEC-DOCUMENT>x", .filing),
      ("<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1", .filing),
      ("<Sedio N.V.> said it holds 5 pct of the stock.", .plain),
      ("< 5 pct of the shares", .plain),
      ("<>", .plain), ("<!DOCTYPE", .plain), ("<!-- ", .plain), ("<feed the birds>", .plain),
    ])
  func marked(_ text: String, _ expected: DocumentKind) { #expect(kind(text) == expected) }

  @Test(
    "messages by their fields",
    arguments: [
      (
        "Return-Path: <a@example.com>\nReceived: from b by c;\n Thu, 5 Mar 2026 18:04:11 +0100\n\nText",
        DocumentKind.mail
      ),
      ("From: Desk <desk@example.com>\r\nTo: all\r\nSubject: Acme\r\n\r\nText", .mail),
      ("MIME-Version: 1.0\nContent-Type: text/plain", .mail),
      ("From desk@example.com Thu Mar  5 18:04:11 2026\nFrom: Desk <desk@example.com>\n\nText", .mailbox),
      ("From 17@xxx Thu Mar 05 18:04:11 +0000 2026\nX-GM-THRID: 17\nDelivered-To: a@example.com\n", .mailbox),
      ("From Paris to Rome, bankers wait for Acme's answer\n\nThe offer ends today.", .plain),
      ("From our correspondent in Lyon 12:30 5 March 2026\n\nNote: the offer ends today.", .plain),
      ("From: Reuters\n\nAcme said on Thursday that it had no comment.", .plain),
      ("Date: 5 March 2026\nSource: Reuters\nTitle: Acme\n\nAcme said.", .plain),
      ("Acme: the offer is final\n\nFrom: Reuters\nSubject: Acme", .plain),
    ])
  func message(_ text: String, _ expected: DocumentKind) { #expect(kind(text) == expected) }

  @Test("stories stay stories") func plain() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared = root.deletingLastPathComponent().appending(path: "shared")
    var seen = 0
    for folder in [
      root.appending(path: "Data/stories"), shared.appending(path: "corpora/reuters-acq"),
      shared.appending(path: "seed"),
    ] {
      guard let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
        print("skipped, since it is not there: \(folder.lastPathComponent)")
        continue
      }
      for file in files where file.pathExtension == "txt" {
        let bytes = Array(try Data(contentsOf: file))
        #expect(kind(bytes) == .plain, "\(file.lastPathComponent)")
        seen += 1
      }
    }
    #expect(seen >= 30)
  }

  @Test(
    "a day is found in any field that holds one",
    arguments: [
      ("Thu, 5 Mar 2026 18:04:11 +0100", "2026-03-05"), ("05 Mar 98 09:00 GMT", "1998-03-05"),
      ("2026-03-05T23:30:00-05:00", "2026-03-05"), ("20260305", "2026-03-05"), ("20260305T180411Z", "2026-03-05"),
      ("20260305180411", "2026-03-05"), ("26-FEB-1987 15:18:06.67", "1987-02-26"),
      (" 3-APR-1987 09:01:02", "1987-04-03"),
      ("March 5, 2026", "2026-03-05"), ("jeudi 5 mars 2026 à 18:04", "2026-03-05"), ("1er février 2026", "2026-02-01"),
      ("Thursday, March 5th, 2026 6:04 PM", "2026-03-05"), ("le 12 août 2025", "2025-08-12"),
      ("2026-3-5", "2026-03-05"),
      ("juillet", nil), ("", nil), ("2026", nil), ("31/31/2026", nil), ("12345678", nil), ("no date", nil),
    ] as [(String, String?)])
  func day(_ field: String, _ expected: String?) { #expect(WrittenDay.find(in: field) == expected) }
}
