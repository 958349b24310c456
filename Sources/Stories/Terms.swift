// What the terms of the model are called to a person, in each language of the interface. The export has its own
// spelling, the raw values: those never change with the interface.

extension Language {
  /// Its name.
  public var wording: Wording {
    switch self {
    case .english: Wording(english: "English", french: "anglais")
    case .french: Wording(english: "French", french: "français")
    }
  }
}

extension Claim.Manner {
  /// Its name.
  public var wording: Wording {
    switch self {
    case .direct: Wording(english: "direct", french: "directe")
    case .indirect: Wording(english: "indirect", french: "indirecte")
    case .mixed: Wording(english: "mixed", french: "mixte")
    case .ownVoice: Wording(english: "own voice", french: "propre voix")
    }
  }
}

extension Claim.Certainty {
  /// Its name.
  public var wording: Wording {
    switch self {
    case .asserted: Wording(english: "asserted", french: "affirmé")
    case .denied: Wording(english: "denied", french: "démenti")
    case .reported: Wording(english: "reported", french: "rapporté")
    case .uncertain: Wording(english: "uncertain", french: "incertain")
    case .hypothetical: Wording(english: "hypothetical", french: "hypothétique")
    case .asked: Wording(english: "asked", french: "demandé")
    }
  }

  /// The mark that says it without colour; an asserted claim needs none.
  public var mark: Character? {
    switch self {
    case .asserted: nil
    case .denied: "-"
    case .reported: "~"
    case .uncertain, .asked: "?"
    case .hypothetical: "o"
    }
  }
}

extension Claim.Term.Kind {
  /// Its name.
  public var wording: Wording {
    switch self {
    case .price: Wording(english: "price", french: "prix")
    case .pricePerShare: Wording(english: "a share", french: "par action")
    case .stake: Wording(english: "stake", french: "part")
    case .premium: Wording(english: "premium", french: "prime")
    case .breakFee: Wording(english: "break fee", french: "dédit")
    }
  }
}

extension Stage {
  /// Its name.
  public var wording: Wording {
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
  }
}

extension Party.Role {
  /// Its name.
  public var wording: Wording {
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
  }
}

extension Source.Kind {
  /// Its name.
  public var wording: Wording {
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
  }
}
