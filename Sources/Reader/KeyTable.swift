import Display
import Stories

private func key(_ character: Character) -> Key { .character(character) }
private let panes = Context.panes
private let overlays: Contexts = [
  .help, .claimList, .storyList, .unreadable, .deal, .why, .found, .queryForm, .keptList,
]
private let moved = Context.panes.union(overlays).union([.correcting])
private let everywhere = Contexts.all
private let reading = Context.panes.union([.claimList])
private let moving = Context.panes.union(overlays)
/// Lines over a list, in which letters are typed while the other keys move in the list.
private let linesOverLists: Contexts = [.query, .narrowing]

private let handing: Contexts = Context.panes.union([.claimList, .storyList, .deal, .found])
private let keeping: Contexts = Context.panes.union([.claimList, .storyList, .deal, .found])

private let dealing = Context.panes.union([.deal])

private let closing = Wording(english: "close it and be where one was", french: "fermer et revenir où l’on était")

private func row(
  _ action: Action, _ keys: [Key], in contexts: Contexts, _ english: String, _ french: String,
  rank: Int = 0, hint: (String, String)? = nil
) -> KeyMap.Binding {
  KeyMap.Binding(
    action: action, keys: keys, contexts: contexts, help: Wording(english: english, french: french),
    hint: hint.map { KeyMap.Hint(rank: rank, word: Wording(english: $0.0, french: $0.1)) })
}

extension KeyMap {
  /// The table that the program comes with.
  ///
  /// Every action has a key that French and German keyboards type without AltGr.
  public static let standard = KeyMap(sections: [
    Section(
      title: Wording(english: "Claims", french: "Affirmations"),
      bindings: [
        row(
          .nextClaim, [key("]"), key("J")], in: reading, "next claim", "affirmation suivante",
          rank: 11, hint: ("claim", "affirmation")),
        row(
          .previousClaim, [key("["), key("K")], in: reading, "previous claim", "affirmation précédente",
          rank: 10, hint: ("claim", "affirmation")),
        row(
          .takeClaim, [.enter], in: [.article], "take the claim on this line",
          "prendre l’affirmation de cette ligne",
          rank: 55, hint: ("take claim", "choisir")),
        row(
          .claimList, [key("c")], in: panes, "list of claims", "liste des affirmations",
          rank: 60, hint: ("claims", "liste")),
        row(
          .fewerClaims, [key("-"), key("_")], in: panes, "only surer claims", "seulement de plus sûres",
          rank: 74, hint: ("sure", "sûres")),
        row(
          .moreClaims, [key("+"), key("=")], in: panes, "less sure claims too", "de moins sûres aussi",
          rank: 75, hint: ("sure", "sûres")),
        row(
          .why, [key("w")], in: panes, "why it is one: what decided", "pourquoi : ce qui a décidé",
          rank: 72, hint: ("why", "pourquoi")),
        row(
          .copy, [key("y")], in: reading.union([.deal]), "copy the claim with its sources",
          "copier l’affirmation et ses sources",
          rank: 65, hint: ("copy", "copier")),
      ]),
    Section(
      title: Wording(english: "Parties and sources", french: "Parties et sources"),
      bindings: [
        row(
          .narrow, [.enter], in: [.parties, .sources], "only the claims by or about it; again: all",
          "seulement ses affirmations ; encore : toutes", rank: 5, hint: ("filter", "filtrer")),
        row(
          .nextMention, [key("}"), key(".")], in: panes, "next mention of the selected one",
          "mention suivante de la partie choisie", rank: 41, hint: ("mention", "mention")),
        row(
          .previousMention, [key("{"), key(",")], in: panes, "previous mention of it", "mention précédente",
          rank: 40, hint: ("mention", "mention")),
        row(
          .back, [.escape], in: panes, "one step back: search, zoom, filter, sure",
          "un pas en arrière : recherche, zoom, filtre, sûres", rank: 6, hint: ("back", "retour")),
      ]),
    Section(
      title: Wording(english: "What you keep", french: "Ce que vous gardez"),
      bindings: [
        row(
          .mark, [key("m")], in: keeping, "mark it, to come back to", "marquer, pour y revenir",
          rank: 73, hint: ("mark", "marquer")),
        row(
          .annotate, [key("a")], in: keeping, "write a note on it", "écrire une note",
          rank: 79, hint: ("note", "note")),
        row(.tag, [key("T")], in: keeping, "give it tags", "donner des étiquettes"),
        row(
          .correct, [key("E")], in: reading, "put the claim or party right", "corriger affirmation ou partie",
          rank: 80, hint: ("correct", "corriger")),
        row(
          .pickWords, [key("v")], in: panes, "choose words that are a claim", "choisir les mots d’une affirmation"),
        row(.undo, [key("U")], in: keeping, "take the last of these back", "annuler le dernier de ces gestes"),
        row(.redo, [key("R")], in: keeping.union([.keptList]), "bring it back", "le rétablir"),
        row(.toggleRead, [key("r")], in: panes.union([.storyList]), "story read, or unread", "article lu, ou non lu"),
        row(.marked, [key("M")], in: panes.union([.storyList]), "all that is marked", "tout ce qui est marqué"),
        row(.kept, [key("C")], in: panes, "list of all these", "liste de tous ces gestes"),
        row(
          .takeBack, [key("U"), .delete], in: [.keptList], "take the selected one back", "annuler le geste choisi",
          rank: 9, hint: ("take back", "annuler")),
        row(
          .scope, [.tab], in: [.keptList], "of this story, or of all", "de cet article, ou de tous", rank: 10,
          hint: ("stories", "articles")),
        row(
          .choose, [.enter], in: [.correcting], "choose it", "le choisir", rank: 5, hint: ("choose", "choisir")),
        row(
          .scope, [.tab], in: [.correcting], "a party: in this story, in all", "partie : cet article, ou tous",
          rank: 10, hint: ("where", "où")),
        row(
          .leaveCorrecting, [.escape, key("q")], in: [.correcting], "one step back", "un pas en arrière", rank: 9,
          hint: ("back", "retour")),
        row(
          .wordRight, [key("l"), .right, key("w"), key(" ")], in: [.picking], "one word further", "un mot plus loin",
          rank: 3, hint: ("word", "mot")),
        row(
          .wordLeft, [key("h"), .left, key("b"), .backspace], in: [.picking], "one word back", "un mot en arrière",
          rank: 2, hint: ("word", "mot")),
        row(.lineEnd, [key("G"), key("$"), .end], in: [.picking], "to the end of the line", "à la fin de la ligne"),
        row(.lineStart, [key("g"), key("0"), .home], in: [.picking], "to its beginning", "à son début"),
        row(
          .otherEnd, [key("o"), .tab], in: [.picking], "the other end moves", "bouger l’autre bout", rank: 6,
          hint: ("other end", "autre bout")),
        row(
          .takePicked, [.enter], in: [.picking], "these are the words", "ce sont ces mots", rank: 5,
          hint: ("take them", "prendre")),
        row(
          .leavePicking, [.escape, key("q"), key("v")], in: [.picking], "leave it", "laisser", rank: 7,
          hint: ("leave", "laisser")),
      ]),
    Section(
      title: Wording(english: "Moving", french: "Se déplacer"),
      bindings: [
        row(
          .down, [.down, key("j")], in: moved.union([.picking]), "line down", "ligne suivante", rank: 8,
          hint: ("line", "ligne")),
        row(
          .up, [.up, key("k")], in: moved.union([.picking]), "line up", "ligne précédente", rank: 7,
          hint: ("line", "ligne")),
        row(
          .pageDown, [key(" "), .pageDown], in: moved, "page down", "page suivante"),
        row(
          .pageUp, [key("b"), .pageUp], in: moved, "page up", "page précédente"),
        row(.halfDown, [.control("d")], in: moving, "half a page down", "demi-page suivante"),
        row(.halfUp, [.control("u")], in: moving, "half a page up", "demi-page précédente"),
        row(.first, [key("g"), .home], in: moved, "to the beginning", "au début"),
        row(.last, [key("G"), .end], in: moved, "to the end", "à la fin"),
        row(
          .placeBefore, [.control("o"), .altLeft], in: dealing.union([.found]), "back to the place before",
          "retour au lieu précédent"),
        row(
          .placeAfter, [.control("p"), .altRight], in: dealing.union([.found]), "forward again", "de nouveau en avant"),
      ]),
    Section(
      title: Wording(english: "Search", french: "Recherche"),
      bindings: [
        row(
          .search, [key("/")], in: panes, "search as you type", "chercher au fil de la frappe", rank: 50,
          hint: ("search", "chercher")),
        row(
          .nextMatch, [key("n")], in: panes, "next match", "occurrence suivante", rank: 20,
          hint: ("match", "occurrence")),
        row(
          .nextMatch, [.down], in: [.search], "next match", "occurrence suivante", rank: 21,
          hint: ("match", "occurrence")),
        row(
          .previousMatch, [key("N")], in: panes, "previous match", "occurrence précédente",
          rank: 21, hint: ("match", "occurrence")),
        row(
          .previousMatch, [.up], in: [.search], "previous match", "occurrence précédente", rank: 20,
          hint: ("match", "occurrence")),
        row(
          .keepSearch, [.enter], in: [.search], "stay at the match", "rester à l’occurrence",
          rank: 10, hint: ("stay here", "rester ici")),
        row(
          .leaveSearch, [.escape], in: [.search], "back to where the search began", "revenir au point de départ",
          rank: 11, hint: ("back", "retour")),
        row(.eraseLetter, [.backspace, .delete], in: Context.lines, "erase a letter", "effacer une lettre"),
        row(.eraseWords, [.control("u")], in: Context.lines, "erase all", "tout effacer"),
      ]),
    Section(
      title: Wording(english: "Search across stories", french: "Recherche partout"),
      bindings: [
        row(
          .searchAll, [key("S")], in: panes.union([.storyList]), "search all stories", "chercher partout", rank: 71,
          hint: ("search all", "chercher partout")),
        row(
          .leaveLine, [.tab], in: linesOverLists, "to the list below", "à la liste dessous", rank: 12,
          hint: ("list", "liste")),
        row(
          .editQuery, [.tab, key("/"), key("S")], in: [.found], "to the query line", "à la ligne de recherche",
          rank: 12, hint: ("query", "recherche")),
        row(
          .searchText, [.control("t")], in: [.query, .found], "in the whole text, or claims",
          "dans tout le texte, ou non", rank: 14, hint: ("in text", "dans le texte")),
        row(
          .queryForm, [key("?"), .function(1)], in: [.query, .found], "what a query can say",
          "ce qu’une recherche peut dire", rank: 1000, hint: ("form", "forme")),
        row(.up, [.up], in: linesOverLists, "row up", "ligne précédente", rank: 7, hint: ("row", "ligne")),
        row(.down, [.down], in: linesOverLists, "row down", "ligne suivante", rank: 8, hint: ("row", "ligne")),
        row(.pageDown, [.pageDown], in: linesOverLists, "page down", "page suivante"),
        row(.pageUp, [.pageUp], in: linesOverLists, "page up", "page précédente"),
      ]),
    Section(
      title: Wording(english: "Panes", french: "Volets"),
      bindings: [
        row(.nextPane, [.tab], in: panes, "next pane", "volet suivant", rank: 35, hint: ("pane", "volet")),
        row(.previousPane, [.backTab], in: panes, "previous pane", "volet précédent"),
        row(.rightPane, [key("l"), .right], in: panes, "pane to the right", "volet de droite"),
        row(.leftPane, [key("h"), .left], in: panes, "pane to the left", "volet de gauche"),
        row(.parties, [key("1")], in: panes, "parties", "parties"),
        row(.article, [key("2")], in: panes, "article", "article"),
        row(.sources, [key("3")], in: panes, "sources", "sources"),
        row(.claims, [key("4")], in: panes, "claims", "affirmations"),
        row(
          .zoom, [key("z")], in: panes, "only this pane, and back", "ce volet seul, et retour",
          rank: 90, hint: ("zoom", "zoom")),
      ]),
    Section(
      title: Wording(english: "Stories", french: "Articles"),
      bindings: [
        row(
          .storyList, [key("s")], in: panes, "list of stories", "liste des articles",
          rank: 70, hint: ("stories", "articles")),
        row(
          .unreadable, [key("u")], in: panes, "unreadable stories, and why", "articles illisibles, et pourquoi"),
        row(
          .narrowList, [key("/")], in: [.storyList], "narrow as you type", "filtrer au fil de la frappe",
          rank: 9, hint: ("narrow", "filtrer")),
        row(
          .nextOrder, [key("o")], in: [.storyList], "order: date, deal, outlet, name", "tri : date, rachat, média, nom",
          rank: 10, hint: ("order", "trier")),
        row(.nextStory, [key(">")], in: panes, "next story", "article suivant", rank: 82, hint: ("story", "article")),
        row(
          .previousStory, [key("<")], in: panes, "previous story", "article précédent",
          rank: 81, hint: ("story", "article")),
      ]),
    Section(
      title: Wording(english: "The deal across stories", french: "Le rachat à travers les articles"),
      bindings: [
        row(
          .timeline, [key("t")], in: dealing, "timeline of the deal", "chronologie du rachat", rank: 71,
          hint: ("timeline", "chronologie")),
        row(
          .dossier, [key("d")], in: dealing, "dossier of the party", "dossier de la partie", rank: 76,
          hint: ("dossier", "dossier")),
        row(
          .disagreements, [key("x")], in: dealing, "claims that cannot both hold",
          "affirmations qui s’excluent", rank: 77, hint: ("disagreement", "désaccords")),
        row(
          .origins, [key("o")], in: dealing, "who is behind it", "qui est derrière", rank: 78,
          hint: ("sources", "sources")),
        row(
          .unfold, [key("l"), .right], in: [.deal], "timeline: all who tell it", "chronologie : toutes les mentions",
          rank: 10, hint: ("unfold", "déplier")),
        row(
          .fold, [key("h"), .left], in: [.deal], "timeline: first and confirmation", "chronologie : replier", rank: 11,
          hint: ("fold", "replier")),
        row(
          .nextDeal, [.tab], in: [.deal], "next deal of a round-up", "rachat suivant de l’article", rank: 12,
          hint: ("deal", "rachat")),
        row(.previousDeal, [.backTab], in: [.deal], "deal before it", "rachat précédent"),
      ]),
    Section(
      title: Wording(english: "Lists and this help", french: "Listes et cette aide"),
      bindings: [
        row(
          .open, [.enter],
          in: [.claimList, .storyList, .unreadable, .deal, .claims, .query, .found, .narrowing, .keptList],
          "go to the selected line",
          "aller à la ligne choisie",
          rank: 5, hint: ("go there", "y aller")),
        row(
          .close, [.escape], in: overlays.union(linesOverLists), closing.english, closing.french, rank: 6,
          hint: ("close", "fermer")),
        row(.close, [key("q")], in: overlays, closing.english, closing.french),
        row(.close, [key("?"), .function(1)], in: [.help, .queryForm], closing.english, closing.french),
        row(.close, [key("w")], in: [.why], closing.english, closing.french),
        row(.close, [key("C")], in: [.keptList], closing.english, closing.french),
        row(.close, [key("c")], in: [.claimList], closing.english, closing.french),
        row(.close, [key("s")], in: [.storyList], closing.english, closing.french),
      ]),
    Section(
      title: Wording(english: "To other programs", french: "Vers d’autres programmes"),
      bindings: [
        row(
          .export, [key("e")], in: handing, "write what shows to a file", "écrire ce qu’on voit",
          rank: 83, hint: ("export", "exporter")),
        row(
          .pipe, [key("|"), key("p")], in: handing, "pipe it into a command",
          "passer à une commande"),
        row(
          .openOutside, [key("O")], in: handing, "open the story elsewhere",
          "ouvrir l’article ailleurs"),
        row(
          .shell, [key("!")], in: handing, "a shell; its end comes back", "un shell ; sa fin ramène ici"),
        row(
          .acceptPrompt, [.enter], in: [.prompt], "write the file, run the command", "écrire, ou lancer la commande",
          rank: 10, hint: ("do it", "valider")),
        row(
          .nextForm, [.tab, .down], in: [.prompt], "next form; claim, all, story",
          "forme ; une, toutes, l’article", rank: 11, hint: ("form", "forme")),
        row(.previousForm, [.backTab, .up], in: [.prompt], "form before it", "forme précédente"),
        row(
          .overwrite, [key("y"), key("o")], in: [.question], "write over the file", "écraser le fichier", rank: 10,
          hint: ("overwrite", "écraser")),
        row(
          .leavePrompt, [.escape], in: [.prompt, .question], "leave it", "laisser", rank: 12, hint: ("leave", "laisser")
        ),
        row(.leavePrompt, [key("n")], in: [.question], "another name", "un autre nom"),
      ]),
    Section(
      title: Wording(english: "Program", french: "Programme"),
      bindings: [
        row(
          .help, [key("?"), .function(1)],
          in: panes.union([.claimList, .storyList, .unreadable, .deal, .why, .keptList]),
          "all keys",
          "toutes les touches",
          rank: 1000, hint: ("keys", "touches")),
        row(.redraw, [.control("l")], in: everywhere, "paint the screen anew", "redessiner l’écran"),
        row(
          .suspend, [.control("z")], in: everywhere, "stop; fg comes back", "suspendre ; fg pour revenir"),
        row(.quit, [key("q")], in: panes, "quit", "quitter", rank: 1001, hint: ("quit", "quitter")),
      ]),
    Section(
      title: Wording(english: "Tutor (suitor --tutor)", french: "Tutoriel (suitor --tutor)"),
      bindings: [
        row(.tutorNext, [.function(2)], in: everywhere, "skip the step", "passer l’étape"),
        row(.tutorBack, [.function(3)], in: everywhere, "a step back", "étape d’avant"),
        row(.tutorLeave, [.function(4)], in: everywhere, "leave the tutor", "quitter le tutoriel"),
      ]),
  ])
}
