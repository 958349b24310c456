import Stories

/// What `--help` and `--version` print.
enum Help {
  /// The version of the program.
  static let version = "0.1.0"

  /// The help in `language`.
  static func text(_ language: Language) -> String {
    let usage = Wording(english: "Usage:", french: "Usage :")
    let options = Wording(english: "Options:", french: "Options :")
    return "\(what[language])\n\n\(usage[language])\n" + commands(language) + "\n\(operands[language])\n\n"
      + "\(options[language])\n" + self.options(language) + forms(language)
      + rest.map { "\n" + $0[language] + "\n" }.joined()
  }

  /// What the program is for, in a sentence.
  static let what = Wording(
    english:
      "suitor reads stories about corporate acquisitions: who the parties are, what is claimed, and who says so.",
    french:
      "suitor lit des articles sur les rachats d’entreprises : qui sont les parties, qu’affirme-t-on, et qui le dit."
  )

  /// What the words of a command line stand for, a line each.
  static let operands = Wording(
    english: """
      A PATH is a file (text, HTML, Markdown, e-mail, mailbox, feed, NewsML, NITF, EDGAR filing, PDF, .gz, .tar, .zip),
      FILE#PART for one of several stories in a file, a folder with all that is below it, or - for standard input.
      Without a PATH, a pipe or file on standard input is the story; else the stories that come with suitor are.
      A file whose name is that of a command is ./show, or stands after --.
      A QUERY is words and fields: 'party:oracle certainty:denied date:2020-09.. "code source" -rumour'; docs/search.md.
      """,
    french: """
      Un CHEMIN est un fichier (texte, HTML, Markdown, courriel, flux, NewsML, NITF, dépôt EDGAR, PDF, .gz, .tar, .zip),
      FICHIER#PARTIE pour un article parmi plusieurs, un dossier avec ce qu’il contient, ou - pour l’entrée standard.
      Sans CHEMIN, l’article est le tube ou le fichier de l’entrée standard ; sinon, ceux qui accompagnent suitor.
      Un fichier qui porte le nom d’une commande s’écrit ./show, ou suit --.
      RECHERCHE : des mots et des champs, 'partie:oracle degré:démenti date:2020-09.. "code source"' ; docs/search.md.
      """)

  /// How each command is written, and what it does.
  private static func commands(_ language: Language) -> String {
    Options.Command.allCases.map { command in
      let usage = "  " + command.usage(language)
      // The words after the longest usual form stand below each other; what is longer has a line of its own.
      let column = language == .french ? 42 : 40
      let gap =
        usage.count < column
        ? String(repeating: " ", count: column - usage.count) : "\n" + String(repeating: " ", count: column)
      return usage + gap + command.help[language] + "\n"
    }.joined()
  }

  private static let rest = [
    Wording(
      english: """
        In the reader, ? shows the keys. If standard output is no terminal, the reader prints what show prints.
        SUITOR_DATA names a folder whose lexicons and stories go before the built-in ones.
        Settings: $XDG_CONFIG_HOME/suitor/config; remembered places: $XDG_STATE_HOME/suitor (~/.config, ~/.local/state).
        Exit codes: 0 all is well, 1 a story could not be read or search found nothing, 2 wrong usage.
        Those of claims are grep’s: 0 something was found, 1 nothing, 2 a story could not be read, or wrong usage.
        """,
      french: """
        Dans le lecteur, ? affiche les touches. Si la sortie standard n’est pas un terminal, le lecteur imprime comme show.
        SUITOR_DATA nomme un dossier dont les lexiques et les articles passent avant ceux du programme.
        Réglages : $XDG_CONFIG_HOME/suitor/config ; lieux retenus : $XDG_STATE_HOME/suitor (~/.config, ~/.local/state).
        Codes de sortie : 0 tout va bien, 1 article illisible ou rien trouvé (search), 2 mauvais usage.
        Ceux de claims sont ceux de grep : 0 trouvé, 1 rien trouvé, 2 article illisible ou mauvais usage.
        """)
  ]

  /// The forms in which the commands print, a line each.
  private static func forms(_ language: Language) -> String {
    let title = Wording(
      english: "Forms, the first unless another is asked for:", french: "Formes, la première à défaut d’une autre :")
    let lines = Options.Command.allCases.filter { !$0.formats.isEmpty }.map { command in
      let name = "  suitor \(command.rawValue)"
      return name + String(repeating: " ", count: 18 - name.count)
        + command.formats.map(\.rawValue).joined(separator: ", ") + "\n"
    }
    return "\n\(title[language])\n" + lines.joined()
  }

  private static func options(_ language: Language) -> String {
    let names = OptionRow.all.map { "  " + $0.usage }
    let column = (names.map(\.count).max() ?? 0) + 2
    return zip(names, OptionRow.all).map { name, row in
      name + String(repeating: " ", count: column - name.count) + row.help[language] + "\n"
    }.joined()
  }
}

extension Options.Command {
  /// How it is written, with what follows it.
  func usage(_ language: Language) -> String {
    let path = Wording(english: "[PATH]...", french: "[CHEMIN]...")[language]
    let query = self == .search ? Wording(english: "QUERY ", french: "RECHERCHE ")[language] : ""
    return "suitor" + (self == .read ? "" : " \(rawValue)") + " [OPTION]... \(query)\(path)"
  }

  /// What it does.
  var help: Wording {
    switch self {
    case .read: Wording(english: "open the reader", french: "ouvre le lecteur")
    case .show: Wording(english: "print the reading as text", french: "affiche la lecture en texte")
    case .search:
      Wording(
        english: "print what the stories claim about something", french: "affiche ce que les articles en affirment")
    case .claims:
      Wording(
        english: "print claims, one a line, for grep, cut and the like",
        french: "affiche les affirmations, une par ligne, pour grep, cut…")
    case .export:
      Wording(
        english: "print the reading for other programs: JSON, CSV, Markdown, brat",
        french: "exporte vers d’autres programmes : JSON, CSV, Markdown, brat")
    case .timeline:
      Wording(
        english: "print what became of each deal, across stories",
        french: "affiche ce que devient chaque rachat, à travers les articles")
    case .text:
      Wording(
        english: "print the text of each story, which positions in exports count in",
        french: "affiche le texte de chaque article, où comptent les positions exportées")
    }
  }
}
