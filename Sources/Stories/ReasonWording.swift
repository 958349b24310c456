extension Reasons {
  /// What decided about `claim` of `story`, a line each: what it is about, and what there is to say.
  public func lines(for claim: Claim, of story: Story, _ language: Language) -> [(label: String, text: String)] {
    func say(_ english: String, _ french: String) -> String { Wording(english: english, french: french)[language] }
    var lines = [(say("found", "trouvée"), ground.wording[language])]
    if ground == .ownVoice {
      let marks: [(Bool, Wording)] = [
        (!claim.parties.isEmpty, Wording(english: "names a party", french: "nomme une partie")),
        (
          claim.stage != nil || !claim.terms.isEmpty,
          Wording(english: "tells stage or terms of the deal", french: "dit l’étape ou les conditions du rachat")
        ),
        (claim.certainty != .asserted, Wording(english: "does more than assert", french: "fait plus qu’affirmer")),
      ]
      let borne = marks.filter(\.0).map(\.1[language])
      let none = say("none of three that most claims bear", "aucune des trois que portent la plupart")
      lines.append((say("marks", "indices"), borne.isEmpty ? none : borne.joined(separator: ", ")))
    }
    if let decision {
      if let cue = claim.cue {
        let words = Reasons.words(story.text.string(cue))
        lines.append(
          (
            say("cue", "indice"),
            "\(words): \(decision.frame.wording[language]); " + say("strength", "force") + " \(decision.strength)/5"
          ))
      }
      lines.append((say("rule", "règle"), decision.rule?.wording[language] ?? say("none proposed it", "aucune")))
      lines.append(
        (
          say("likely", "probable"),
          percent(decision.likelihood)
            + say(", just these words ", ", ces mots exacts ")
            + percent(decision.exact)
        ))
      let runnerUp = decision.runnerUp
      let words = runnerUp.words.map { "“\(Reasons.words(story.text.string($0)))”" }.joined(separator: " … ")
      lines.append(
        (
          say("else", "sinon"),
          percent(runnerUp.probability) + " "
            + (words.isEmpty ? say("no claim of this cue", "pas d’affirmation de cet indice") : words)
        ))
    }
    if let speaker { lines.append((say("who", "qui"), told(speaker))) }
    let isDoubtful = claim.isDoubtful ? say(", doubtful", ", douteuse") : ""
    lines.append((say("sure", "sûre"), percent(claim.confidence) + isDoubtful))
    for (label, sign) in [(say("for", "pour"), 1.0), (say("against", "contre"), -1.0)] {
      let features = decision?.features.filter { $0.weight * sign > 0 } ?? []
      for (number, feature) in features.enumerated() {
        lines.append((number == 0 ? label : "", "\(Reasons.signed(feature.weight)) \(feature.name)"))
      }
    }
    return lines

    func percent(_ share: Double) -> String { share.percent(language) }

    /// Who is taken to say it, what tells that, and in which words, which the name alone would say twice.
    func told(_ speaker: Speaker) -> String {
      guard let nearest = claim.chain.first else { return say("nobody is told", "personne n’est dit") }
      let text = "\(story.sources[nearest].name[language]): \(speaker.wording[language])"
      guard claim.chain.count == 1, speaker != .name, speaker != .silence, let source = claim.source else {
        return text
      }
      return text + ", “\(Reasons.words(story.text.string(source)))”"
    }
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Two decimals behind a sign.
  private static func signed(_ weight: Double) -> String {
    let hundredths = Int((abs(weight) * 100).rounded())
    return "\(weight < 0 ? "-" : "+")\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}

extension Double {
  /// A share from 0 to 1 as whole percent: "43 %" in French, "43%" in English.
  public func percent(_ language: Language) -> String {
    "\(Int((self * 100).rounded()))" + (language == .french ? "\u{A0}%" : "%")
  }
}

extension Reasons.Ground {
  /// What it is called.
  public var wording: Wording {
    switch self {
    case .cue: Wording(english: "a cue attributes it", french: "un indice l’attribue")
    case .turn:
      Wording(
        english: "the turn of a speaker, or a quotation beside a name or behind another",
        french: "tour de parole, ou citation à côté d’un nom ou d’une autre")
    case .quotation:
      Wording(
        english: "a quotation without a cue, given to the speaker before",
        french: "citation sans indice, donnée à qui parlait avant")
    case .ownVoice: Wording(english: "nobody is named for this clause", french: "personne n’est nommé pour ces mots")
    case .rest:
      Wording(
        english: "what its sentence says beside what it attributes",
        french: "ce que dit la phrase hors de ce qu’elle attribue")
    }
  }
}

extension Reasons.Speaker {
  /// What it is called.
  public var wording: Wording {
    switch self {
    case .name: Wording(english: "the source is named", french: "la source est nommée")
    case .officer:
      Wording(english: "a named person who speaks for it", french: "une personne nommée, qui parle en son nom")
    case .person:
      Wording(english: "a named person who speaks for nobody else", french: "une personne nommée, pour elle")
    case .unnamed: Wording(english: "the source is not named", french: "la source n’est pas nommée")
    case .noun:
      Wording(english: "a noun that means one named before", french: "un nom commun, pour qui est nommé avant")
    case .office:
      Wording(
        english: "a noun that means an authority or medium", french: "un nom commun, pour une autorité ou un média")
    case .pronoun: Wording(english: "a pronoun", french: "un pronom")
    case .silence:
      Wording(english: "nobody is told; who spoke before", french: "personne n’est dit, qui parlait avant")
    }
  }
}

extension Reasons.Frame {
  /// What it is called.
  public var wording: Wording {
    switch self {
    case .saying: Wording(english: "takes a quotation or clause", french: "prend une citation ou une proposition")
    case .clause: Wording(english: "takes a clause", french: "prend une proposition")
    case .infinitive: Wording(english: "takes an infinitive", french: "prend un infinitif")
    case .phrase: Wording(english: "takes a noun phrase", french: "prend un groupe nominal")
    case .preposition: Wording(english: "takes a prepositional phrase", french: "prend un groupe prépositionnel")
    case .source: Wording(english: "goes before its source", french: "précède sa source")
    case .unknown: Wording(english: "seldom seen", french: "rarement vu")
    }
  }
}

extension Reasons.Rule {
  /// What it is called.
  public var wording: Wording {
    switch self {
    case .quotationBefore: Wording(english: "a quotation before the cue", french: "citation avant l’indice")
    case .quotationBehind: Wording(english: "a quotation behind the cue", french: "citation après l’indice")
    case .incise: Wording(english: "the cue is set in or stands behind", french: "indice en incise")
    case .that: Wording(english: "“that” behind the cue", french: "« que » après l’indice")
    case .colon: Wording(english: "a colon leads in", french: "deux-points")
    case .infinitive: Wording(english: "an infinitive behind the cue", french: "infinitif après l’indice")
    case .clause: Wording(english: "a clause behind the cue", french: "proposition après l’indice")
    case .phrase: Wording(english: "a noun phrase behind the cue", french: "groupe nominal après l’indice")
    case .preposition: Wording(english: "a preposition before the source", french: "préposition avant la source")
    case .noun: Wording(english: "a noun that attributes", french: "nom qui attribue")
    }
  }
}
