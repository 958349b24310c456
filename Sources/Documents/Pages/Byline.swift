/// Lines that name who wrote an article.
enum Byline {
  private static let openings = [
    "by ", "par ", "written by ", "reported by ", "reporting by ", "auteur : ", "author: ", "propos recueillis par ",
  ]
  /// What ends a name, and all after it.
  private static let bars = [
    " | ", " – ", " — ", " - ", "·", "•", " edited by ", " photographs by ", " photos by ", " for ",
  ]
  /// Words of such a line that are no names and have no capital.
  private static let small: Set<String> = [
    "and", "et", "with", "avec", "de", "du", "des", "di", "da", "von", "van", "der", "den", "le", "la", "al", "el",
    "bin", "in", "à", "at",
    "staff", "reporter", "reporters", "writer", "writers", "correspondent", "correspondant", "correspondante", "editor",
    "notre", "nos", "our",
    "rédaction", "envoyé", "envoyée", "spécial", "spéciale",
  ]
  /// Words that begin a day after a name.
  private static let days: Set<String> = [
    "on", "le", "published", "publié", "updated", "mis", "posted", "january", "february", "march", "april", "may",
    "june", "july", "august",
    "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi",
    "dimanche", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  /// Whether a line begins like one, and names somebody.
  static func opens(_ text: String) -> Bool {
    let lower = text.lowercased()
    return openings.contains { lower.hasPrefix($0) } && isOne(text)
  }

  /// Whether a line looks like one: a few words with capitals.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count < 160 else { return false }
    let words = person(text).split { $0 == " " || $0 == "," || $0 == "&" }
    return 1...14 ~= words.count && words[0].first?.isUppercase == true
      && words.allSatisfy { word in word.first?.isLowercase != true || small.contains(String(word)) }
      || !words.isEmpty && words.allSatisfy { small.contains($0.lowercased()) }
  }

  /// Whom it names: without "By", and without what comes after a line or a bar, as the day.
  static func person(_ text: String) -> String {
    var rest = text.trimmed[...]
    for opening in openings where rest.lowercased().hasPrefix(opening) {
      rest = rest.dropFirst(opening.count)
      break
    }
    for bar in bars {
      if let start = rest.lowercased().firstRange(of: bar) {
        let length = rest.lowercased()[..<start.lowerBound].count
        rest = rest.prefix(length)
      }
    }
    // A day or an hour is none of the name, nor is what leads to it.
    if let digit = rest.firstIndex(where: \.isNumber) {
      rest = rest[..<digit]
      var words = rest.split(whereSeparator: \.isWhitespace)
      while let last = words.last,
        days.contains(last.lowercased().filter(\.isLetter)) || !last.contains(where: \.isLetter)
      { words.removeLast() }
      rest = words.joined(separator: " ")[...]
    }
    while let last = rest.last, ",;:(".contains(last) || last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
