import Display
import Stories

/// A person's own keys.
extension KeyMap {
  /// Why a key cannot be bound as asked.
  public enum Problem: Error, Hashable, Sendable {
    /// No key has this name.
    case key(String)
    /// No action has this name.
    case action(String)
    /// The terminal keeps this key for itself, or sends for it what another key sends.
    case terminals(String)
    /// Where the action works letters are typed.
    case letter(String)

    /// One sentence without a stop.
    public var wording: Wording {
      switch self {
      case .key(let name):
        Wording(english: "there is no key called “\(name)”", french: "aucune touche ne s’appelle « \(name) »")
      case .action(let name):
        Wording(
          english: "there is no action called “\(name)”; docs/keys.md has their names",
          french: "aucune action ne s’appelle « \(name) » ; docs/keys.md donne leurs noms")
      case .terminals(let name):
        Wording(
          english: "“\(name)” never comes as a key of its own from a terminal",
          french: "« \(name) » n’arrive jamais du terminal comme une touche à part")
      case .letter(let name):
        Wording(
          english: "“\(name)” is a letter that the search line must be able to take",
          french: "« \(name) » est une lettre que la ligne de recherche doit pouvoir recevoir")
      }
    }
  }

  /// Has the key called `name` do the action called `action`, wherever that works, and nothing else there; has it do
  /// nothing anywhere if `action` is "none".
  ///
  /// Keys are called as in the table of keys in English: `x`, `Ctrl-X`, `Alt-X`, `Enter`, `PgUp`, `Up` or `↑`, `F2`.
  public mutating func bind(_ name: String, to action: String) throws(Problem) {
    guard let key = Key(named: name) else { throw .key(name) }
    if case .control(let letter) = key, "chijmqsz".contains(letter) { throw .terminals(name) }
    if action == "none" { return free(key, in: Contexts.all) }
    guard let action = Action(named: action) else { throw .action(action) }
    let isLetter = if case .character = key { true } else { false }
    var contexts = bindings.filter { $0.action == action }.reduce(into: Contexts()) { $0.formUnion($1.contexts) }
    if isLetter { contexts.subtract(Context.lines) }
    if contexts.isEmpty { throw .letter(name) }
    free(key, in: contexts)
    change { binding in
      guard binding.action == action else { return [binding] }
      if !isLetter || binding.contexts.isDisjoint(with: Context.lines) { return [binding.with(key)] }
      // The share of the lines where one types goes without the letter.
      return [
        binding.within(binding.contexts.subtracting(Context.lines)).with(key),
        binding.within(binding.contexts.intersection(Context.lines)),
      ]
    }
  }

  /// Takes from `key` whatever it does in `contexts`.
  private mutating func free(_ key: Key, in contexts: Contexts) {
    change { binding in
      guard binding.keys.contains(key), !binding.contexts.isDisjoint(with: contexts) else { return [binding] }
      var without = binding.within(binding.contexts.intersection(contexts))
      without.keys.removeAll { $0 == key }
      return [without, binding.within(binding.contexts.subtracting(contexts))]
    }
  }

  private mutating func change(_ lines: (Binding) -> [Binding]) {
    for index in sections.indices {
      sections[index].bindings = sections[index].bindings.flatMap(lines).filter { !$0.contexts.isEmpty }
    }
  }
}

extension KeyMap.Binding {
  fileprivate func within(_ contexts: Contexts) -> Self {
    var binding = self
    binding.contexts = contexts
    return binding
  }

  fileprivate func with(_ key: Key) -> Self {
    var binding = self
    binding.keys.insert(key, at: 0)
    return binding
  }
}

extension Key {
  /// The key that `name` stands for, whatever the case of words; letters are as they are typed.
  init?(named name: String) {
    if name.count == 1, let character = name.first {
      if let arrow = Self.arrows[character] { self = arrow } else { self = .character(character) }
      return
    }
    let word = name.lowercased()
    if let key = Self.named[word] {
      self = key
    } else if word.hasPrefix("ctrl-"), word.count == 6, let letter = word.last, "a"..."z" ~= letter {
      self = .control(letter)
    } else if word.hasPrefix("alt-"), name.count == 5, let character = name.last {
      self = character == "←" ? .altLeft : character == "→" ? .altRight : .alt(character)
    } else if word.hasPrefix("f"), let number = Int(word.dropFirst()), 1...12 ~= number {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let arrows: [Character: Key] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "esc": .escape, "tab": .tab, "shift-tab": .backTab,
    "backspace": .backspace, "del": .delete, "up": .up, "down": .down, "left": .left, "right": .right,
    "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end, "alt-left": .altLeft, "alt-right": .altRight,
  ]
}
