import Stories

/// A setting as the file of settings spells it and the manual explains it.
struct SettingRow {
  /// What it is called.
  var name: String
  /// What stands behind the name, in each language.
  var values: Wording
  /// What it does.
  var help: Wording

  /// Every setting there is, in the order of the manual.
  static let all = [
    SettingRow(
      name: "theme", values: choices(ThemeChoice.allCases),
      help: Wording(
        english:
          "What the terminal’s background is like; auto asks COLORFGBG, and else takes colours that can be read on both.",
        french:
          "Ce qu’est le fond du terminal ; auto demande à COLORFGBG, sinon prend des couleurs lisibles sur les deux.")),
    SettingRow(
      name: "color", values: choices(Options.Color.allCases),
      help: Wording(
        english: "Whether colours are used; auto respects NO_COLOR.",
        french: "Si les couleurs servent ; auto respecte NO_COLOR.")),
    SettingRow(
      name: "mouse", values: Wording("on|off"),
      help: Wording(
        english: "Whether the mouse is used, or left to the terminal.",
        french: "Si la souris sert, ou est laissée au terminal.")),
    SettingRow(
      name: "plain", values: Wording("on|off"),
      help: Wording(
        english: "No boxes or line art, one pane at a time, and the selection in words.",
        french: "Ni cadres ni traits, un volet à la fois, et la sélection en mots.")),
    SettingRow(
      name: "notebook", values: Wording(english: "PATH", french: "CHEMIN"),
      help: Wording(
        english: "Where notes and corrections are kept, as /PATH or ~/PATH.",
        french: "Où notes et corrections sont gardées : /CHEMIN ou ~/CHEMIN.")),
    SettingRow(
      name: "key", values: Wording(english: "KEY ACTION", french: "TOUCHE ACTION"),
      help: Wording(
        english:
          "The key does this wherever the action works, and nothing else there; with none it does nothing anywhere.",
        french:
          "La touche fait cela partout où l’action existe, et rien d’autre ; avec none, elle ne fait rien nulle part.")),
    SettingRow(
      name: "ink", values: Wording(english: "NAME COLOUR", french: "NOM COULEUR"),
      help: Wording(english: "The colour of characters.", french: "La couleur des caractères.")),
    SettingRow(
      name: "ground", values: Wording(english: "NAME COLOUR", french: "NOM COULEUR"),
      help: Wording(english: "The colour behind them.", french: "La couleur derrière eux.")),
  ]

  private static func choices(_ all: [some RawRepresentable<String>]) -> Wording {
    Wording(all.map(\.rawValue).joined(separator: "|"))
  }
}
