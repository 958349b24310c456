import Stories

/// A step of the tutor.
struct TutorStep: Sendable {
  /// What one is to do; a name of an action in braces stands for its key.
  private let deed: Wording
  /// What it is good for.
  private let why: Wording
  /// What does it: once, or again and again until it is done.
  let way: [Press]
  /// Whether it is done, seen from where it began.
  let isDone: @Sendable (ReaderState, Tutor.Start) -> Bool

  /// Something to press.
  enum Press: Sendable {
    case key(Action)
    /// Words to type.
    case words(Wording)
  }

  /// What to do, with the keys that a person has.
  func deed(_ keys: KeyMap, _ language: Language) -> String { Self.named(deed[language], keys, language) }
  /// What it is good for, with the keys that a person has.
  func why(_ keys: KeyMap, _ language: Language) -> String { Self.named(why[language], keys, language) }

  /// `text` with keys in the place of actions; an action without a key is named.
  private static func named(_ text: String, _ keys: KeyMap, _ language: Language) -> String {
    text.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: "}") else { return String(part) }
      let name = String(part[..<end])
      let key = Action(named: name).flatMap { keys.shownKey(for: $0, language) }
      return (key?.name(language) ?? name) + part[part.index(after: end)...]
    }.joined()
  }

  private init(
    _ way: [Press], _ english: (deed: String, why: String), _ french: (deed: String, why: String),
    isDone: @escaping @Sendable (ReaderState, Tutor.Start) -> Bool
  ) {
    self.way = way
    deed = Wording(english: english.deed, french: french.deed)
    why = Wording(english: english.why, french: french.why)
    self.isDone = isDone
  }

  /// The steps, in order.
  ///
  /// The last one is never done: one leaves from there.
  static let all: [TutorStep] = [
    TutorStep(
      [.key(.nextClaim)],
      (
        "Welcome. {next-claim} goes to the next claim. Press it.",
        "A claim is a stretch of text that says something about the deal. The bar beside the text shows which one is the current one; {previous-claim} goes back."
      ),
      (
        "Bienvenue. {next-claim} mène à l’affirmation suivante : essayez.",
        "Une affirmation est un passage qui dit quelque chose du rachat. La barre à côté du texte montre laquelle est choisie ; {previous-claim} revient en arrière."
      )
    ) { state, start in state.current == start.story && state.view?.claim != start.claim },
    TutorStep(
      [.key(.nextClaim)],
      (
        "Go on with {next-claim} until Bloomberg cites people who are not named.",
        "The pane Sources has who says it, the nearest first; below it stands whom it relays, and “origin” is who it comes from. Where one pane shows, {sources} goes there and {article} back."
      ),
      (
        "Continuez avec {next-claim} jusqu’au Washington Post, qui cite des anonymes.",
        "Le volet Sources dit qui parle, le plus proche d’abord, puis qui est relayé ; « origine » marque le premier à le dire. S’il n’y a qu’un volet, {sources} y va et {article} revient."
      )
    ) { state, _ in
      guard let view = state.view, let claim = view.claim else { return false }
      return view.story.claims[claim].chain.count > 1
    },
    TutorStep(
      [.key(.article), .key(.down), .key(.down), .key(.down), .key(.takeClaim)],
      (
        "Read on with {down}. On the line of another claim press {take-claim}.",
        "Lines are for reading: the claim stays the same until you take another one. A click on the line does it too."
      ),
      (
        "Lisez avec {down}. Sur la ligne d’une autre affirmation, pressez {take-claim}.",
        "Les lignes servent à lire : l’affirmation choisie reste la même tant que vous n’en prenez pas une autre. Un clic sur la ligne suffit aussi."
      )
    ) { state, start in state.current == start.story && state.view?.claim != start.claim },
    TutorStep(
      [.key(.why)],
      (
        "How sure is that? {why} tells what decided.",
        "What is read is a guess, and the program says so: ¿ in the margin marks what is doubtful."
      ),
      (
        "Est-ce bien sûr ? {why} dit ce qui a décidé.",
        "Ce qui est lu est une supposition, et le programme le dit : ¿ dans la marge marque ce qui est douteux."
      )
    ) { state, _ in if case .why = state.overlay { true } else { false } },
    TutorStep(
      [.key(.close)],
      ("Close it with {close}.", "Whatever lies over the story closes so, and you are where you were."),
      ("Fermez avec {close}.", "Tout ce qui recouvre l’article se ferme ainsi, et vous êtes où vous étiez.")
    ) { state, _ in state.overlay == nil },
    TutorStep(
      [.key(.help)],
      (
        "{help} has all keys, and what the marks in the margin mean. Open it.",
        "A claim that is denied, reported, uncertain, only thought of or asked has a mark; what is plainly said has none."
      ),
      (
        "{help} donne toutes les touches et le sens des marques de la marge. Ouvrez.",
        "Ce qui est démenti, rapporté, incertain, supposé ou demandé porte une marque ; ce qui est simplement dit n’en porte pas."
      )
    ) { state, _ in if case .help = state.overlay { true } else { false } },
    TutorStep(
      [.key(.close)],
      (
        "Have a look ({down} and {up} move in it), then close it with {close}.",
        "The bottom line always has the keys that are of use now."
      ),
      (
        "Parcourez l’aide ({down} et {up}), puis fermez avec {close}.",
        "La ligne du bas montre toujours les touches utiles à ce moment."
      )
    ) { state, _ in state.overlay == nil },
    TutorStep(
      [.key(.parties)],
      (
        "{parties} goes to the parties.",
        "Each has its role in the deal, then the number of claims that it makes and of those about it. {next-pane} goes from pane to pane."
      ),
      (
        "{parties} mène aux parties.",
        "Chacune a son rôle dans le rachat, puis le nombre d’affirmations qu’elle fait et de celles qui la visent. {next-pane} passe d’un volet à l’autre."
      )
    ) { state, _ in state.focus == .parties },
    TutorStep(
      [.key(.down), .key(.narrow)],
      (
        "Choose one with {down} and press {narrow}.",
        "Now only the claims that it makes or that are about it count, as the top line says."
      ),
      (
        "Choisissez-en une avec {down} et pressez {narrow}.",
        "Seules comptent alors les affirmations qu’elle fait ou qui la visent, comme le dit la ligne du haut."
      )
    ) { state, _ in (state.view?.filter ?? .all) != .all },
    TutorStep(
      [.key(.nextMention)],
      (
        "{next-mention} goes to where it is named next.",
        "By whatever word: “the chipmaker” and “its rival” count as well as the name."
      ),
      (
        "{next-mention} mène à l’endroit suivant où elle est nommée.",
        "Par quelque mot que ce soit : une périphrase ou un pronom compte comme le nom."
      )
    ) { state, start in
      guard let view = state.view, state.current == start.story, view.position != start.position else { return false }
      return view.story.mentions.contains { $0.span.start == view.position }
    },
    TutorStep(
      [.key(.back)],
      ("{back} takes a step back: all claims count again.", "It takes back a search, a zoom, a filter, one each time."),
      (
        "{back} fait un pas en arrière : toutes les affirmations comptent.",
        "Recherche, zoom et filtre sont défaits l’un après l’autre."
      )
    ) { state, _ in (state.view?.filter ?? .all) == .all },
    TutorStep(
      [.key(.search), .words(Wording(english: "cash", french: "dollars")), .key(.keepSearch)],
      (
        "Search this story: {search}, then type cash, and {keep-search} to stay there.",
        "It finds as you type, whatever the case and accents. {next-match} goes to the next place."
      ),
      (
        "Cherchez dans l’article : {search}, tapez dollars, puis {keep-search} pour y rester.",
        "La recherche suit la frappe, sans égard aux majuscules ni aux accents. {next-match} mène à l’endroit suivant."
      )
    ) { state, _ in state.typing == nil && state.view?.search?.matches.isEmpty == false },
    TutorStep(
      [.key(.placeBefore)],
      (
        "Back to where you were before: {place-before}.",
        "After each jump, also from another story or a list; {place-after} goes forward again."
      ),
      (
        "Revenez où vous étiez : {place-before}.",
        "Après chaque saut, même d’un autre article ou d’une liste ; {place-after} repart en avant."
      )
    ) { state, _ in state.history.canGoForward },
    TutorStep(
      [.key(.fewerClaims)],
      (
        "Too many guesses? {fewer-claims} leaves out the least sure claims.",
        "{more-claims} has them back. What shows is what is exported and searched, too."
      ),
      (
        "Trop de suppositions ? {fewer-claims} écarte les moins sûres.",
        "{more-claims} les fait revenir. Ce qui se voit est aussi ce qui s’exporte et se cherche."
      )
    ) { state, _ in state.least > state.givenLeast },
    TutorStep(
      [.key(.back)],
      ("Press {back} until all is as it was.", "You can never go too far: then it does nothing."),
      (
        "Pressez {back} jusqu’à ce que tout soit comme avant.",
        "Impossible d’aller trop loin : la touche ne fait alors plus rien."
      )
    ) { state, _ in !state.works(.back) },
    TutorStep(
      [.key(.nextStory)],
      (
        "This was one story of three. {next-story} opens the next one.",
        "Where you were in each is kept, also for the next time that you start the program."
      ),
      (
        "Voilà un article sur trois. {next-story} ouvre le suivant.",
        "Votre position dans chacun est gardée, aussi pour la prochaine fois."
      )
    ) { state, start in state.current != start.story },
    TutorStep(
      [.key(.storyList)],
      (
        "{story-list} lists the stories.",
        "{narrow-list} narrows the list as you type, {next-order} puts it in another order: by day, deal or outlet."
      ),
      (
        "{story-list} donne la liste des articles.",
        "{narrow-list} la filtre au fil de la frappe, {next-order} la trie : par date, rachat ou média."
      )
    ) { state, _ in if case .stories = state.overlay { true } else { false } },
    TutorStep(
      [.key(.down), .key(.open)],
      (
        "Choose another one with {down} or {up}, and {open}.",
        "The same text in several files stands there once, with its copies."
      ),
      (
        "Choisissez-en un autre avec {down} ou {up}, puis {open}.",
        "Un même texte dans plusieurs fichiers y figure une fois, avec ses copies."
      )
    ) { state, start in state.overlay == nil && state.current != start.story },
    TutorStep(
      [.key(.timeline)],
      (
        "Now the deal across the stories. {timeline} is its timeline.",
        "What happened when, who says so first, and whether it is confirmed (●) or only reported (○)."
      ),
      (
        "Voyons le rachat à travers les articles. {timeline} : sa chronologie.",
        "Ce qui arrive et quand, qui le dit en premier, et si c’est confirmé (●) ou seulement rapporté (○)."
      )
    ) { state, _ in state.dealView?.kind == .timeline },
    TutorStep(
      [.key(.open)],
      (
        "{open} goes to the words of the chosen line.",
        "{place-before} comes back to the list. Every line of every view stands on words that you can read."
      ),
      (
        "{open} mène aux mots de la ligne choisie.",
        "{place-before} revient à la liste. Chaque ligne de chaque vue repose sur des mots que vous pouvez lire."
      )
    ) { state, _ in state.overlay == nil },
    TutorStep(
      [.key(.disagreements)],
      (
        "Where do they contradict each other? {disagreements}.",
        "Two claims that cannot both hold, with the reason. Who is right it does not say."
      ),
      (
        "Où se contredisent-ils ? {disagreements}.",
        "Deux affirmations qui s’excluent, avec la raison. Qui a raison, le programme ne le dit pas."
      )
    ) { state, _ in state.dealView?.kind == .disagreements },
    TutorStep(
      [.key(.origins)],
      (
        "And who is behind all this? {origins}.",
        "All sources of the deal: how much comes from each, and how much it only relays."
      ),
      (
        "Et qui est derrière tout cela ? {origins}.",
        "Toutes les sources du rachat : ce qui vient de chacune, et ce qu’elle ne fait que relayer."
      )
    ) { state, _ in state.dealView?.kind == .origins },
    TutorStep(
      [.key(.close)],
      ("Close it with {close}.", "{dossier} would be the dossier of a party: all that it says and that is said of it."),
      ("Fermez avec {close}.", "{dossier} donnerait le dossier d’une partie : tout ce qu’elle dit et ce qu’on en dit.")
    ) { state, _ in state.overlay == nil },
    TutorStep(
      [.key(.searchAll), .words(Wording(english: "certainty:denied", french: "degré:démenti")), .key(.open)],
      (
        "Search the claims of all stories: {search-all}, type certainty:denied, then {open} goes to one.",
        "Words and fields: party:broadcom, source:bloomberg, date:2018-03. {query-form} there tells all that can be asked, and {down} chooses another row."
      ),
      (
        "Cherchez dans tous les articles : {search-all}, tapez degré:démenti, puis {open} y mène.",
        "Des mots et des champs : partie:nippon, source:reuters, date:2025-01. {query-form}, là, dit tout ce qu’on peut demander, et {down} choisit une autre ligne."
      )
    ) { state, start in
      // Not while one is still typing.
      state.overlay == nil && state.finder.query != nil && state.finder.results.count > 0
        && start != Tutor.Start(state)
    },
    TutorStep(
      [.key(.mark)],
      (
        "Worth coming back to? {mark} marks the claim.",
        "{annotate} writes a note on it, {tag} gives it tags, and {marked} lists what is marked in all stories. Only in this tutor it is forgotten again."
      ),
      (
        "À revoir ? {mark} marque l’affirmation.",
        "{annotate} y met une note, {tag} des étiquettes, {marked} liste tout ce qui est marqué. Ce tutoriel seul oublie tout à la fin."
      )
    ) { state, _ in
      guard let view = state.view, let claim = view.claim else { return false }
      return view.story.remark(on: .claim(claim))?.isMarked == true
    },
    TutorStep(
      [.key(.correct), .key(.down), .key(.choose), .key(.down), .key(.choose)],
      (
        "Read wrongly? {correct}; with {down} and {choose} take certainty, then another one.",
        "So are sources, stages and words put right, in the parties also names and roles. It is yours, and shown so."
      ),
      (
        "Mal lu ? {correct} ; avec {down} et {choose}, prenez degré, puis un autre.",
        "De même la source, l’étape, les mots, et chez les parties le nom et le rôle. C’est de vous, et cela se voit."
      )
    ) { state, _ in state.overlay == nil && state.view?.story.isCorrected == true },
    TutorStep(
      [.key(.undo)],
      (
        "{undo} takes that back.",
        "{kept} lists all that you have put down and takes back any of it. It goes to a notebook of your own, never into the story."
      ),
      (
        "{undo} l’annule.",
        "{kept} liste tous ces gestes et annule n’importe lequel. Ils vont dans votre cahier, jamais dans l’article."
      )
    ) { state, _ in state.view?.story.isCorrected == false },
    TutorStep(
      [.key(.export)],
      (
        "Take it along: {export} writes the claims that show to a file.",
        "As CSV, JSON, a briefing; {next-form} chooses. {copy} copies one claim with its sources, {pipe} hands it to a command."
      ),
      (
        "Emportez-le : {export} écrit dans un fichier les affirmations visibles.",
        "En CSV, JSON, note de synthèse ; {next-form} choisit. {copy} copie une affirmation et ses sources, {pipe} la passe à une commande."
      )
    ) { state, _ in state.prompt != nil },
    TutorStep(
      [.key(.leavePrompt)],
      ("Not now: {leave-prompt} leaves it, and nothing is written.", "{accept-prompt} would write it."),
      ("Pas maintenant : {leave-prompt} abandonne, rien n’est écrit.", "{accept-prompt} l’écrirait.")
    ) { state, _ in state.prompt == nil },
    TutorStep(
      [],
      (
        "That is it. {tutor-leave} leaves the tutor, {quit} the program.",
        "Open your own: suitor FOLDER, a mailbox, a PDF. man suitor and docs/cookbook.md have jobs for the command line as well."
      ),
      (
        "C’est tout. {tutor-leave} ferme le tutoriel, {quit} le programme.",
        "Ouvrez les vôtres : suitor DOSSIER, une boîte aux lettres, un PDF. man suitor et docs/cookbook.md en disent plus."
      )
    ) { _, _ in false },
  ]
}

/// The stories of the tutor, by name among those that come with the program: one contested deal, in the language of the
/// interface.
///
/// The first has a source that relays another; in them two claims cannot both hold.
public func tutorStories(_ language: Language) -> [String] {
  switch language {
  case .english:
    [
      "qualcomm-2017-11-04-rumour.en.txt", "qualcomm-2018-02-09-best-and-final.en.txt",
      "qualcomm-2018-03-13-order.en.txt",
    ]
  case .french:
    [
      "us-steel-2025-01-04-veto.fr.txt", "us-steel-2023-12-19-accord.fr.txt", "us-steel-2025-06-19-conclu.fr.txt",
    ]
  }
}

/// What the tutor says, step by step, with the keys of `keys`.
public func tutorInWords(_ keys: KeyMap, _ language: Language) -> String {
  TutorStep.all.enumerated().map { number, step in
    "\(number + 1). \(step.deed(keys, language))\n   \(step.why(keys, language))\n"
  }.joined(separator: "\n")
}
