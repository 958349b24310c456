import Display
import Search
import Stories

extension QueryError {
  /// The query as the terminal may show it, and below it a mark where it is wrong.
  func picture(in query: String) -> String {
    func shown(_ bytes: ArraySlice<UInt8>) -> [Glyph] { Array(Glyphs(String(decoding: bytes, as: UTF8.self))) }
    let bytes = Array(query.utf8)
    let before = shown(bytes[..<min(place.start, bytes.count)])
    let wrong = shown(bytes[min(place.start, bytes.count)..<min(place.end, bytes.count)])
    let columns = { (glyphs: [Glyph]) in glyphs.reduce(0) { $0 + $1.columns } }
    let line = String(shown(bytes[...]).map(\.character))
    return "  \(line)\n  " + String(repeating: " ", count: columns(before))
      + String(repeating: "^", count: max(1, columns(wrong)))
  }
}
