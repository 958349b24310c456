import Testing
@testable import Reading
import Stories
import Foundation
@Test func dbg() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data")
  func file(_ p: String) -> [UInt8]? { (try? Data(contentsOf: root.appendingPathComponent(p))).map { [UInt8]($0) } }
  let names = try NameList(file: "x", bytes: file("lexicon/names.txt")!)
  let lex = try Lexicon(.french, names: names, file: file)
  var s = "Ce mariage de la carpe va-t-il se faire, maintenant que Microsoft est écarté? ByteDance refuse de céder TikTok. Se basant sur les infos de CGTN, l’agence de presse ajoute que non."
  s.withUTF8 { b in
    var t: [Token] = []
    Tokenizer(language: .french, isAbbreviation: { lex.isAbbreviation($0, $1) }).tokens(b, 0..<b.count, into: &t)
    lex.annotate(&t, from: 0, b)
    for x in t { print(String(decoding: b[Int(x.start)..<Int(x.end)], as: UTF8.self), x.phraseLength, x.insidePhrase, Trait.allCases.filter { x.has($0) }.map { "\($0)" }, x.info.cue.isCue ? "\(x.info.cue.frame) \(x.info.cue.strength)" : "", x.info.name) }
  }
}
