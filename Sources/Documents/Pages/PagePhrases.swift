/// What short lines of a page say that are not the article's, in English and French.
///
/// Lists of beginnings, in lower case, with plain apostrophes.
enum PagePhrases {
  /// Above what readers write.
  static let comments = [
    "comments", "comment", "commentaires", "reader comments", "readers' comments", "join the conversation",
    "join the discussion",
    "leave a comment", "leave a reply", "réactions", "vos réactions", "laisser un commentaire", "what readers say",
    "post a comment",
    "réagir", "vos commentaires", "réagissez", "discussion", "view comments", "show comments",
  ]
  /// Above links to other articles, or before one.
  static let related = [
    "read more", "read also", "also read", "more on this story", "more from", "more stories", "related", "see also",
    "you may also like", "you might also like", "recommended", "most read", "most popular", "trending", "lire aussi",
    "à lire aussi",
    "a lire aussi", "lire également", "à lire également", "voir aussi", "sur le même sujet", "sur le même thème",
    "à lire", "les plus lus",
    "articles liés", "nos recommandations", "pour aller plus loin", "dans la même rubrique", "further reading",
    "editor's picks",
    "don't miss", "à ne pas manquer", "latest news", "dernières nouvelles", "up next", "topics", "tags", "filed under",
    "thèmes", "mots-clés",
    "more like this", "what to read next", "suggested for you", "lire la suite", "en savoir plus", "à voir aussi",
    "continue reading",
  ]
  /// Lines that ask readers to do something, or name an advertisement.
  static let requests = [
    "advertisement", "publicité", "la suite après la publicité", "article continues below", "story continues below",
    "sponsored", "annonce",
    "share this", "share on", "share", "partager", "partagez", "tweet", "follow us", "suivez-nous", "sign up",
    "subscribe", "inscrivez-vous",
    "abonnez-vous", "s'abonner", "recevez ", "recevoir ", "already a subscriber", "already subscribed", "déjà abonné",
    "log in", "se connecter",
    "this article is for subscribers", "this article is reserved", "to continue reading", "to read the full",
    "cet article est réservé",
    "article réservé", "il vous reste", "la suite est réservée", "pour lire la suite", "get the", "download the app",
    "téléchargez l'application",
    "skip to", "aller au contenu", "print this", "imprimer", "print", "email this", "envoyer par", "copy link",
    "copier le lien", "save article",
    "listen to this", "écouter", "min read", "temps de lecture", "lecture :", "we use cookies",
    "nous utilisons des cookies", "this site uses cookies",
    "ce site utilise", "accept all", "tout accepter", "enable javascript", "please enable", "veuillez activer",
    "back to top", "haut de page",
    "retour en haut", "read in app", "click here to", "cliquez ici", "report an error", "signaler une erreur",
    "facebook", "twitter", "linkedin",
    "whatsapp", "create a free account", "créez un compte", "contenu sponsorisé", "our standards:",
    "offrir cet article", "offrez cet article",
  ]

  /// On what one presses to answer what a reader wrote: all of the text.
  static let replies: Set<String> = [
    "reply", "répondre", "reply to this", "report", "signaler", "signaler un abus", "report abuse", "report comment",
  ]

  /// Words of a notice that asks for consent; each names another matter.
  private static let consent: [[String]] = [
    ["cookie", "traceur", "tracker"], ["partner", "partenaire", "vendors"], ["consent", "accord"],
    ["accept", "refus", "reject"],
    ["advert", "publicit", " ads"], ["device", "appareil", "terminal", "browser", "navigateur"],
    ["personali", "personnalis", "personal data"],
    ["purposes", "finalités", "mesure", "measure"], ["privacy", "vie privée", "confidentialité", "données", " data"],
    ["your choice", "vos choix", "settings", "paramétr", "paramètres", "withdraw", "retirer"],
  ]

  /// Whether `text` asks for consent to be followed: it speaks to the reader, of four such matters.
  static func asksForConsent(_ text: String) -> Bool {
    guard text.utf8.count < 2000 else { return false }
    let lower = text.lowercased()
    let speaks = lower.split { !$0.isLetter }.contains { ["you", "your", "vous", "votre", "vos"].contains($0) }
    return speaks && consent[0].contains(where: lower.contains)
      && consent.count { $0.contains(where: lower.contains) } >= 4
      || speaks && consent.count { $0.contains(where: lower.contains) } >= 5
  }

  /// Whether `text` begins as one of `list` does, with what follows no letter.
  static func begins(_ text: String, as list: [String]) -> Bool {
    var folded = text.prefix(80).lowercased().replacing("’", with: "'")[...]
    folded = folded.drop { !$0.isLetter }
    return list.contains { opening in
      guard folded.hasPrefix(opening) else { return false }
      return opening.hasSuffix(" ") || !(folded.dropFirst(opening.count).first?.isLetter ?? false)
    }
  }
}
