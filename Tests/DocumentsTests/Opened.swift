@testable import Documents

/// What came out of a file.
struct Opened {
  var documents: [Document] = []
  var problems: [Problem] = []

  struct Problem: Equatable {
    var problem: DocumentProblem
    var part: String?
  }

  /// Opens `bytes`; what is thrown is the last problem, of no part.
  init(_ bytes: [UInt8], atMost most: Int = .max) { self.init(ByteStream(bytes), atMost: most) }

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ stream: ByteStream, atMost most: Int = .max) {
    final class Parts {
      var documents: [Document] = []
      var problems: [Problem] = []
    }
    let parts = Parts()
    let reader = DocumentReader { part in
      switch part {
      case .document(let document): parts.documents.append(document)
      case .problem(let problem, let part): parts.problems.append(Problem(problem: problem, part: part))
      }
      return parts.documents.count + parts.problems.count < most
    }
    do throws(DocumentProblem) { try reader.read(stream) } catch {
      parts.problems.append(Problem(problem: error, part: nil))
    }
    documents = parts.documents
    problems = parts.problems
  }

  /// The texts of the documents.
  var texts: [String] { documents.map { String(decoding: $0.text, as: UTF8.self) } }
  /// The parts that the documents are.
  var parts: [String?] { documents.map(\.part) }
}

/// Bytes that look like chance but are the same each time.
struct Chance {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

/// Opens `whole` cut at many places and with many bytes changed: it must come back each time, with a document or a problem.
///
/// Returns how many of the cut ones gave nothing at all, neither document nor problem.
func openBroken(_ whole: [UInt8], steps: Int = 60, seed: UInt64 = 7) -> Int {
  var silent = 0
  for i in 0..<steps {
    let opened = Opened(Array(whole.prefix(whole.count * i / steps)))
    if opened.documents.isEmpty, opened.problems.isEmpty { silent += 1 }
  }
  var chance = Chance(seed)
  for _ in 0..<steps {
    var bytes = whole
    for _ in 0..<(1 + chance.next(below: 20)) where !bytes.isEmpty {
      bytes[chance.next(below: bytes.count)] = UInt8(chance.next(below: 256))
    }
    _ = Opened(bytes)
  }
  return silent
}
