/// Titles of pages, which often name the medium too.
enum PageTitle {
  private static let bars = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • "]

  /// The headline and the outlet in `title`; `headline` and `outlet` are what is known of them.
  static func split(_ title: String, headline: String?, outlet: String?) -> (headline: String, outlet: String?) {
    if let headline, title.count > headline.count, let rest = rest(of: title, after: headline) {
      return (headline, outlet ?? rest)
    }
    var best = (headline: title, outlet: outlet)
    var isKnown = false
    for bar in bars {
      let parts = parts(of: title, at: bar)
      guard parts.count > 1, !isKnown else { continue }
      for take in 1...min(2, parts.count - 1) {
        let head = parts.dropLast(take).joined(separator: bar)
        let tail = parts[parts.count - take]
        if let outlet, isSame(tail, outlet) || isSame(parts[0], outlet) {
          isKnown = true
          best.headline = isSame(tail, outlet) ? head : parts.dropFirst().joined(separator: bar)
          break
        }
      }
      if outlet == nil, !isKnown, looksLikeOutlet(parts[parts.count - 1], beside: parts[0], bar) {
        best = (parts.dropLast().joined(separator: bar), parts[parts.count - 1])
        isKnown = true
      }
    }
    return best
  }

  private static func rest(of title: String, after headline: String) -> String? {
    if title.lowercased().hasSuffix(headline.lowercased()) {
      let rest = title.dropLast(headline.count)
      guard let bar = (bars + [" : ", ": "]).first(where: { rest.hasSuffix($0) }) else { return nil }
      return parts(of: String(rest), at: bar).first.flatMap { 2...5 ~= $0.split(separator: " ").count ? $0 : nil }
    }
    guard title.lowercased().hasPrefix(headline.lowercased()) else { return nil }
    let rest = title.dropFirst(headline.count)
    guard let bar = bars.first(where: { rest.hasPrefix($0) }) else { return nil }
    return parts(of: String(rest), at: bar).last.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A short name with capitals at the end, beside something that is longer.
  private static func looksLikeOutlet(_ name: String, beside headline: String, _ bar: String) -> Bool {
    let words = name.split(separator: " ")
    let others = headline.split(separator: " ").count
    return 1...4 ~= words.count && others >= 4 && others > words.count && name.first?.isUppercase == true
      && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 || $0.contains(".") }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func folded(_ name: String) -> String {
      var letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
      for ending in ["com", "fr"] where letters.hasSuffix(ending) && letters.count > ending.count + 3 {
        letters.removeLast(ending.count)
      }
      return letters
    }
    return folded(a) == folded(b)
  }

  private static func parts(of title: String, at bar: String) -> [String] {
    var parts: [String] = []
    var rest = title[...]
    while let next = rest.firstRange(of: bar) {
      parts.append(String(rest[..<next.lowerBound]).trimmed)
      rest = rest[next.upperBound...]
    }
    return parts + [String(rest).trimmed]
  }
}
