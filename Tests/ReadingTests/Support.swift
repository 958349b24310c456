import BuiltIn
import Foundation
import Stories

@testable import Reading

/// A reader with the lexicons of the program.
let reader = StoryReader(
  file: builtIn, image: { builtInBytes($0).map(UnsafeRawBufferPointer.init) })

/// The bytes of a built-in file.
@Sendable func builtIn(_ path: String) -> [UInt8]? { builtInBytes(path).map(Array.init) }

/// A reader that leaves who bids and who sells to the rules.
let rules = StoryReader(
  file: { $0.hasSuffix("roles.txt") ? nil : builtIn($0) },
  image: { $0.hasSuffix(".model") ? nil : builtInBytes($0).map(UnsafeRawBufferPointer.init) })

private func builtInBytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
  for index in 0..<built_in_file_count {
    let file = built_in_file_at(index).pointee
    if String(cString: file.path) == path { return UnsafeBufferPointer(start: file.bytes, count: file.count) }
  }
  return nil
}

/// The lexicon of `language`.
func lexicon(_ language: Language) -> Lexicon {
  do {
    return try LexiconShelf.compile(language, file: builtIn)
  } catch {
    fatalError("\(error)")
  }
}

/// The story in `text`.
func read(_ text: String, name: String = "story.txt") throws -> Story { try reader.read(Array(text.utf8), name: name) }

/// A claim as a line: "indirect denied Reuters<CGTN: ByteDance will not sell".
func line(_ claim: Claim, of story: Story) -> String {
  let chain = claim.chain.map { story.sources[$0].name.english }.joined(separator: "<")
  let who = chain.isEmpty ? "" : " " + chain
  let words = story.text.string(claim.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return "\(claim.manner.rawValue) \(claim.certainty.rawValue)\(who): \(words)"
}

/// "Beta Inc; Acme Corp bidder": the target of the story in `text`, then the bidders and sellers, by the rules alone or as
/// `reader` chooses them.
func deal(_ text: String, by reader: StoryReader = rules) throws -> String {
  let story = try reader.read(Array(text.utf8), name: "story.txt")
  let parties = story.parties.filter { $0.role == .bidder || $0.role == .seller }
  return ([story.target?.name.english ?? "-"] + parties.map { "\($0.name.english) \($0.role?.rawValue ?? "-")" })
    .joined(separator: "; ")
}

/// The claims of the story in `text`, as lines.
func claims(_ text: String) throws -> [String] {
  let story = try read(text)
  return story.claims.map { line($0, of: story) }
}

/// The files beside the repository that a clone need not have; `nil` without them.
let shared: URL? = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
  return FileManager.default.fileExists(atPath: shared.path) ? shared : nil
}()

/// Numbers from a seed, the same on every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
