import Display
import Stories

extension Key {
  /// What the key is called on the screen and in the documentation.
  func name(_ language: Language) -> String {
    switch self {
    case .character(" "): Wording(english: "Space", french: "Espace")[language]
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + String(letter).uppercased()
    case .enter: Wording(english: "Enter", french: "Entrée")[language]
    case .escape: Wording(english: "Esc", french: "Échap")[language]
    case .tab: "Tab"
    case .backTab: Wording(english: "Shift-Tab", french: "Maj-Tab")[language]
    case .backspace: Wording(english: "Backspace", french: "Retour arr.")[language]
    case .delete: Wording(english: "Del", french: "Suppr")[language]
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: Wording(english: "PgUp", french: "Pg préc")[language]
    case .pageDown: Wording(english: "PgDn", french: "Pg suiv")[language]
    case .home: Wording(english: "Home", french: "Début")[language]
    case .end: Wording(english: "End", french: "Fin")[language]
    case .alt(let character): "Alt-\(character)"
    case .altLeft: "Alt-←"
    case .altRight: "Alt-→"
    case .function(let number): "F\(number)"
    }
  }

  /// Whether French or German keyboards need AltGr for it.
  var needsAltGr: Bool {
    guard case .character(let character) = self else { return false }
    return "[]{}\\|@#~^`€".contains(character)
  }
}

extension KeyMap {
  /// A key and what the bottom line calls its action: "c claims".
  func hint(for action: Action, _ language: Language) -> String {
    guard let binding = bindings.first(where: { $0.action == action && $0.hint != nil }),
      let key = binding.shownKey(language), let hint = binding.hint
    else { return "" }
    return "\(key.name(language)) \(hint.word[language])"
  }
}

extension KeyMap.Binding {
  /// The key to show first: in a French interface one that French keyboards type without AltGr.
  func shownKey(_ language: Language) -> Key? {
    (language == .french ? keys.first { !$0.needsAltGr } : nil) ?? keys.first
  }

  /// All keys in the order to show them.
  func shownKeys(_ language: Language) -> [Key] {
    language == .french ? keys.filter { !$0.needsAltGr } + keys.filter(\.needsAltGr) : keys
  }
}
