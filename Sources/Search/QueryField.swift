import Stories

/// What a query can ask about besides words.
public enum QueryField: String, CaseIterable, Sendable {
  case party, about, source, certainty, stage, manner, date, deal, outlet, note, tag, state, scope

  /// What it is called in a query, in each language; both are understood in any.
  public var name: Wording {
    switch self {
    case .party: Wording(english: "party", french: "partie")
    case .about: Wording(english: "about", french: "sur")
    case .source: Wording("source")
    case .certainty: Wording(english: "certainty", french: "degré")
    case .stage: Wording(english: "stage", french: "étape")
    case .manner: Wording(english: "manner", french: "forme")
    case .date: Wording("date")
    case .deal: Wording(english: "deal", french: "rachat")
    case .outlet: Wording(english: "outlet", french: "média")
    case .note: Wording("note")
    case .tag: Wording(english: "tag", french: "étiquette")
    case .state: Wording(english: "is", french: "est")
    case .scope: Wording(english: "in", french: "dans")
    }
  }

  /// Its other names.
  var aliases: [String] {
    switch self {
    case .certainty: ["certitude"]
    case .deal: ["target", "cible"]
    default: []
    }
  }

  /// What it asks for.
  public var help: Wording {
    switch self {
    case .party: Wording(english: "claims by or about a party", french: "affirmations d’une partie ou sur elle")
    case .about: Wording(english: "claims about a party", french: "affirmations sur une partie")
    case .source:
      Wording(english: "who says it, at any place of the chain", french: "qui le dit, à tout rang de la filière")
    case .certainty: Wording(english: "how sure the claim is", french: "degré de l’affirmation")
    case .stage: Wording(english: "where it puts the deal", french: "étape où elle place le rachat")
    case .manner: Wording(english: "how it is said", french: "comment c’est dit")
    case .date:
      Wording(english: "day of the story: a day, month, year or range", french: "jour, mois, année ou période")
    case .deal: Wording(english: "what is being bought", french: "ce qui est racheté")
    case .outlet: Wording(english: "who published the story", french: "qui a publié l’article")
    case .note:
      Wording(
        english: "words of a note on it, a party or the story", french: "mots d’une note, aussi sur partie ou article")
    case .tag: Wording(english: "a tag of it, a party or the story", french: "étiquette, aussi de partie ou d’article")
    case .state:
      Wording(english: "marked, noted, corrected, read or unread", french: "marqué, noté, corrigé, lu ou non-lu")
    case .scope:
      Wording(english: "words of claims, or all of the text", french: "mots des affirmations, ou tout le texte")
    }
  }

  /// A value, for the help.
  public var example: Wording {
    switch self {
    case .party, .about: Wording("oracle")
    case .source: Wording(english: "reuters,ap", french: "reuters,afp")
    case .certainty: Wording(english: "denied,reported", french: "démenti,rapporté")
    case .stage: Wording(english: "\"in talks\"", french: "pourparlers")
    case .manner: Wording(english: "direct", french: "directe")
    case .date: Wording("2020-09..2020-12-08")
    case .deal: Wording("tiktok")
    case .outlet: Wording(english: "\"financial times\"", french: "\"les échos\"")
    case .note: Wording(english: "\"ask her\"", french: "\"à vérifier\"")
    case .tag: Wording("urgent")
    case .state: QueryState.marked.wording
    case .scope: Wording(english: "text", french: "texte")
    }
  }

  /// The field that `key` names, however it is written.
  init?(_ key: String) {
    let wanted = FoldedWords.all(key)
    let named = Self.allCases.first { field in
      ([field.name.english, field.name.french] + field.aliases).contains { FoldedWords.all($0) == wanted }
    }
    guard let named else { return nil }
    self = named
  }
}

extension Query {
  /// The term that asks for `values` in `field`, as it is written: values with blanks get the quotes that they need.
  ///
  /// Commas separate values of which one has to fit, as in a query.
  public static func term(_ field: QueryField, _ values: String) -> String {
    // Who quotes knows the form of a query.
    if values.contains("\"") { return "\(field.name.english):\(values)" }
    let parts = values.split(separator: ",", omittingEmptySubsequences: false).map { part in
      part.contains { $0 == ":" || $0.isWhitespace } ? "\"\(part)\"" : String(part)
    }
    return "\(field.name.english):\(parts.joined(separator: ","))"
  }
}
