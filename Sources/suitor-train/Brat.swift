import Foundation
import Reading
import Stories

/// A story with the attributions that an annotator marked in it.
struct AnnotatedStory {
  var name: String
  /// The story's file.
  var bytes: [UInt8]
  var attributions: [AnnotatedAttribution]
}

/// Reads folders in brat's stand-off form: `text/NAME.txt` and `attributions/NAME.ann` or `NAME_ANNOTATOR.ann`.
enum Brat {
  /// The stories of a folder, by name; of several annotators of a story the first.
  static func stories(_ folder: String) throws -> [AnnotatedStory] {
    let texts = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/text").filter { $0.hasSuffix(".txt") }
    let annotations = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/attributions").sorted()
    return try texts.sorted().compactMap { file in
      let name = String(file.dropLast(4))
      guard
        let found = annotations.first(where: {
          $0 == "\(name).ann" || $0.hasPrefix("\(name)_") && !$0.dropFirst(name.count + 1).contains("_")
        })
      else { return nil }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/text/\(file)")))
      let lines = try String(contentsOfFile: "\(folder)/attributions/\(found)", encoding: .utf8)
      return AnnotatedStory(name: name, bytes: bytes, attributions: attributions(lines, bytes))
    }
  }

  /// The attributions in the lines of an annotation file; offsets are code points of the text.
  private static func attributions(_ lines: String, _ bytes: [UInt8]) -> [AnnotatedAttribution] {
    var places: [Int] = []
    for (i, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { places.append(i) }
    places.append(bytes.count)
    func place(_ point: Int) -> Int { places[min(point, places.count - 1)] }
    var spans: [Substring: [Span]] = [:]
    var found: [AnnotatedAttribution] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      if parts[0].hasPrefix("T") {
        guard let blank = parts[1].firstIndex(of: " ") else { continue }
        spans[parts[0]] = parts[1][blank...].split(separator: ";").compactMap {
          let numbers = $0.split(separator: " ").compactMap { Int($0) }
          return numbers.count == 2 ? Span(place(numbers[0]), place(numbers[1])) : nil
        }
      } else if parts[0].hasPrefix("E") {
        var attribution = AnnotatedAttribution(content: [], cue: [])
        for role in parts[1].split(separator: " ") {
          let pair = role.split(separator: ":")
          guard pair.count == 2, let span = spans[pair[1]] else { continue }
          let kind = pair[0].prefix { $0.isLetter }
          if kind == "Content" { attribution.content += span }
          if kind == "Cue" { attribution.cue += span }
        }
        if !attribution.content.isEmpty { found.append(attribution) }
      }
    }
    return found
  }
}
