import Notebook
import Stories

/// What the interface says of notes and corrections.
enum KeptPhrase {
  case done(Entry, Notebook, elsewhere: String?), isLost, notTaken, cut(Int), nothingToUndo, nothingToRedo, isRead,
    isUnread, markedQuery
  case yours, marked
  case noteOn(String), tagsOn(String), newName(String), splitOff(String, String), speaker, editNote
  case claimTitle(Int), partyTitle(String)
  case source, certainty, stage, words, delete, name, role, merge, split, none
  case otherSource, here, everywhere, scope
  case picking, chosenWords, pickingEnded, pickedNothing, nothingToCorrect, noOtherParty, oneName
  case theStory
  case isTakenBack, isClaim
  case kept, nothingKept, nothingKeptHere, noLongerThere, notOpen, noteOf(String)

  subscript(language: Language) -> String { wording[language] }

  var wording: Wording {
    func say(_ english: String, _ french: String) -> Wording { Wording(english: english, french: french) }
    switch self {
    case .done(let entry, let notebook, let elsewhere):
      let done = Self.done(entry, notebook)
      guard let elsewhere else { return done }
      return say("\(done.english) (“\(elsewhere)”)", "\(done.french) (« \(elsewhere) »)")
    case .isLost:
      return say(
        "Kept, but what it is on is no longer there, so that it changes nothing.",
        "Gardé, mais ce qu’il concerne n’existe plus : rien ne change.")
    case .notTaken:
      return say("The editor ended with an error: nothing was taken.", "L’éditeur a échoué : rien n’est pris.")
    case .cut(let letters):
      return say(
        "No more than \(letters) letters fit here; the rest was left out.",
        "Pas plus de \(letters) lettres ici ; le reste est omis.")
    case .nothingToUndo: return say("Nothing was put down that could be taken back.", "Rien à annuler.")
    case .nothingToRedo: return say("Nothing was taken back.", "Rien n’a été annulé.")
    case .isRead: return say("The story counts as read.", "L’article compte comme lu.")
    case .isUnread: return say("The story counts as unread.", "L’article compte comme non lu.")
    case .markedQuery: return say("is:marked", "est:marqué")
    case .yours: return say("put right by you", "corrigé par vous")
    case .marked: return say("marked", "marqué")
    case .noteOn(let what): return say("Note on \(what)", "Note sur \(what)")
    case .tagsOn(let what): return say("Tags of \(what)", "Étiquettes de \(what)")
    case .newName(let name): return say("New name of \(name)", "Nouveau nom de \(name)")
    case .splitOff(let words, let name):
      return say("Who “\(words)” is, if not \(name)", "Qui est « \(words) », sinon \(name)")
    case .speaker: return say("Who says it (nearest first, < between)", "Qui le dit (le plus proche d’abord, < entre)")
    case .editNote: return say("Tab: in the editor", "Tab : dans l’éditeur")
    case .claimTitle(let number): return say("Put claim \(number) right", "Corriger l’affirmation \(number)")
    case .partyTitle(let name): return say("Put \(name) right", "Corriger \(name)")
    case .source: return say("source", "source")
    case .certainty: return say("certainty", "degré")
    case .stage: return say("stage", "étape")
    case .words: return say("words", "mots")
    case .delete: return say("no claim at all: delete", "pas une affirmation : supprimer")
    case .name: return say("name", "nom")
    case .role: return say("role", "rôle")
    case .merge: return say("is the same as …", "est la même que …")
    case .split: return say("is not always the same …", "n’est pas toujours la même …")
    case .none: return say("none", "aucun")
    case .otherSource: return say("somebody else …", "quelqu’un d’autre …")
    case .here: return say("in this story", "dans cet article")
    case .everywhere: return say("in all stories", "dans tous les articles")
    case .scope: return say("where", "où")
    case .picking:
      return say("Choose the words of the claim.", "Choisissez les mots de l’affirmation.")
    case .chosenWords: return say("Chosen words: ", "Mots choisis : ")
    case .pickingEnded:
      return say(
        "The text has changed: choose the words again.", "Le texte a changé : choisissez les mots à nouveau.")
    case .pickedNothing: return say("There are no words here.", "Il n’y a pas de mots ici.")
    case .nothingToCorrect: return say("There is nothing here to put right.", "Il n’y a rien à corriger ici.")
    case .noOtherParty: return say("The story has no other party.", "L’article n’a pas d’autre partie.")
    case .oneName:
      return say("The story calls it by one name only.", "L’article ne l’appelle que d’un nom.")
    case .isTakenBack: return say("It was taken back already.", "C’était déjà annulé.")
    case .isClaim: return say("These words are a claim already.", "Ces mots sont déjà une affirmation.")
    case .kept: return say("What you keep", "Ce que vous gardez")
    case .nothingKept: return say("Nothing was put down yet.", "Rien n’est encore gardé.")
    case .nothingKeptHere:
      return say("Nothing was put down on this story.", "Rien n’est gardé sur cet article.")
    case .noLongerThere: return say("no longer there", "n’existe plus")
    case .noteOf(let text): return say("note: \(text)", "note : \(text)")
    case .notOpen: return say("Its story is not open.", "Son article n’est pas ouvert.")
    case .theStory: return say("the story", "l’article")
    }
  }

  /// What was done, in few words.
  private static func done(_ entry: Entry, _ before: Notebook) -> Wording {
    if case .entry(let id) = entry.subject, let other = before.entry(id) {
      let what = Self.what(other)
      return entry.deed == .undo
        ? Wording(english: "Taken back: \(what.english).", french: "Annulé : \(what.french).")
        : Wording(english: "Brought back: \(what.english).", french: "Rétabli : \(what.french).")
    }
    let what = Self.what(entry)
    return Wording(english: "Kept: \(what.english).", french: "Gardé : \(what.french).")
  }

  /// What an entry does, in few words.
  static func what(_ entry: Entry) -> Wording {
    func say(_ english: String, _ french: String) -> Wording { Wording(english: english, french: french) }
    func short(_ text: String) -> String { fitted(oneLine(text), 40) }
    let name = if case .party(_, let name) = entry.subject { short(name) } else { "" }
    let base: Wording
    switch entry.deed {
    case .certainty(let certainty):
      base = say("certainty \(certainty.wording.english)", "degré \(certainty.wording.french)")
    case .stage(let stage):
      base = say("stage \(stage?.wording.english ?? "none")", "étape \(stage?.wording.french ?? "aucune")")
    case .source(let names):
      let chain = names.isEmpty ? nil : short(names.joined(separator: " < "))
      base = say("source \(chain ?? "the article itself")", "source \(chain ?? "l’article lui-même")")
    case .words: base = say("the words of the claim", "les mots de l’affirmation")
    case .delete: base = say("a claim deleted", "une affirmation supprimée")
    case .add: base = say("a claim added", "une affirmation ajoutée")
    case .rename(let new): base = say("\(name) is called \(short(new))", "\(name) s’appelle \(short(new))")
    case .role(let role):
      base = say(
        "\(name) as \(role?.wording.english ?? "no role")", "\(name) : \(role?.wording.french ?? "sans rôle")")
    case .merge(_, let other): base = say("\(name) is \(short(other))", "\(name) est \(short(other))")
    case .split(let words, let new):
      base = say("“\(short(words))” is \(short(new))", "« \(short(words)) » est \(short(new))")
    case .note(let text):
      base = text.isEmpty ? say("the note taken away", "note supprimée") : say("the note", "la note")
    case .mark(let isMarked): base = isMarked ? say("marked", "marqué") : say("no longer marked", "n’est plus marqué")
    case .tag(let tag): base = say("tag \(short(tag))", "étiquette \(short(tag))")
    case .untag(let tag): base = say("no tag \(short(tag))", "sans étiquette \(short(tag))")
    case .undo, .redo: base = Wording("")
    }
    if entry.story == nil { return say(base.english + ", in all stories", base.french + ", dans tous les articles") }
    return base
  }
}
