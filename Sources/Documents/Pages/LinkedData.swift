/// What JSON-LD says of an article.
enum LinkedData {
  /// The article that the scripts of a page describe: the one with a headline, or the first; `nil` if there is none.
  static func article(in scripts: [String]) -> JSONValue? {
    var articles: [JSONValue] = []
    for script in scripts {
      guard let value = JSONValue(withoutWrapping(script)) else { continue }
      collect(value, into: &articles, within: 0)
    }
    return articles.first { $0["headline"] != nil && $0["articleBody"] != nil } ?? articles.first {
      $0["headline"] != nil
    }
      ?? articles.first
  }

  /// The names of persons or organisations.
  static func names(of value: JSONValue?) -> [String] {
    guard let value else { return [] }
    return value.elements.compactMap { element in
      element.string.flatMap { $0.contains("://") ? nil : $0 } ?? element["name"]?.elements.first?.string
    }
  }

  /// The name of the first.
  static func name(of value: JSONValue?) -> String? { names(of: value).first }

  private static func collect(_ value: JSONValue, into articles: inout [JSONValue], within depth: Int) {
    guard depth < 4, articles.count < 20 else { return }
    for element in value.elements.prefix(200) {
      if isArticle(element) { articles.append(element) }
      for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = element[name] { collect(inner, into: &articles, within: depth + 1) }
      }
    }
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    (value["@type"]?.elements ?? []).contains { type in
      guard let name = type.string else { return false }
      return name.hasSuffix("Article")
        || ["BlogPosting", "LiveBlogPosting", "Report", "PressRelease", "SocialMediaPosting"].contains(name)
    }
  }

  /// The script without the comment or CDATA section that hides it from old programs.
  private static func withoutWrapping(_ script: String) -> String {
    guard let start = script.firstIndex(where: { $0 == "{" || $0 == "[" }) else { return "" }
    if let cdata = script.firstRange(of: "<![CDATA["), cdata.lowerBound <= start {
      return String(script[cdata.upperBound...].drop { $0 != "{" && $0 != "[" })
    }
    return String(script[start...])
  }
}
