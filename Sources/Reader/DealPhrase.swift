import Deals
import Stories

/// What the views on a deal say.
enum DealPhrase {
  case timeline, dossier, disagreements, origins
  case stories(Int), read(Int, Int), dealOf(Int, Int)
  case noDeal, noParty, noStage, noDisagreement, noClaimOf(String)
  case reported, confirmed, undated, noDate
  case says, spokenOf, saysCount(Int, Int)
  case claims, asOrigin, relays, ownVoice
  case disagreement(Disagreement.Reason), alias(PartyRegister.Reason)

  subscript(language: Language) -> String { wording[language] }

  private var wording: Wording {
    func say(_ english: String, _ french: String) -> Wording { Wording(english: english, french: french) }
    switch self {
    case .timeline: return say("Timeline", "Chronologie")
    case .dossier: return say("Dossier", "Dossier")
    case .disagreements: return say("Disagreement", "Désaccords")
    case .origins: return say("Who is behind it", "Qui est derrière")
    case .stories(let count):
      return say(count == 1 ? "1 story" : "\(count) stories", count < 2 ? "\(count) article" : "\(count) articles")
    case .read(let done, let total):
      return say("\(done) of \(total) read so far", "\(done) lus sur \(total) jusqu’ici")
    case .dealOf(let number, let count): return say("deal \(number) of \(count)", "rachat \(number) sur \(count)")
    case .noDeal: return say("No deal was found in this story.", "Aucun rachat reconnu dans cet article.")
    case .noParty: return say("Neither a party nor a claim of one is selected.", "Aucune partie n’est choisie.")
    case .noStage:
      return say(
        "No claim of these stories says plainly what became of the deal.",
        "Aucune affirmation de ces articles ne dit nettement où en est le rachat.")
    case .noDisagreement:
      return say(
        "No two claims of these stories plainly exclude each other.",
        "Aucune paire d’affirmations ne s’exclut nettement dans ces articles.")
    case .noClaimOf(let name):
      return say("No claim is by or about \(name).", "Aucune affirmation de \(name) ni à son sujet.")
    case .reported: return say("only reported", "seulement rapporté")
    case .confirmed: return say("confirmed", "confirmé")
    case .undated: return say("Without a date", "Sans date")
    case .noDate: return say("no date", "sans date")
    case .says: return say("says", "dit")
    case .spokenOf: return say("of it", "visée")
    case .saysCount(let says, let about): return say("says \(says), of it \(about)", "dit \(says), visée \(about)")
    case .claims: return say("claims", "affirm.")
    case .asOrigin: return say("origin", "origine")
    case .relays: return say("relays", "relaie")
    case .ownVoice: return say("own voice", "propre voix")
    case .disagreement(let reason): return reason.wording
    case .alias(.spelling): return say("also spelled", "écrit aussi")
    case .alias(.shortForm): return say("also called, in short or in full", "appelée aussi, en court ou en entier")
    case .alias(.standsFor): return say("named for it", "nommés pour elle")
    }
  }
}

extension DealView.Kind {
  /// What it is called.
  var phrase: DealPhrase {
    switch self {
    case .timeline: .timeline
    case .dossier: .dossier
    case .disagreements: .disagreements
    case .origins: .origins
    }
  }
}

extension Disagreement.Reason {
  /// Why two claims were set against each other.
  var wording: Wording {
    switch self {
    case .figures(let kind):
      Wording(
        english: "different figures for the same: \(kind.wording.english)",
        french: "chiffres différents pour la même chose : \(kind.wording.french)")
    case .majorities:
      Wording(english: "two majorities of one company", french: "deux majorités d’une même société")
    case .stages(let a, let b):
      Wording(
        english: "at the same time \(a.wording.english) and \(b.wording.english)",
        french: "en même temps \(a.wording.french) et \(b.wording.french)")
    case .denial: Wording(english: "the second denies the first", french: "la seconde dément la première")
    case .judgedFalse:
      Wording(english: "the second calls the first untrue", french: "la seconde dit la première fausse")
    case .opposites(let a, let b):
      Wording(english: "opposite words: “\(a)” and “\(b)”", french: "mots contraires : « \(a) » et « \(b) »")
    }
  }
}
