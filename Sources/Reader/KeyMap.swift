import Display
import Stories

/// The one table of keys: what the keys do, the help, the bottom line and the documentation all come from it.
enum KeyMap {
  /// A line of the table.
  struct Binding: Sendable {
    /// What happens.
    var action: Action
    /// The keys that do it, the one to show first at the front.
    var keys: [Key]
    /// Where they do it.
    var contexts: Set<Context>
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

  /// The binding of `key` in `context`.
  static func action(for key: Key, in context: Context) -> Action? { actions[context]?[key] }

  /// All lines of the table.
  static let bindings: [Binding] = sections.flatMap(\.bindings)

  private static let actions: [Context: [Key: Action]] = {
    var result: [Context: [Key: Action]] = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys { result[context, default: [:]][key] = binding.action }
      }
    }
    return result
  }()
}
