import Stories

/// The words of a language by which one claim speaks against another.
///
/// Read from `lexicon/en/contrasts.txt` and `lexicon/fr/contrasts.txt` of the program's data, of which
/// `Data/lexicon/README.md` tells the form.
public struct Contrasts: Sendable {
  /// Words and phrases, folded, that deny what somebody else says.
  var denying: Set<String> = []
  /// Words of what somebody will not do: comment, confirm.
  var declining: Set<String> = []
  /// Words by which one answers: replied.
  var replying: Set<String> = []
  /// Words for something that was said: report, rumour.
  var said: Set<String> = []
  /// Words and phrases for what is not true.
  var falsity: Set<String> = []
  /// Words and phrases for how a figure is reckoned: net, with debt.
  var reckoning: Set<String> = []
  /// Phrases with a negation that give a limit: "no more than".
  var bounds: Set<String> = []
  /// For a word, those that say the opposite.
  var opposites: [String: Set<String>] = [:]
  /// Words that any two claims may have in common.
  var common: Set<String> = []

  /// No words: only figures and stages can disagree.
  public init() {}

  /// Reads a list; what it does not understand it leaves out.
  public init(_ bytes: [UInt8]) {
    var section = ""
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      let trimmed = Self.trimmed(text[...])
      if trimmed.isEmpty { continue }
      if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
        section = String(trimmed.dropFirst().dropLast())
        continue
      }
      for entry in trimmed.split(separator: ",") {
        let sides = entry.split(separator: "/").map { Self.folded(String(Self.trimmed($0))) }
        guard let word = sides.first, !word.isEmpty else { continue }
        switch section {
        case "denying": denying.insert(word)
        case "replying": replying.insert(word)
        case "said": said.insert(word)
        case "declining": declining.insert(word)
        case "false": falsity.insert(word)
        case "reckoning": reckoning.insert(word)
        case "bound": bounds.insert(word)
        case "common": common.insert(word)
        case "opposite" where sides.count == 2:
          opposites[word, default: []].insert(sides[1])
          opposites[sides[1], default: []].insert(word)
        default: break
        }
      }
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// `text` without case and accents.
  static func folded(_ text: String) -> String {
    var result = ""
    for scalar in Folding.pattern(text) { result.unicodeScalars.append(Unicode.Scalar(scalar) ?? " ") }
    return result
  }

  /// The words of folded text: letters and the hyphens within.
  static func words(_ folded: String) -> [String] {
    folded.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar == "-" || scalar.value >= 0x30 && scalar.value <= 0x39)
    }.map { String(String.UnicodeScalarView($0)) }
  }

  /// What words are compared as: their first letters, so that endings do not count.
  static func stem(_ word: String) -> String { String(word.prefix(6)) }
}
