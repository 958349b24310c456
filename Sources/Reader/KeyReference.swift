import Stories

/// The keys as a page of documentation in Markdown, made of the same table as everything else.
public func keyReference(_ language: Language) -> String {
  var text = Wording(
    english: "# Keys\n\nMade from the table of keys by the program; no key is needed that French or German keyboards\n"
      + "type with AltGr. The names are for one's own keys, see [settings.md](settings.md).\n",
    french: "# Touches\n\nTirées de la table des touches du programme ; aucune touche indispensable ne demande AltGr.\n"
      + "Les noms servent à choisir ses propres touches, voir [settings.md](settings.md).\n"
  )[
    language]
  let (keys, what, place) = language == .french ? ("Touches", "Effet", "Où") : ("Keys", "What they do", "Where")
  let name = language == .french ? "Nom" : "Name"
  for section in KeyMap.standard.sections {
    text += "\n## \(section.title[language])\n\n| \(keys) | \(what) | \(place) | \(name) |\n|---|---|---|---|\n"
    for binding in section.bindings {
      let names = binding.shownKeys(language).map { "`\($0.name(language))`" }.joined(separator: " ")
      text +=
        "| \(names) | \(binding.help[language]) | \(places(binding.contexts, language)) | `\(binding.action.name)` |\n"
    }
  }
  return text
}

private func places(_ contexts: Contexts, _ language: Language) -> String {
  if contexts == .all {
    return Wording(english: "everywhere", french: "partout")[language]
  }
  var rest = contexts
  var names: [String] = []
  if Context.panes.isSubset(of: contexts) {
    rest.subtract(Context.panes)
    names.append(Wording(english: "all panes", french: "tous les volets")[language])
  }
  names += Context.allCases.filter(rest.contains).map { $0.name(language) }
  return names.joined(separator: ", ")
}

extension Context {
  /// What the documentation calls it.
  fileprivate func name(_ language: Language) -> String {
    switch self {
    case .parties: Phrase.parties[language].lowercased()
    case .article: Phrase.article[language].lowercased()
    case .sources: Phrase.sources[language].lowercased()
    case .claims: Phrase.claims[language].lowercased()
    case .claimList: Wording(english: "claim list", french: "liste des affirmations")[language]
    case .storyList: Wording(english: "story list", french: "liste des articles")[language]
    case .unreadable: Wording(english: "unreadable stories", french: "articles illisibles")[language]
    case .deal: Wording(english: "views on a deal", french: "vues du rachat")[language]
    case .why: Wording(english: "why", french: "pourquoi")[language]
    case .help: Wording(english: "help", french: "aide")[language]
    case .search: Wording(english: "search line", french: "ligne de recherche")[language]
    case .query: Wording(english: "query line", french: "ligne de recherche dans tous")[language]
    case .found: Wording(english: "what a query found", french: "résultats")[language]
    case .queryForm: Wording(english: "form of a query", french: "forme d’une recherche")[language]
    case .prompt: Wording(english: "name or command", french: "nom ou commande")[language]
    case .question: Wording(english: "overwrite?", french: "écraser ?")[language]
    case .correcting: Wording(english: "putting right", french: "correction")[language]
    case .picking: Wording(english: "choosing words", french: "choix des mots")[language]
    case .keptList: Wording(english: "what you keep", french: "ce que vous gardez")[language]
    case .narrowing: Wording(english: "narrowing line", french: "ligne de filtre")[language]
    }
  }
}
