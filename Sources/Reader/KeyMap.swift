import Display
import Stories

/// The table of keys: what the keys do, the help, the bottom line and the documentation all come from it.
public struct KeyMap: Sendable {
  /// A line of the table.
  struct Binding: Sendable {
    /// What happens.
    var action: Action
    /// The keys that do it, the one to show first at the front; none where a person has given them all away.
    var keys: [Key]
    /// Where they do it.
    var contexts: Contexts
    /// What it does, for the help.
    var help: Wording
    /// What the bottom line calls it, if it stands there.
    var hint: Hint?
  }

  /// A place on the bottom line; bindings with the same word stand there together.
  struct Hint: Sendable {
    /// The lower, the further to the front.
    var rank: Int
    /// The word.
    var word: Wording
  }

  /// Bindings that belong together, with what they have in common.
  struct Section: Sendable {
    /// What it is called.
    var title: Wording
    /// Its lines.
    var bindings: [Binding]
  }

  /// The sections, in the order of the help.
  var sections: [Section]

  /// All lines of the table.
  var bindings: [Binding] { sections.flatMap(\.bindings) }

  /// What `key` does in `context`.
  func action(for key: Key, in context: Context) -> Action? {
    for section in sections {
      for binding in section.bindings where binding.contexts.contains(context) && binding.keys.contains(key) {
        return binding.action
      }
    }
    return nil
  }
}
