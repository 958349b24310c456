/// A labelled file cut in two: the story with its braces, and the lines below it.
struct LabelledFile {
  /// A line below the story.
  struct Line {
    var number: Int
    var text: String
  }

  /// Up to the line "---".
  var body: ArraySlice<UInt8>
  /// The lines behind it that are not empty.
  var labels: [Line] = []

  init(_ bytes: [UInt8]) {
    body = bytes[...]
    var start = 0
    var number = 0
    var isBelow = false
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      if isBelow {
        if !text.allSatisfy(\.isWhitespace) { labels.append(Line(number: number, text: text)) }
      } else if text == "---" {
        isBelow = true
        body = bytes[..<start]
      }
      start = end + 1
    }
  }
}
