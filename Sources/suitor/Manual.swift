import Reader
import Search
import Stories
import Terminal

/// The manual: what `--help`, `?` and the settings say, as pages for `man`.
enum Manual {
  /// The day of the last change of its wording.
  private static let date = "2026-11-26"

  /// The page suitor(1).
  static func program(_ language: Language) -> String {
    func say(_ english: String, _ french: String) -> String { language == .french ? french : english }
    var page = Roff("suitor", section: 1, date: date, title: say("User commands", "Commandes"))
    page.section(say("Name", "Nom"))
    page.paragraph(
      "suitor - " + say("read stories about corporate acquisitions", "lire des articles sur les rachats d’entreprises"))
    page.section(say("Synopsis", "Synopsis"))
    for command in Options.Command.allCases { page.paragraph(command.usage(language)) }
    page.section("Description")
    page.paragraph(Help.what[language])
    page.paragraph(
      say(
        "It opens news text in English or French and shows beside the article who the parties are, what is claimed about the "
          + "deal, and who says so through whom, each tied to the exact words.",
        "Il ouvre des articles en anglais ou en français et montre à côté du texte qui sont les parties, ce qu’on affirme "
          + "du rachat, et qui le dit par qui, chaque fois avec les mots exacts."))
    page.paragraph(Help.operands[language])
    page.section(say("Commands", "Commandes"))
    for command in Options.Command.allCases where command != .read {
      let forms = command.formats.map(\.rawValue).joined(separator: ", ")
      let suffix = forms.isEmpty ? "" : say(". Forms: ", ". Formes : ") + forms
      page.entry(command.rawValue, command.help[language] + suffix + ".")
    }
    page.section("Options")
    for row in OptionRow.all {
      let commands =
        row.commands.count == Options.Command.allCases.count
        ? ""
        : " (" + row.commands.map { $0 == .read ? say("reader", "lecteur") : $0.rawValue }.joined(separator: ", ") + ")"
      page.entry(row.usage.drop { $0 == " " }.description, row.help[language] + commands + ".")
    }
    page.section(say("Keys", "Touches"))
    for section in KeySection.all(language) {
      page.part(section.title)
      for line in section.lines { page.entry(line.keys.joined(separator: ", "), line.help + ".") }
    }
    page.section(say("Queries", "Recherches"))
    page.paragraph(
      say(
        "A query is a row of terms that must all hold: words, \"words beside each other\", and fields. - before a term "
          + "excludes what it holds for. Commas separate values of which one has to fit.",
        "Une recherche est une suite de termes qui doivent tous tenir : des mots, \"des mots à la suite\", et des champs. "
          + "- devant un terme exclut ce qu’il désigne. Des virgules séparent des valeurs dont une doit convenir."))
    for field in QueryField.allCases {
      page.entry("\(field.name[language]):\(field.example[language])", field.help[language] + ".")
    }
    page.section(say("Exit status", "Code de retour"))
    page.entry(
      "0", say("All is well; with claims, something was found.", "Tout va bien ; avec claims, il y a un résultat."))
    page.entry(
      "1",
      say(
        "A story could not be read, or search found nothing, or there is no terminal, or a lexicon is malformed; with claims, "
          + "nothing was found.",
        "Article illisible, ou search n’a rien trouvé, ou pas de terminal, ou lexique mal formé ; avec claims, rien trouvé."
      ))
    page.entry(
      "2",
      say(
        "Wrong usage; with claims, a story could not be read too.",
        "Mauvais usage ; avec claims, article illisible aussi."))
    page.section(say("Environment", "Environnement"))
    for (name, words) in variables { page.entry(name, words[language]) }
    page.section(say("Files", "Fichiers"))
    page.entry(
      "~/.config/suitor/config",
      say("One’s own theme, colours and keys: suitor-config(5).", "Thème, couleurs et touches : suitor-config(5)."))
    page.entry(
      "~/.local/state/suitor/places",
      say("Where one was in each story; no word of any.", "Où l’on était dans chaque article ; aucun mot d’aucun."))
    page.section(say("Examples", "Exemples"))
    page.paragraph(say("Read a folder:", "Lire un dossier :"))
    page.example("suitor stories/")
    page.paragraph(
      say(
        "What Oracle denies or is reported to do, with who says so:",
        "Ce qu’Oracle dément ou ferait, et qui le dit :"))
    page.example("suitor claims --party=oracle --certainty=denied,reported stories/ | cut -f 1,10,12 | less")
    page.paragraph(say("A table for a spreadsheet, and a briefing:", "Un tableau, et une note de synthèse :"))
    page.example(
      "suitor export --format=csv stories/ > claims.csv\nsuitor export --format=markdown stories/ > briefing.md")
    page.section(say("See also", "Voir aussi"))
    page.paragraph("suitor-config(5), less(1), jq(1)")
    return page.text
  }

  /// The page suitor-config(5).
  static func settings(_ language: Language) -> String {
    func say(_ english: String, _ french: String) -> String { language == .french ? french : english }
    var page = Roff("suitor-config", section: 5, date: date, title: say("File formats", "Formats de fichiers"))
    page.section(say("Name", "Nom"))
    page.paragraph("suitor-config - " + say("the settings of suitor", "les réglages de suitor"))
    page.section("Synopsis")
    page.paragraph("$XDG_CONFIG_HOME/suitor/config, ~/.config/suitor/config")
    page.section("Description")
    page.paragraph(
      say(
        "Plain text. A line sets one thing: a name, a space, a value. Empty lines and lines that begin with # say nothing. "
          + "Options of the command line go before settings. A line that cannot be understood changes nothing, and is told.",
        "Du texte brut. Une ligne règle une chose : un nom, une espace, une valeur. Les lignes vides et celles qui commencent "
          + "par # ne disent rien. Les options passent avant. Une ligne incomprise ne change rien, et est signalée."))
    page.section(say("Settings", "Réglages"))
    for row in SettingRow.all { page.entry("\(row.name) \(row.values[language])", row.help[language]) }
    page.section(say("Keys", "Touches"))
    page.paragraph(
      say(
        "x, Ctrl-X, Alt-X, Space, Enter, Esc, Tab, Shift-Tab, Backspace, Del, PgUp, PgDn, Home, End, F1 to F12, Up, Down, "
          + "Left, Right. Ctrl-C, Ctrl-S, Ctrl-Q and Ctrl-Z are the terminal’s own.",
        "x, Ctrl-X, Alt-X, Space, Enter, Esc, Tab, Shift-Tab, Backspace, Del, PgUp, PgDn, Home, End, F1 à F12, Up, Down, "
          + "Left, Right. Ctrl-C, Ctrl-S, Ctrl-Q et Ctrl-Z sont au terminal."))
    page.section("Actions")
    var seen: Set<String> = []
    for line in KeySection.all(language).flatMap(\.lines) where seen.insert(line.action).inserted {
      page.entry(line.action, line.help + ".")
    }
    page.section(say("Colours", "Couleurs"))
    page.paragraph(
      say(
        "A colour is one of the 256 of xterm by its number, or default for the terminal’s own.",
        "Une couleur est l’une des 256 de xterm par son numéro, ou default pour celle du terminal."))
    page.entry("ink", ColourScheme.inkNames.joined(separator: ", ") + ".")
    page.entry("ground", ColourScheme.groundNames.joined(separator: ", ") + ".")
    page.section(say("Examples", "Exemples"))
    page.example(
      """
      # \(say("White paper, and no mouse.", "Papier blanc, sans souris."))
      theme light
      mouse off

      # \(say("As in another program.", "Comme dans un autre programme."))
      key Ctrl-N next-claim
      key x none

      ink accent 61
      ground selected 229
      """)
    page.section(say("See also", "Voir aussi"))
    page.paragraph("suitor(1)")
    return page.text
  }

  /// What the environment says to the program.
  private static let variables: [(String, Wording)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Wording(
        english: "The language of the interface, and whether the terminal shows UTF-8.",
        french: "La langue de l’interface, et si le terminal affiche l’UTF-8.")
    ),
    (
      "NO_COLOR",
      Wording(english: "No colours, unless they are asked for.", french: "Pas de couleurs, sauf demande.")
    ),
    ("TERM, COLORFGBG", Wording(english: "What the terminal is like.", french: "Ce qu’est le terminal.")),
    (
      "SUITOR_DATA",
      Wording(
        english: "A folder whose lexicons and stories go before the built-in ones.",
        french: "Un dossier dont les lexiques et les articles passent avant ceux du programme.")
    ),
    (
      "XDG_CONFIG_HOME, XDG_STATE_HOME",
      Wording(
        english: "Where settings and remembered places are, instead of ~/.config and ~/.local/state.",
        french: "Où sont réglages et lieux retenus, au lieu de ~/.config et ~/.local/state.")
    ),
    (
      "BROWSER, SHELL",
      Wording(
        english: "What O opens a story with, and the shell of ! and of commands.",
        french: "Ce qui ouvre un article par O, et le shell de ! et des commandes.")
    ),
  ]
}
