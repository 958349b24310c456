import Reading
import Stories

/// The features of the choices of targets and roles, in the order in which they were met.
///
/// One that holds a word is another in each language.
struct FeatureNumbers {
  private var numbers: [String: Int] = [:]
  private(set) var names: [String] = []
  /// For each feature the language that has it, if it holds a word.
  private(set) var languages: [Language?] = []

  /// How many features there are.
  var count: Int { names.count }

  /// The number of the feature called `name` of a story in `language`, a new one if it was not met before.
  mutating func number(of name: String, _ language: Language) -> Int {
    let language = RoleCandidate.hasWord(name) ? language : nil
    let key = language.map { $0.rawValue + " " + name } ?? name
    if let number = numbers[key] { return number }
    numbers[key] = names.count
    names.append(name)
    languages.append(language)
    return names.count - 1
  }

  /// The number of the feature called `name`, which holds no word, if it was met.
  func number(ofShared name: String) -> Int? { numbers[name] }

  /// Writes the files of weights below `folder`: of what all languages share at `path`, of each one's words at `wordsPath`.
  ///
  /// `line` returns the weights of a feature as a line begins with them, or `nil` if it is left out.
  func write(
    to folder: String, head: String, path: String, wordsPath: (Language) -> String, _ line: (Int) -> String?
  ) throws {
    for language in [nil] + Language.allCases {
      let features = names.indices.filter { languages[$0] == language }.sorted { names[$0] < names[$1] }
      let lines = features.compactMap { feature in line(feature).map { "\($0) \(names[feature])" } }
      let path = language.map(wordsPath) ?? path
      let text = ([head] + lines).joined(separator: "\n") + "\n"
      try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
      print("\(path): \(lines.count) weights")
    }
  }
}
