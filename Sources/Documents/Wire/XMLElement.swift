/// An element of XML with all that is in it.
final class XMLElement {
  /// What is in an element.
  enum Content {
    case text(String)
    case element(XMLElement)
  }

  /// The name without its prefix, and the namespace that the prefix stands for, empty if there is none.
  let name: String
  let space: String
  /// The attributes by their names without prefix.
  let attributes: [String: String]
  fileprivate(set) var content: [Content] = []

  init(name: String, space: String, attributes: [String: String]) {
    self.name = name
    self.space = space
    self.attributes = attributes
  }

  /// Adds text at the end.
  func append(_ text: String) {
    if case .text(let before) = content.last {
      content[content.count - 1] = .text(before + text)
    } else {
      content.append(.text(text))
    }
  }

  /// Adds an element at the end.
  func append(_ element: XMLElement) { content.append(.element(element)) }

  /// The elements in it.
  var children: [XMLElement] {
    content.compactMap { content in
      if case .element(let element) = content { element } else { nil }
    }
  }

  /// The first element in it of that name.
  func child(_ name: String) -> XMLElement? {
    for case .element(let element) in content where element.name == name { return element }
    return nil
  }

  /// The first element within it, however deep, of one of the names.
  func first(_ names: String...) -> XMLElement? { first { names.contains($0.name) } }

  /// The first element within it, however deep, that `matches` holds of.
  func first(where matches: (XMLElement) -> Bool) -> XMLElement? {
    for case .element(let element) in content {
      if matches(element) { return element }
      if let found = element.first(where: matches) { return found }
    }
    return nil
  }

  /// All text in it.
  var text: String {
    var text = ""
    for content in content {
      switch content {
      case .text(let words): text += words
      case .element(let element): text += element.text
      }
    }
    return text
  }

  /// All text in it as one line; `nil` if there is none.
  var words: String? {
    let words = PlainParagraphs.words(text)
    return words.isEmpty ? nil : words
  }

  /// The paragraphs in it, by the names that HTML and NITF have for them, without pictures and what is said of them.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var line = ""
    gather(&paragraphs, &line)
    Self.end(&paragraphs, &line)
    return paragraphs
  }

  private func gather(_ paragraphs: inout [String], _ line: inout String) {
    for content in content {
      switch content {
      case .text(let words): line += words
      case .element(let element):
        if Self.leftOut.contains(element.name) { continue }
        let isBlock = Self.blocks.contains(element.name)
        let isCell = element.name == "td" || element.name == "th"
        if isBlock || element.name == "br" { Self.end(&paragraphs, &line) }
        if isCell { line += " " }
        element.gather(&paragraphs, &line)
        if isBlock { Self.end(&paragraphs, &line) }
      }
    }
  }

  private static func end(_ paragraphs: inout [String], _ line: inout String) {
    let words = PlainParagraphs.words(line)
    if !words.isEmpty { paragraphs.append(words) }
    line = ""
  }

  private static let blocks: Set = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "blockquote",
    "section", "article", "pre", "body", "header", "footer", "hl1", "hl2", "block", "bq", "block.content", "credit",
    "dateline", "byline", "tagline", "note", "caption", "hr", "address", "para",
  ]
  private static let leftOut: Set = [
    "script", "style", "head", "media", "figure", "img", "picture", "nav", "aside", "body.end", "noscript", "iframe",
  ]
}
