import Stories

/// What the interface says, apart from the keys and the names of the model's terms.
enum Phrase {
  case parties, article, sources, claims, stories, keys
  case target, dealStage, noTarget, allParties, says, ofIt, noParties
  case theArticle, ownVoice, origin, manner, certainty, stage, terms, cue, about, inThisStory, claimsColumn
  case claim(Int), claimOf(Int, Int), claimShort(Int, Int), noClaims, noClaim, only(String)
  case waiting, waitingRow, failed, failedRow, noStories, needs(width: Int, height: Int)
  case narrowedToNone(String), lastClaim, firstClaim, lastMention, firstMention, noMention(String), noClaimHere
  case lastStory, firstStory, lookingForMore, gone, goneRow, unreadable, unreadableCount(Int), allReadable
  case searchStories, queryForm, foundClaims(Int, Int), foundTexts(Int), wordsInTexts(Int, String)
  case sameText(Int), orderedBy(StoryRows.Order), narrowedTo(String), ofAll(Int, Int), noStoryFits
  case dateColumn, outletColumn, headlineColumn, dealColumn
  case nothingSearched, searchFor, found(Int, Int), foundNone, foundSome(Int)
  case none, currentClaim, ofCurrentClaim
  case noPlaceBefore, noPlaceAfter
  case from(Double), surest, allShow, showFrom(Double, Int), noneFrom(Double, String?)
  case confidence, sure(Double), doubtful, doubtfulBelow, whyTitle(Int, Int), explaining
  case copied(Copied), rowOf(Int, Int), counts(says: Int, about: Int)
  case encoding(String), reading(Progress), claimCount(Int), marks, citing, asOf(String)

  subscript(language: Language) -> String { wording[language] }

  private var wording: Wording {
    func say(_ english: String, _ french: String) -> Wording { Wording(english: english, french: french) }
    switch self {
    case .parties: return say("Parties", "Parties")
    case .article: return say("Article", "Article")
    case .sources: return say("Sources", "Sources")
    case .claims: return say("Claims", "Affirmations")
    case .stories: return say("Stories", "Articles")
    case .keys: return say("Keys", "Touches")
    case .target: return say("Target", "Cible")
    case .dealStage: return say("Stage", "Étape")
    case .noTarget: return say("not named", "non nommée")
    case .allParties: return say("All parties", "Toutes")
    case .says: return say("says", "dit")
    case .ofIt: return say("of it", "visée")
    case .noParties: return say("No party was found in this story.", "Aucune partie reconnue dans cet article.")
    case .theArticle: return say("the article itself", "l’article lui-même")
    case .ownVoice: return say("own voice", "propre voix")
    case .origin: return say("origin", "origine")
    case .manner: return say("manner", "forme")
    case .certainty: return say("certainty", "degré")
    case .stage: return say("stage", "étape")
    case .terms: return say("terms", "conditions")
    case .cue: return say("cue", "indice")
    case .about: return say("about", "sur")
    case .inThisStory: return say("In this story", "Dans l’article")
    case .claimsColumn: return say("claims", "affirm.")
    case .claim(let number): return say("claim \(number)", "l’affirmation \(number)")
    case .claimOf(let number, let count):
      return say("Claim \(number) of \(count)", "Affirmation \(number) sur \(count)")
    case .claimShort(let number, let count): return say("claim \(number)/\(count)", "affirmation \(number)/\(count)")
    case .noClaims: return say("No claim was found in this story.", "Aucune affirmation reconnue dans cet article.")
    case .noClaim: return say("no claims", "aucune affirmation")
    case .only(let name): return say("only \(name)", "filtre : \(name)")
    case .waiting: return say("This story is being read …", "Lecture de l’article en cours …")
    case .waitingRow: return say("being read", "en lecture")
    case .failed: return say("This story could not be read.", "Cet article n’a pas pu être lu.")
    case .failedRow: return say("not readable", "illisible")
    case .noStories: return say("No story is open.", "Aucun article ouvert.")
    case .needs(let width, let height):
      return say("suitor needs \(width)x\(height)", "suitor : min. \(width)x\(height)")
    case .narrowedToNone(let name):
      return say("No claim is by or about \(name).", "Aucune affirmation de \(name) ni à son sujet.")
    case .lastClaim: return say("This is the last claim.", "C’est la dernière affirmation.")
    case .firstClaim: return say("This is the first claim.", "C’est la première affirmation.")
    case .lastMention: return say("No further mention below.", "Plus de mention en dessous.")
    case .firstMention: return say("No further mention above.", "Plus de mention au-dessus.")
    case .noMention(let name): return say("The text does not mention \(name).", "Le texte ne mentionne pas \(name).")
    case .noClaimHere: return say("No claim stands on this line.", "Aucune affirmation sur cette ligne.")
    case .lookingForMore: return say("More stories are being looked for…", "D’autres articles sont recherchés…")
    case .lastStory: return say("This is the last story.", "C’est le dernier article.")
    case .gone:
      return say("The file of this story is no longer there.", "Le fichier de cet article n’existe plus.")
    case .goneRow: return say("file gone", "fichier disparu")
    case .unreadable: return say("Not readable", "Illisibles")
    case .unreadableCount(let count):
      return say("\(count) unreadable", count < 2 ? "\(count) illisible" : "\(count) illisibles")
    case .allReadable:
      return say("All stories that were read so far can be read.", "Tous les articles lus jusqu’ici sont lisibles.")
    case .firstStory: return say("This is the first story.", "C’est le premier article.")
    case .searchStories: return say("Search all stories", "Chercher partout")
    case .queryForm: return say("What a query can say", "Ce qu’une recherche peut dire")
    case .foundClaims(let claims, let stories):
      if claims == 0 { return say("no claim found", "aucune affirmation trouvée") }
      return say(
        "\(claims) claim\(claims == 1 ? "" : "s") in \(stories) \(stories == 1 ? "story" : "stories")",
        "\(claims) affirmation\(claims == 1 ? "" : "s") dans \(stories) article\(stories == 1 ? "" : "s")")
    case .foundTexts(let stories):
      if stories == 0 { return say("no text found", "aucun texte trouvé") }
      return say(
        "in the text of \(stories) \(stories == 1 ? "story" : "stories")",
        "dans le texte de \(stories) article\(stories == 1 ? "" : "s")")
    case .wordsInTexts(let stories, let key):
      return say(
        "The words stand in the text of \(stories) \(stories == 1 ? "story" : "stories"): \(key).",
        "Les mots se trouvent dans le texte de \(stories) article\(stories == 1 ? "" : "s") : \(key).")
    case .orderedBy(let order):
      switch order {
      case .opened: return say("as opened", "tels qu’ouverts")
      case .date: return say("by date", "par date")
      case .deal: return say("by deal", "par rachat")
      case .outlet: return say("by outlet", "par média")
      case .name: return say("by name", "par nom")
      }
    case .narrowedTo(let words): return say("narrowed to “\(words)”", "filtrés : « \(words) »")
    case .sameText(let count):
      return count == 1
        ? say("Same text: ", "Même texte : ") : say("Same text, \(count) times: ", "Même texte, \(count) fois : ")
    case .ofAll(let count, let all): return say("\(count) of \(all)", "\(count) sur \(all)")
    case .noStoryFits:
      return say("No story has these words in a column.", "Aucun article n’a ces mots dans une colonne.")
    case .dateColumn: return say("date", "date")
    case .outletColumn: return say("outlet", "média")
    case .headlineColumn: return say("headline", "titre")
    case .dealColumn: return say("deal", "rachat")
    case .nothingSearched: return say("Nothing was searched for: / begins.", "Aucune recherche : / pour chercher.")
    case .searchFor: return say("Search", "Chercher")
    case .found(let number, let count): return say("match \(number) of \(count)", "occurrence \(number) sur \(count)")
    case .foundSome(let count): return say("\(count) matches", "\(count) occurrences")
    case .foundNone: return say("not found", "introuvable")
    case .none: return say("none", "aucune")
    case .currentClaim: return say("the current claim", "l’affirmation courante")
    case .ofCurrentClaim:
      return say("who says it or whom it is about", "qui la dit ou qui elle vise")
    case .from(let least):
      return say("from \(least.percent(.english))", "dès \(least.percent(.french))")
    case .surest: return say("Only the surest claims show already.", "Seules les plus sûres sont déjà montrées.")
    case .allShow: return say("All claims show.", "Toutes les affirmations sont montrées.")
    case .showFrom(let least, let out):
      return say(
        "Claims from \(least.percent(.english)) on; \(out) left out.",
        "Affirmations sûres dès \(least.percent(.french)) ; \(out) omise\(out < 2 ? "" : "s").")
    case .noneFrom(let least, let name):
      return say(
        "No claim \(name.map { "of “\($0)” " } ?? "")is as sure as \(least.percent(.english)).",
        "Aucune affirmation \(name.map { "de « \($0) » " } ?? "")n’est sûre à \(least.percent(.french)).")
    case .confidence: return say("confidence", "confiance")
    case .sure(let confidence):
      return say("\(confidence.percent(.english)) sure", "sûre à \(confidence.percent(.french))")
    case .doubtful: return say("doubtful", "douteuse")
    case .doubtfulBelow:
      return say(
        "doubtful: less than \(Claim.doubt.percent(.english)) sure",
        "douteuse : sûre à moins de \(Claim.doubt.percent(.french))")
    case .whyTitle(let number, let count):
      return say("Why claim \(number) of \(count)", "Pourquoi l’affirmation \(number) sur \(count)")
    case .explaining: return say("Working it out …", "Recherche …")
    case .noPlaceBefore: return say("There is no place to go back to.", "Il n’y a pas de lieu où revenir.")
    case .noPlaceAfter: return say("There is no place to go forward to.", "Il n’y a pas de lieu où avancer.")
    case .copied(let copied): return copied.wording
    case .rowOf(let number, let count): return say("\(number) of \(count)", "\(number) sur \(count)")
    case .counts(let says, let about): return say("says \(says), of it \(about)", "dit \(says), visée \(about)")
    case .encoding(let name): return say("read as \(name)", "lu comme \(name)")
    case .reading(let progress):
      let (done, total) = (progress.done, "\(progress.total)\(progress.isFinding ? "+" : "")")
      return say("reading \(done)/\(total)", "lecture \(done)/\(total)")
    case .claimCount(let count):
      return say(count == 1 ? "1 claim" : "\(count) claims", count < 2 ? "\(count) affirm." : "\(count) affirm.")
    case .marks: return say("Marks in the margin of the article", "Marques dans la marge de l’article")
    case .citing: return say("citing", "citant")
    case .asOf(let date): return say("of \(date)", "du \(date)")
    }
  }
}

extension StoryView {
  /// Why there is no claim to show.
  var noClaims: Phrase { story.claims.isEmpty ? .noClaims : .noneFrom(least, nil) }
}
