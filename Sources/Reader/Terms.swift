import Display
import Stories

extension Party.Role {
  /// What the interface calls the role.
  func name(_ language: Language) -> String {
    let wording: Wording =
      switch self {
      case .target: Wording(english: "target", french: "cible")
      case .seller: Wording(english: "seller", french: "vendeur")
      case .bidder: Wording(english: "bidder", french: "acquéreur")
      case .partner: Wording(english: "partner", french: "partenaire")
      case .shareholder: Wording(english: "shareholder", french: "actionnaire")
      case .adviser: Wording(english: "adviser", french: "conseil")
      case .regulator: Wording(english: "regulator", french: "régulateur")
      case .government: Wording(english: "government", french: "gouvernement")
      }
    return wording[language]
  }
}

extension Source.Kind {
  /// What the interface calls the kind.
  func name(_ language: Language) -> String {
    let wording: Wording =
      switch self {
      case .party: Wording(english: "party", french: "partie")
      case .newsAgency: Wording(english: "news agency", french: "agence")
      case .newspaper: Wording(english: "newspaper", french: "journal")
      case .broadcaster: Wording(english: "broadcaster", french: "télé, radio")
      case .website: Wording(english: "website", french: "site")
      case .official: Wording(english: "official", french: "officiel")
      case .analyst: Wording(english: "analyst", french: "analyste")
      case .person: Wording(english: "person", french: "personne")
      case .anonymous: Wording(english: "unnamed", french: "anonyme")
      }
    return wording[language]
  }
}

extension Claim.Manner {
  /// What the interface calls the manner.
  func name(_ language: Language) -> String {
    let wording: Wording =
      switch self {
      case .direct: Wording(english: "direct", french: "directe")
      case .indirect: Wording(english: "indirect", french: "indirecte")
      case .mixed: Wording(english: "mixed", french: "mixte")
      case .ownVoice: Wording(english: "own voice", french: "propre voix")
      }
    return wording[language]
  }
}

extension Claim.Certainty {
  /// What the interface calls the certainty.
  func name(_ language: Language) -> String {
    let wording: Wording =
      switch self {
      case .asserted: Wording(english: "asserted", french: "affirmé")
      case .denied: Wording(english: "denied", french: "démenti")
      case .reported: Wording(english: "reported", french: "rapporté")
      case .uncertain: Wording(english: "uncertain", french: "incertain")
      case .hypothetical: Wording(english: "hypothetical", french: "hypothétique")
      case .asked: Wording(english: "asked", french: "demandé")
      }
    return wording[language]
  }

  /// The mark that tells the certainty without colour; a space for what is plainly asserted.
  var mark: String {
    switch self {
    case .asserted: " "
    case .denied: "-"
    case .reported: "~"
    case .uncertain, .asked: "?"
    case .hypothetical: "o"
    }
  }

  /// The hue of the mark.
  var ink: Style.Ink {
    switch self {
    case .asserted: .plain
    case .denied: .denied
    case .reported: .reported
    case .uncertain: .uncertain
    case .hypothetical: .hypothetical
    case .asked: .asked
    }
  }

  /// How the words are set: what nobody vouches for is slanted.
  var attributes: Style.Attributes {
    switch self {
    case .asserted, .denied: []
    case .reported, .uncertain, .hypothetical, .asked: .italic
    }
  }
}

extension Stage {
  /// What the interface calls the stage.
  func name(_ language: Language) -> String {
    let wording: Wording =
      switch self {
      case .rumoured: Wording(english: "rumoured", french: "rumeur")
      case .inTalks: Wording(english: "in talks", french: "pourparlers")
      case .offered: Wording(english: "offered", french: "offre faite")
      case .rejected: Wording(english: "rejected", french: "offre rejetée")
      case .agreed: Wording(english: "agreed", french: "accord conclu")
      case .underReview: Wording(english: "under review", french: "à l’examen")
      case .approved: Wording(english: "approved", french: "autorisé")
      case .blocked: Wording(english: "blocked", french: "bloqué")
      case .completed: Wording(english: "completed", french: "finalisé")
      case .withdrawn: Wording(english: "withdrawn", french: "retiré")
      }
    return wording[language]
  }
}
