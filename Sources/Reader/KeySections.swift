import Display
import Stories

/// A section of the table of keys, for a manual.
public struct KeySection: Sendable {
  /// What it is called.
  public var title: String
  /// Its lines.
  public var lines: [Line]

  /// What some keys do.
  public struct Line: Sendable {
    /// The keys as the interface calls them, the one to show first at the front.
    public var keys: [String]
    /// What they do.
    public var help: String
    /// What a person's own table of keys calls it.
    public var action: String
  }

  /// The sections of the table that the program comes with.
  public static func all(_ language: Language) -> [KeySection] {
    KeyMap.standard.sections.map { section in
      KeySection(
        title: section.title[language],
        lines: section.bindings.map { binding in
          Line(
            keys: binding.shownKeys(language).map { $0.name(language) }, help: binding.help[language],
            action: binding.action.name)
        })
    }
  }
}
