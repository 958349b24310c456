import Testing
@testable import Reading
import Stories
import Foundation
@Test func dbg() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data")
  func file(_ p: String) -> [UInt8]? { (try? Data(contentsOf: root.appendingPathComponent(p))).map { [UInt8]($0) } }
  let names = try NameList(file: "x", bytes: file("lexicon/names.txt")!)
  let lex = try Lexicon(.english, names: names, file: file)
  var s = "GenCorp said its RKO General Inc subsidiary completed the sale of WOR-TV to MCA Inc <MCA> for 387 mln dlrs."
  s.withUTF8 { b in
    var t: [Token] = []
    Tokenizer(language: .english, isAbbreviation: { lex.isAbbreviation($0, $1) }).tokens(b, 0..<b.count, into: &t)
    lex.annotate(&t, from: 0, b)
    for x in t { print(String(decoding: b[Int(x.start)..<Int(x.end)], as: UTF8.self), x.phraseLength, x.insidePhrase, Trait.allCases.filter { x.has($0) }.map { "\($0)" }, x.info.cue.isCue ? "\(x.info.cue.frame) \(x.info.cue.strength)" : "", x.info.name) }
  }
}
