/// Makes paragraphs of pages that were set as lines in a grid, each page after a form feed.
enum PaperText {
  /// The paragraphs of `text`, without heads and feet of pages, column after column, with words that were broken at the ends
  /// of lines in one piece.
  static func paragraphs(_ text: String) -> [String] {
    let pages = text.split(separator: "\u{C}", omittingEmptySubsequences: true).map { page in
      page.lines.map { line in
        trimmed(line.prefix(Columns.width).map { $0.isWhitespace ? " " : $0 })
      }
    }
    let bodies = PageEdges.without(pages.filter { page in page.contains { !$0.isEmpty } })
    let hyphens = BrokenWords(bodies)
    var paragraphs: [String] = []
    for body in bodies {
      var first = true
      for column in Columns.apart(body) {
        let lines = withoutMargin(column).map { String($0) }
        for paragraph in PlainParagraphs.unwrap(lines, widest: Columns.width, join: hyphens.join) {
          let words = withoutLigatures(paragraph)
          if first, goesOn(paragraphs.last, words) {
            paragraphs[paragraphs.count - 1] += " " + words
          } else {
            paragraphs.append(words)
          }
          first = false
        }
        first = true
      }
    }
    return paragraphs
  }

  private static func trimmed(_ line: [Character]) -> [Character] {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// `lines` without the white space that all of them begin with.
  private static func withoutMargin(_ lines: [[Character]]) -> [[Character]] {
    let margin = lines.lazy.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { Array($0.dropFirst(margin)) }
  }

  /// Whether a paragraph that ends a page or a column goes on with `next`.
  private static func goesOn(_ last: String?, _ next: String) -> Bool {
    guard let end = last?.last, let start = next.first else { return false }
    return !".!?:;”»\"".contains(end) && start.isLowercase
  }

  private static func withoutLigatures(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xFB00...0xFB04).contains($0.value) }) else { return text }
    let letters = ["ff", "fi", "fl", "ffi", "ffl"]
    return text.unicodeScalars.reduce(into: "") { text, scalar in
      if (0xFB00...0xFB04).contains(scalar.value) {
        text += letters[Int(scalar.value - 0xFB00)]
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// What stands at the top and bottom of each page.
private enum PageEdges {
  /// How many lines at either end may be head or foot.
  private static let depth = 4

  /// `pages` without the lines at their ends that at least half of them have, but for numbers in them, and without numbers of
  /// pages.
  static func without(_ pages: [[[Character]]]) -> [[[Character]]] {
    var counts: [String: Int] = [:]
    for page in pages {
      for shape in Set(edges(page).map { shape(page[$0]) }) { counts[shape, default: 0] += 1 }
    }
    return pages.map { page in
      var page = page
      for i in edges(page) {
        let shape = shape(page[i])
        let isCommon = pages.count > 1 && counts[shape]! * 2 >= max(pages.count, 4)
        if isCommon || isNumber(page[i]) { page[i] = [] }
      }
      return page
    }
  }

  /// The lines at the ends of a page that are not empty.
  private static func edges(_ page: [[Character]]) -> [Int] {
    let lines = page.indices.filter { !page[$0].isEmpty }
    return Array(Set(lines.prefix(depth) + lines.suffix(depth)))
  }

  /// A line with all numbers as one sign, in lower case and with single spaces.
  private static func shape(_ line: [Character]) -> String {
    var shape = ""
    for character in line {
      if character.isNumber {
        if shape.last != "#" { shape.append("#") }
      } else if character != " " || shape.last != " " {
        shape.append(character)
      }
    }
    return shape.lowercased().trimming(" ")
  }

  /// Whether a line is the number of a page, as "3", "- 3 -", "3/5" or "Page 3 of 5".
  private static func isNumber(_ line: [Character]) -> Bool {
    let words = shape(line).split { " -–—|.".contains($0) }.joined(separator: " ")
    return ["#", "#/#", "page #", "page # of #", "# of #", "page # sur #", "page #/#", "# / #", "p #", "# sur #"]
      .contains(words) && line.lazy.filter(\.isNumber).count <= 6
  }
}

/// Columns that stand side by side.
private enum Columns {
  /// Longer lines are cut: no page is so wide.
  static let width = 500
  /// How many lines must have text on both sides of a gap.
  private static let least = 5

  /// The lines of `page` in the order in which they are read: those above columns, each column, those below.
  static func apart(_ page: [[Character]], depth: Int = 0) -> [[[Character]]] {
    guard depth < 6, let (lines, x) = gap(page) else {
      return page.contains { !$0.isEmpty } ? [page] : []
    }
    let left = page[lines].map { line in trimmed(line.prefix(x)) }
    let right = page[lines].map { line in Array(line.dropFirst(x)) }
    return apart(Array(page[..<lines.lowerBound]), depth: depth + 1) + apart(left, depth: depth + 1)
      + apart(right, depth: depth + 1) + apart(Array(page[lines.upperBound...]), depth: depth + 1)
  }

  private static func trimmed(_ line: ArraySlice<Character>) -> [Character] {
    var line = line
    while line.last == " " { line.removeLast() }
    return Array(line)
  }

  /// The lines between which a gap goes from top to bottom, and where; `nil` if there is none with text on both sides.
  private static func gap(_ page: [[Character]]) -> (Range<Int>, Int)? {
    let width = page.lazy.map(\.count).max() ?? 0
    guard width > 50 else { return nil }
    var best: (lines: Range<Int>, x: Int, count: Int)?
    for x in 20..<(width - 15) {
      var start: Int?
      var end = 0
      var count = 0
      func finish() {
        if let start, count >= least, count > best?.count ?? 0, isText(page[start..<end], x) {
          best = (start..<end, x, count)
        }
        start = nil
        count = 0
      }
      for (i, line) in page.enumerated() {
        if line.isEmpty { continue }
        let isClear = line.count <= x || line[x - 2] == " " && line[x - 1] == " "
        let isBoth = isClear && line.count > x && line[x] != " " && line[..<(x - 2)].contains { $0 != " " }
        if !isClear {
          finish()
        } else {
          if isBoth {
            start = start ?? i
            count += 1
          }
          // A line on one side alone belongs to the columns if more follow, or it is the end of one.
          if start != nil { end = i + 1 }
        }
      }
      finish()
    }
    return best.map { ($0.lines, $0.x) }
  }

  /// Whether there is running text on both sides of a gap, and no table.
  private static func isText(_ lines: ArraySlice<[Character]>, _ x: Int) -> Bool {
    var letters = [0, 0]
    var count = 0
    for line in lines where line.count > x {
      let sides = [line[..<x], line[x...]]
      guard sides.allSatisfy({ side in side.contains { $0 != " " } }) else { continue }
      count += 1
      for (i, side) in sides.enumerated() { letters[i] += side.lazy.filter { $0.isLetter }.count }
    }
    return letters.allSatisfy { $0 >= 14 * count }
  }
}

/// Words that are broken at the ends of lines.
private struct BrokenWords {
  /// All words of the text that have a hyphen within.
  private var hyphenated: Set<String> = []
  private var words: Set<String> = []

  init(_ pages: [[[Character]]]) {
    for line in pages.joined() {
      for word in line.split(whereSeparator: { !($0.isLetter || $0 == "-") }) {
        let word = String(word).lowercased()
        if word.dropLast().contains("-") { hyphenated.insert(word) } else { words.insert(word) }
      }
    }
  }

  /// Puts `next` after `line`, which may end within a word.
  func join(_ line: inout String, _ next: String) {
    guard let hyphen = line.last, hyphen == "-" || hyphen == "\u{AD}" || hyphen == "‐", next.first!.isLowercase,
      line.dropLast().last?.isLetter ?? false
    else {
      line += " " + next
      return
    }
    let head = String(line.dropLast().reversed().prefix { $0.isLetter }.reversed()).lowercased()
    let tail = next.prefix { $0.isLetter }.lowercased()
    // What the text writes with a hyphen elsewhere keeps it, unless it writes it without.
    let keeps = hyphen == "-" && hyphenated.contains("\(head)-\(tail)") && !words.contains(head + tail)
    if !keeps { line.removeLast() }
    line += next
  }
}
