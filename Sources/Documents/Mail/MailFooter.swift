/// What stands in messages beside their text: how to leave the list, and what lawyers want.
enum MailFooter {
  /// Whether `paragraph` is none of the text.
  static func isFooter(_ paragraph: String) -> Bool {
    let start = FoldedText(paragraph, limit: 240)
    if paragraph.utf8.count < 500 {
      if FoldedText(paragraph).holds(service) { return true }
      if paragraph.utf8.count < 80, devices.contains(where: start.starts) { return true }
    }
    return start.holds(legalStarts) && legal.contains { words in words.allSatisfy(start.holds) }
  }

  /// Whether the list that sent the message can be left, which only lists offer.
  static func isOfList(_ paragraph: String) -> Bool {
    paragraph.utf8.count < 500 && FoldedText(paragraph).holds(leaving)
  }

  private static let waysOut = [
    "unsubscribe", "se désabonner", "désabonnez-vous", "me désabonner", "désinscription", "désinscrire",
    "désinscrivez", "désabonnement", "opt out of these emails",
  ]
  private static let leaving = Phrases(waysOut)
  private static let service = Phrases(
    waysOut + [
      "manage your preferences", "manage preferences", "manage your subscription", "update your preferences",
      "email preferences", "gérer vos préférences", "gérer mes préférences", "gérer vos abonnements",
      "view in browser", "view this email in your browser", "view it in your browser", "view online",
      "voir dans le navigateur", "voir la version en ligne", "version en ligne", "afficher dans le navigateur",
      "visualiser dans votre navigateur", "you are receiving this", "you're receiving this",
      "you received this email because", "you received this message because", "vous recevez cet e-mail",
      "vous recevez cet email", "vous recevez ce message", "vous recevez cette lettre",
      "was this email forwarded to you",
      "was this forwarded to you", "this email was sent to", "this email was sent by", "ce courriel a été envoyé à",
      "cet e-mail a été envoyé à", "add us to your address book", "forward to a friend", "transférer à un ami",
    ])
  private static let devices = [
    "sent from my ", "envoyé de mon ", "envoyé depuis mon ", "get outlook for ", "télécharger outlook pour ",
    "envoyé à partir de ", "sent from outlook", "sent from yahoo", "sent from proton", "envoyé avec la messagerie",
  ]
  /// Words that all stand at the start of a notice.
  private static let legal = [
    ["this message", "confidential"], ["this e-mail", "confidential"], ["this email", "confidential"],
    ["this communication", "confidential"], ["confidentiality notice"],
    ["information contained in this", "privileged"],
    ["information in this e", "confidential"], ["intended only for", "addressee"],
    ["intended solely for", "addressee"],
    ["if you are not the intended recipient"], ["if you have received this", "error"],
    ["consider the environment before printing"], ["ce message", "confidentiel"], ["ce courriel", "confidentiel"],
    ["cet e-mail", "confidentiel"], ["cet email", "confidentiel"], ["ce message", "pièces jointes", "destinataires"],
    ["ce message", "à l'intention exclusive"], ["avis de confidentialité"], ["si vous n'êtes pas le destinataire"],
    ["si vous avez reçu ce", "par erreur"], ["pensez à l'environnement avant d'imprimer"],
    ["avant d'imprimer", "environnement"],
  ]
  private static let legalStarts = Phrases(legal.map { $0[0] })
}
