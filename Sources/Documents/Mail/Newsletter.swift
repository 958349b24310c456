/// The stories of a message that holds several.
struct Newsletter {
  /// One story, or the whole message if it is one.
  struct Story: Equatable {
    var headline: String?
    var paragraphs: [String] = []
  }

  /// A paragraph, or what stands between two.
  struct Block: Equatable {
    var text: String
    var form: MailLine.Form
  }

  /// How many letters of text make a story of what stands below a headline.
  static let leastText = 150

  /// The stories in `blocks`; one without a headline if they are all of one story.
  ///
  /// Told by what sets them apart: numbers, rules, or, if `isOfList`, headlines with text below. A headline that is the
  /// `subject` of the message is that of the message, and those below are within its story.
  static func stories(_ blocks: [Block], isOfList: Bool, subject: String?) -> [Story] {
    for sections in [numbered(blocks), ruled(blocks), isOfList ? headed(blocks, subject: subject) : []]
    where sections.count > 1 {
      return sections
    }
    return [Story(paragraphs: blocks.filter { $0.form != .rule }.map(\.text))]
  }

  // MARK: - What sets stories apart

  /// Stories below headlines that have the numbers 1, 2, 3.
  private static func numbered(_ blocks: [Block]) -> [Story] {
    var best: [Story] = []
    var run: [Story] = []
    func finish() {
      let stories = run.filter { hasText($0) }
      // A list of contents has numbers too, but no text below them.
      if stories.count > 1, stories.count * 3 >= run.count * 2, stories.count > best.count { best = stories }
      run = []
    }
    for block in blocks {
      if block.form != .rule, let (number, rest) = number(block.text), number == run.count + 1 || number == 1 {
        if number == 1 { finish() }
        // The number may be all of the line, or stand before the text itself.
        run.append(isHeadline(rest) || rest.isEmpty ? Story(headline: rest) : Story(paragraphs: [rest]))
      } else if !run.isEmpty {
        if block.form == .rule { continue }
        let last = run.count - 1
        if run[last].headline == "", run[last].paragraphs.isEmpty, isHeadline(block.text) {
          run[last].headline = block.text
        } else {
          run[last].paragraphs.append(block.text)
        }
      }
    }
    finish()
    return best.map { story in
      var story = story
      if story.headline?.isEmpty ?? false { story.headline = nil }
      return story
    }
  }

  /// Stories between rules, each below a headline.
  private static func ruled(_ blocks: [Block]) -> [Story] {
    guard blocks.contains(where: { $0.form == .rule }) else { return [] }
    var stories: [Story] = []
    var headed = 0
    for section in blocks.split(whereSeparator: { $0.form == .rule }) {
      let texts = section.map(\.text)
      let hasHeadline = texts.count > 1 && (section.first!.form == .heading || isHeadline(texts[0]))
      let story = Story(
        headline: hasHeadline ? texts[0] : nil, paragraphs: Array(hasHeadline ? texts.dropFirst() : texts[...]))
      guard hasText(story) else { continue }
      if hasHeadline, !isAppendix(texts[0]) {
        headed += 1
        stories.append(story)
      } else if stories.isEmpty {
        stories.append(story)
      } else {
        stories[stories.count - 1].paragraphs += texts
      }
    }
    return headed > 1 ? stories : []
  }

  /// Stories below headlines.
  private static func headed(_ blocks: [Block], subject: String?) -> [Story] {
    var stories: [Story] = []
    for block in blocks where block.form != .rule {
      if block.form == .heading, !isAppendix(block.text) {
        // A heading without text is that of a section, or of the headline that follows.
        if let last = stories.last, last.paragraphs.isEmpty { stories.removeLast() }
        stories.append(Story(headline: block.text))
      } else if stories.isEmpty {
        stories.append(Story(paragraphs: [block.text]))
      } else {
        stories[stories.count - 1].paragraphs.append(block.text)
      }
    }
    stories.removeAll { !hasText($0) }
    if let first = stories.first(where: { $0.headline != nil })?.headline, let subject, isSame(first, subject) {
      return []
    }
    return stories.filter { $0.headline != nil }.count > 1 ? stories : []
  }

  private static func hasText(_ story: Story) -> Bool {
    var letters = 0
    for paragraph in story.paragraphs {
      letters += paragraph.utf8.count >= 4 * leastText ? leastText : paragraph.count
      if letters >= leastText { return true }
    }
    return false
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func letters(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
    return letters(a) == letters(b)
  }

  /// Whether what stands below a headline tells of who published the story, and is no story.
  private static func isAppendix(_ headline: String) -> Bool {
    let text = headline.lowercased()
    return ["about ", "à propos d", "contact", "media contact", "press contact", "forward-looking", "notes to editors"]
      .contains { text.hasPrefix($0) }
  }

  /// Whether `text` can be a headline: short, and no sentence.
  static func isHeadline(_ text: String) -> Bool {
    guard text.utf8.count <= 140 * 4, (4...140).contains(text.count), let last = text.last, !".;,:".contains(last)
    else {
      return false
    }
    return !text.holds("://") && text.contains { $0.isLetter }
  }

  /// The number that `text` begins with, and the rest.
  private static func number(_ text: String) -> (Int, String)? {
    // Nearly all begin with a letter.
    guard let byte = text.utf8.first, byte >= 0x80 || !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) else { return nil }
    var rest = text[...]
    if let mark = rest.first, "#[(".contains(mark) { rest.removeFirst() }
    let digits = rest.prefix { $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    if rest.isEmpty { return (number, "") }
    guard let mark = rest.first, ".)]/:–—-".contains(mark) || rest.hasPrefix(" |"), rest.dropFirst().first != "0"
    else { return nil }
    let words = rest.drop { !($0.isLetter || $0.isNumber || "\"“«‘$€£".contains($0)) }
    // "1.5 billion" is no number of a story.
    if mark == ".", rest.dropFirst().first?.isNumber ?? false { return nil }
    return (number, String(words))
  }

  // MARK: - Blocks out of lines

  /// The blocks of `lines`; those of plain text are broken by hand.
  static func blocks(_ lines: [MailLine]) -> [Block] {
    var blocks: [Block] = []
    var run: [String] = []
    func flush() {
      for paragraph in PlainParagraphs.unwrap(run) {
        if MoreLinks.isLink(paragraph) {
          blocks.append(Block(text: "", form: .rule))
        } else if !MailFooter.isFooter(paragraph) {
          let text = MoreLinks.withoutAddresses(paragraph)
          if !text.isEmpty { blocks.append(Block(text: text, form: .text)) }
        }
      }
      run = []
    }
    for (i, line) in lines.enumerated() {
      if line.form == .heading {
        flush()
        if !MailFooter.isFooter(line.text) {
          blocks.append(Block(text: PlainParagraphs.words(line.text), form: .heading))
        }
      } else if isRule(line) {
        // A headline that is underlined, alone or between two rules.
        let above = run.last.map(PlainParagraphs.words) ?? ""
        let isAlone = run.count < 2 || run[run.count - 2].utf8.allSatisfy { $0 <= 0x20 }
        if isAlone, isHeadline(above), line.form == .text, line.text.first != "_" {
          run.removeLast()
          flush()
          blocks.append(Block(text: above, form: .heading))
        } else {
          flush()
          blocks.append(Block(text: "", form: .rule))
        }
      } else {
        run.append(line.isEmpty && i + 1 < lines.count ? "" : line.text)
      }
    }
    flush()
    return blocks
  }

  /// Whether `line` is a rule: at least three strokes and nothing else.
  static func isRule(_ line: MailLine) -> Bool {
    if line.form == .rule { return true }
    guard let first = line.text.utf8.first(where: { $0 > 0x20 }), first >= 0x80 || "-=_*~#+".utf8.contains(first) else {
      return false
    }
    let strokes = line.text.filter { !$0.isWhitespace }
    return strokes.count >= 3 && strokes.allSatisfy { "-=_*~#+•·–—─━═".contains($0) }
  }
}

/// Links that a message's text has where a page would have them behind words.
enum MoreLinks {
  /// Whether `paragraph` only leads to the rest of a story.
  static func isLink(_ paragraph: String) -> Bool {
    if paragraph.utf8.count > 300 { return false }
    let text = withoutAddresses(paragraph)
    // No phrase is longer, but for what surrounds it.
    guard text.utf8.count < 60 else { return false }
    var words = text.lowercased().with("’", as: "'")[...]
    while let first = words.first, !first.isLetter { words.removeFirst() }
    while let last = words.last, !last.isLetter { words.removeLast() }
    return phrases.contains(String(words))
  }

  private static let phrases: Set = [
    "read more", "read the full story", "read the full article", "read full story", "read the story", "read on",
    "full story", "continue reading", "more", "keep reading", "read it here", "go deeper", "read the article",
    "lire la suite", "lire l'article", "lire plus", "en savoir plus", "la suite", "lire l'article complet",
    "voir l'article", "à lire ici", "lire aussi",
  ]

  /// `paragraph` without addresses in brackets and pictures, empty if it is an address alone.
  static func withoutAddresses(_ paragraph: String) -> String {
    guard paragraph.utf8.contains(0x5B) || paragraph.holds("://") else { return paragraph }
    var text = ""
    var rest = paragraph[...]
    while let open = rest.firstIndex(where: { "<([".contains($0) }) {
      let close: Character = ["<": ">", "(": ")", "[": "]"][rest[open]]!
      let inner = rest[rest.index(after: open)...]
      guard let end = inner.prefix(2000).firstIndex(of: close) else { break }
      let content = inner[..<end].lowercased()
      let isAddress =
        ["http://", "https://", "mailto:", "cid:", "image:"].contains { content.hasPrefix($0) }
        && (!content.contains(" ") || content.hasPrefix("image:"))
      text += rest[..<open]
      if isAddress {
        while text.last == " " { text.removeLast() }
      } else {
        text += rest[open...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    let words = PlainParagraphs.words(text)
    let isAddress = !words.contains(" ") && (words.hasPrefix("http://") || words.hasPrefix("https://"))
    return isAddress ? "" : words
  }
}
