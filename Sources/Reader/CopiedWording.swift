import Stories

extension Copied {
  /// What was done, in one sentence.
  var wording: Wording {
    var english: [String] = []
    var french: [String] = []
    // First what went wrong, so that nothing cuts it off.
    if let fileProblem {
      english.append("not written to the file: \(fileProblem)")
      french.append("non écrite dans le fichier : \(fileProblem)")
    }
    switch clipboard {
    case .terminal:
      english.append("sent to the terminal’s clipboard")
      french.append("envoyée au presse-papiers du terminal")
    case .tmux:
      english.append("sent to tmux’s clipboard, if its set-clipboard is on")
      french.append("envoyée au presse-papiers de tmux, si son set-clipboard est à on")
    case .screen:
      english.append("sent through screen to the terminal’s clipboard")
      french.append("envoyée par screen au presse-papiers du terminal")
    case nil: break
    }
    if let file {
      english.append("appended to \(file)")
      french.append("ajoutée à \(file)")
    }
    if english.isEmpty {
      return Wording(
        english: "This terminal has no clipboard; start with --copy-to=FILE.",
        french: "Ce terminal n’a pas de presse-papiers ; lancez avec --copy-to=FICHIER.")
    }
    let cut = isCut ? Wording(english: " (its end cut off)", french: " (fin coupée)") : Wording("")
    return Wording(
      english: "Claim with sources\(cut.english) " + english.joined(separator: "; ") + ".",
      french: "Affirmation et sources\(cut.french) " + french.joined(separator: " ; ") + ".")
  }
}
