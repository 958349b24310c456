import Glibc
import Reader
import Stories
import Terminal

/// What a person has set in a file of their own.
///
/// A line of it sets one thing: its name, a space, its value. Empty lines and those that begin with `#` say nothing. What
/// cannot be understood is left as it is without the file, and told.
struct Settings {
  /// The colours; the theme is unknown unless one is set.
  private(set) var scheme = ColourScheme()
  /// The theme that was set.
  private(set) var theme: ThemeChoice?
  /// Whether colours are used, if that is set.
  private(set) var color: Options.Color?
  /// Whether the mouse is used.
  private(set) var mouse = true
  /// Whether line art is done without.
  private(set) var plain = false
  /// The notebook, if one is set.
  private(set) var notebook: Path?
  /// What the keys do.
  private(set) var keys = KeyMap.standard
  /// Whether there is no such file.
  private(set) var isNew = false
  /// What is wrong with the file.
  private(set) var problems: [Problem] = []

  /// Something in the file that could not be understood.
  struct Problem: Equatable {
    /// The number of its line; `nil` where that is the whole file.
    var line: Int?
    /// What is wrong, without a stop.
    var wording: Wording
  }

  /// The most bytes of settings that are read.
  private static let limit = 64 << 10

  /// Where they are; `nil` without a home.
  static var path: Path? { PersonalFile.path("XDG_CONFIG_HOME", else: ".config", "config") }

  /// The settings of the file at `path`; without one, those of the program.
  init(at path: Path?) {
    guard let path else { return }
    do throws(Errno) {
      add(try PersonalFile.read(path, limit: Self.limit))
    } catch {
      isNew = error.number == ENOENT || error.number == ENOTDIR
      if isNew { return }
      problems = [Problem(line: nil, wording: Wording(error.words))]
    }
  }

  /// The settings that `bytes` say.
  init(_ bytes: [UInt8]) { add(bytes) }

  /// More bytes than any word of a setting has; what is longer would bury the message that tells of it.
  private static let longestWord = 60

  private mutating func add(_ bytes: [UInt8]) {
    // Some editors begin every file with a byte order mark.
    let lines = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    for (index, line) in lines.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      // Only a path may be longer.
      let longest = line.starts(with: Array("notebook".utf8)) ? Int(PATH_MAX) : Self.longestWord
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.map { word in
        String(decoding: word.prefix(longest), as: UTF8.self) + (word.count > longest ? "…" : "")
      }
      guard let name = words.first, !name.hasPrefix("#") else { continue }
      do throws(Unclear) {
        try set(name, Array(words.dropFirst()))
      } catch {
        problems.append(Problem(line: index + 1, wording: error.wording))
      }
    }
  }

  private struct Unclear: Error { var wording: Wording }

  private mutating func set(_ name: String, _ values: [String]) throws(Unclear) {
    switch name {
    case "theme":
      let choice: ThemeChoice = try one(of: ThemeChoice.allCases, name, values)
      theme = choice
      scheme.theme = choice.theme
    case "color": color = try one(of: Options.Color.allCases, name, values)
    case "mouse": mouse = try one(of: Switch.allCases, name, values) == .on
    case "plain": plain = try one(of: Switch.allCases, name, values) == .on
    case "notebook":
      guard values.count == 1, values[0].hasPrefix("/") || values[0].hasPrefix("~/") else {
        throw Self.form("notebook /PATH, or ~/PATH, without blanks", "notebook /CHEMIN, ou ~/CHEMIN, sans espaces")
      }
      notebook = PersonalFile.expanded(values[0])
    case "key":
      guard values.count == 2 else { throw Self.form("key KEY ACTION", "key TOUCHE ACTION") }
      do throws(KeyMap.Problem) {
        try keys.bind(values[0], to: values[1])
      } catch {
        throw Unclear(wording: error.wording)
      }
    case "ink", "ground":
      guard values.count == 2 else { throw Self.form("\(name) NAME COLOUR", "\(name) NOM COULEUR") }
      let colour = UInt8(values[1])
      if colour == nil, values[1] != "default" {
        throw Unclear(
          wording: Wording(
            english: "a colour is a number from 0 to 255, or default; not “\(values[1])”",
            french: "une couleur est un nombre de 0 à 255, ou default ; pas « \(values[1]) »"))
      }
      let isInk = name == "ink"
      if isInk ? scheme.setInk(values[0], to: colour) : scheme.setGround(values[0], to: colour) { return }
      let names = (isInk ? ColourScheme.inkNames : ColourScheme.groundNames).joined(separator: ", ")
      throw Unclear(
        wording: Wording(
          english: "there is no \(name) called “\(values[0])”, but \(names)",
          french: "aucun « \(name) » ne s’appelle « \(values[0]) », mais : \(names)"))
    default:
      let names = SettingRow.all.map(\.name).joined(separator: ", ")
      throw Unclear(
        wording: Wording(
          english: "there is no setting called “\(name)”, but \(names)",
          french: "aucun réglage ne s’appelle « \(name) », mais : \(names)"))
    }
  }

  private enum Switch: String, CaseIterable { case on, off }

  private func one<Value: RawRepresentable<String>>(of all: [Value], _ name: String, _ values: [String]) throws(Unclear)
    -> Value
  {
    if values.count == 1, let value = Value(rawValue: values[0]) { return value }
    let form = "\(name) \(all.map(\.rawValue).joined(separator: "|"))"
    throw Self.form(form, form)
  }

  private static func form(_ english: String, _ french: String) -> Unclear {
    Unclear(wording: Wording(english: "the form is: \(english)", french: "la forme est : \(french)"))
  }
}

/// A theme as a person asks for it.
enum ThemeChoice: String, CaseIterable {
  /// As the environment says, if it says anything.
  case auto
  case dark, light

  /// The theme.
  var theme: Theme {
    switch self {
    case .auto: Theme.ofEnvironment
    case .dark: .dark
    case .light: .light
    }
  }
}

extension Settings.Problem {
  /// The problem as a message tells it, with where it is.
  func message(_ path: String, _ language: Language) -> String {
    path + (line.map { ":\($0)" } ?? "") + ": " + wording[language]
  }
}
