import Search
import Stories

/// What the command line asks for.
struct Options {
  /// What to do.
  var command = Command.read
  /// The stories, in order; `-` is standard input.
  var paths: [Path] = []
  /// The language of the interface.
  var language: Language
  /// Whether the reader uses colour; `nil` if the settings are to say it, as with the other choices for the reader.
  var color: Color?
  /// What the terminal's background is like.
  var theme: ThemeChoice?
  /// Whether the reader leaves the mouse to the terminal.
  var withoutMouse = false
  /// Whether the reader does without line art, and says in words what is selected.
  var plain = false
  /// The file that copied claims are added to.
  var copyTo: Path?
  /// The notebook, if it is not the person's usual one.
  var notebook: Path?
  /// Whether stories are shown as they were read, without what the notebook says of them.
  var withoutNotebook = false
  /// What `search` looks for.
  var query: Path?
  /// What `claims` is narrowed to, as terms of a query.
  var terms: [String] = []
  /// The folder that `export` makes.
  var output: Path?
  /// How problems are told.
  var errors = ErrorForm.text
  /// In which form what was found is printed; `nil` for the command's own.
  var format: Format?
  /// The width of printed lines; `nil` for the terminal's.
  var width: Int?
  /// The least confidence of the claims that are shown, 0 to 1.
  var leastConfidence = 0.0
  /// Whether `show` says what decided about each claim.
  var why = false
  /// The list that names more stories; `-` is standard input.
  var filesFrom: Path?
  /// Whether the reader opens with the tutor, on the stories of that.
  var tutor = false
  /// Whether a NUL ends each name of the list, not a line.
  var endedByNull = false
  /// Whether only the help or the version is wanted.
  var notice: Notice?

  /// What the program can do.
  enum Command: String, CaseIterable {
    /// Open the reader; it has no name of its own on the command line.
    case read = ""
    case show, search, claims, export, timeline, text

    /// The forms in which it prints, its own first; empty if there is no choice.
    var formats: [Format] {
      switch self {
      case .read, .show, .timeline, .text: []
      case .search: [.text, .jsonl]
      case .claims: [.tsv, .jsonl, .csv]
      case .export: [.jsonl, .csv, .markdown, .brat, .webannotation]
      }
    }
  }

  /// The forms of what is printed.
  enum Format: String, CaseIterable {
    /// One JSON object a line.
    case jsonl
    /// For people.
    case text
    /// Lines of fields with tabs between them.
    case tsv
    case csv, markdown, brat, webannotation
  }

  /// How problems are told on standard error.
  enum ErrorForm: String, CaseIterable {
    /// A sentence a line.
    case text
    /// One JSON object a line.
    case jsonl
  }

  /// When the reader uses colour.
  enum Color: String, CaseIterable {
    /// As the terminal can, and unless NO_COLOR is set.
    case auto
    case always, never
  }

  /// What the program can say of itself.
  enum Notice { case help, version }
}

/// An option as the command line spells it and the help explains it.
struct OptionRow {
  /// What it is in the code.
  var name: Name
  /// Its one-letter form; `nil` if it has none.
  var letter: Unicode.Scalar?
  /// Its long form.
  var long: String
  /// What its value is called; `nil` if it has none.
  var value: String?
  /// The commands that know it.
  var commands: [Options.Command] = Options.Command.allCases
  /// What it does.
  var help: Wording

  /// The options.
  enum Name {
    case help, version, tutor, language, color, theme, mouse, plain, copyTo, width, format, leastConfidence, why,
      filesFrom, null, party, source, certainty, stage, date, query, output, errors, notebook, noNotebook
  }

  /// Every option there is, in the order of the help: the parser, the help and the messages all come from here.
  static let all = [
    OptionRow(
      name: .language, letter: "l", long: "lang", value: "en|fr",
      help: Wording(
        english: "language of the interface (else LC_ALL, LC_MESSAGES, LANG)",
        french: "langue de l’interface (sinon LC_ALL, LC_MESSAGES, LANG)")),
    OptionRow(
      name: .color, letter: "c", long: "color", value: "auto|always|never",
      help: Wording(english: "colour in the reader", french: "couleurs dans le lecteur")),
    OptionRow(
      name: .theme, letter: "t", long: "theme", value: "auto|dark|light", commands: [.read],
      help: Wording(
        english: "what the terminal’s background is like", french: "ce qu’est le fond du terminal")),
    OptionRow(
      name: .mouse, letter: "m", long: "no-mouse", commands: [.read],
      help: Wording(english: "leave the mouse to the terminal", french: "laisse la souris au terminal")),
    OptionRow(
      name: .plain, letter: "p", long: "plain", commands: [.read],
      help: Wording(
        english: "no boxes or line art; what is selected is said in words (for screen readers)",
        french: "ni cadres ni traits ; la sélection est dite en mots (pour lecteurs d’écran)")),
    OptionRow(
      name: .tutor, long: "tutor", commands: [.read],
      help: Wording(
        english: "learn the reader in ten minutes, on three stories that come with it",
        french: "apprendre le lecteur en dix minutes, sur trois des articles fournis")),
    OptionRow(
      name: .copyTo, letter: "y", long: "copy-to", value: "FILE", commands: [.read],
      help: Wording(
        english: "add what y copies to this file too", french: "ajoute aussi à ce fichier ce que y copie")),
    OptionRow(
      name: .notebook, letter: "k", long: "notebook", value: "FILE",
      commands: [.read, .show, .search, .claims, .export, .timeline],
      help: Wording(
        english: "keep notes and corrections in this file (else ~/.local/share/suitor/notebook)",
        french: "garde notes et corrections dans ce fichier (sinon ~/.local/share/suitor/notebook)")),
    OptionRow(
      name: .noNotebook, letter: "K", long: "no-notebook",
      commands: [.read, .show, .search, .claims, .export, .timeline],
      help: Wording(
        english: "without notes and corrections, and keep none", french: "sans notes ni corrections, et n’en garde pas"
      )),
    OptionRow(
      name: .width, letter: "w", long: "width", value: "N", commands: [.show, .search, .timeline],
      help: Wording(
        english: "columns of a printed line, 20 to 1000 (else the terminal’s, or 80)",
        french: "texte imprimé : colonnes d’une ligne, de 20 à 1000 (sinon celles du terminal, ou 80)")),
    OptionRow(
      name: .format, letter: "f", long: "format", value: "FORM", commands: [.search, .claims, .export],
      help: Wording(
        english: "the form of what is printed, see below", french: "la forme de ce qui est imprimé, voir plus bas")),
    OptionRow(
      name: .output, letter: "o", long: "output", value: "DIR", commands: [.export],
      help: Wording(
        english: "the folder that --format=brat makes", french: "le dossier que crée --format=brat")),
    OptionRow(
      name: .party, long: "party", value: "NAME", commands: [.claims],
      help: Wording(english: "only claims by or about this party", french: "seulement de cette partie ou sur elle")),
    OptionRow(
      name: .source, long: "source", value: "NAME", commands: [.claims],
      help: Wording(
        english: "only claims that this source makes or relays",
        french: "seulement ce que dit ou relaie cette source")),
    OptionRow(
      name: .certainty, long: "certainty", value: "WORD", commands: [.claims],
      help: Wording(
        english: "only claims that are so certain: denied,reported", french: "seulement de ce degré : démenti,rapporté"
      )),
    OptionRow(
      name: .stage, long: "stage", value: "WORD", commands: [.claims],
      help: Wording(
        english: "only claims that put the deal there: offered", french: "seulement de cette étape : \"offre faite\"")),
    OptionRow(
      name: .date, long: "date", value: "RANGE", commands: [.claims],
      help: Wording(
        english: "only stories of these days: 2020-09, 2020-09-14.., ..2020",
        french: "seulement ces jours : 2020-09, 2020-09-14.., ..2020")),
    OptionRow(
      name: .query, letter: "q", long: "query", value: "QUERY", commands: [.claims],
      help: Wording(
        english: "only claims that this query finds", french: "seulement ce que trouve cette recherche")),
    OptionRow(
      name: .errors, long: "errors", value: "text|jsonl",
      commands: [.show, .search, .claims, .export, .timeline, .text],
      help: Wording(
        english: "problems with stories as sentences, or JSON objects, on stderr",
        french: "problèmes d’articles en phrases, ou objets JSON, sur stderr")),
    OptionRow(
      name: .leastConfidence, letter: "n", long: "min-confidence", value: "N",
      help: Wording(
        english: "only claims that are so likely right, 0 to 1 (else all)",
        french: "seulement les affirmations au moins aussi sûres, de 0 à 1 (sinon toutes)")),
    OptionRow(
      name: .why, letter: "r", long: "why", commands: [.show],
      help: Wording(
        english: "with show: what decided about each claim",
        french: "avec show : ce qui a décidé de chaque affirmation")),
    OptionRow(
      name: .filesFrom, letter: "F", long: "files-from", value: "FILE",
      help: Wording(
        english: "read the files and folders too that FILE names, one a line; - for stdin",
        french: "lire aussi les fichiers et dossiers que FILE nomme, un par ligne ; - : entrée standard")),
    OptionRow(
      name: .null, letter: "0", long: "null",
      help: Wording(
        english: "with --files-from: a NUL ends each name, as find -print0 writes it",
        french: "avec --files-from : un NUL termine chaque nom, comme l’écrit find -print0")),
    OptionRow(
      name: .help, letter: "h", long: "help",
      help: Wording(english: "print this help", french: "affiche cette aide")),
    OptionRow(
      name: .version, letter: "V", long: "version",
      help: Wording(english: "print the version", french: "affiche la version")),
  ]

  /// The option as a message names it.
  var spelled: String { "--\(long)" }

  /// The option as the help names it.
  var usage: String { (letter.map { "-\($0), " } ?? "    ") + spelled + (value.map { "=\($0)" } ?? "") }

  /// What getopt_long calls it: its letter, or a number that no letter has.
  var code: Int32 {
    letter.map { Int32($0.value) } ?? 0x20_0000 + Int32(Self.all.firstIndex { $0.long == long } ?? 0)
  }

  /// The field of a query that the option asks about, if it does.
  var field: QueryField? {
    switch name {
    case .party: .party
    case .source: .source
    case .certainty: .certainty
    case .stage: .stage
    case .date: .date
    default: nil
    }
  }
}
