import Documents
import Glibc
import Stories

extension DocumentProblem {
  /// One sentence without a stop: what is wrong and what to do about it.
  var wording: Wording {
    switch self {
    case .damaged(let kind):
      let name = kind.wording
      return Wording(
        english: "is broken or cut short as \(name.english); get it again",
        french: "est abîmé ou tronqué (\(name.french)) ; procurez-vous-le de nouveau")
    case .noText(let kind):
      let name = kind.wording
      return Wording(
        english: "has no text to read, as \(name.english); save the story itself as text",
        french: "ne contient aucun texte à lire (\(name.french)) ; enregistrez l’article lui-même en texte")
    case .tooDeep(let kind):
      let name = kind.wording
      return Wording(
        english: "is nested more deeply than any real \(name.english) is; take out the inner part",
        french: "est imbriqué plus profondément que nature (\(name.french)) ; sortez-en la partie intérieure")
    case .tooLarge(let kind, let limit):
      let name = kind.wording
      let size = limit >> 20
      return Wording(
        english: "unfolds into more than \(size) MB as \(name.english), the most that is opened; split it",
        french: "dépasse, une fois déplié, \(size) Mo (\(name.french)), le maximum ; découpez-le")
    case .tooManyParts(let kind, let limit):
      let name = kind.wording
      return Wording(
        english: "has more than \(limit) parts as \(name.english), the most that are opened; split it",
        french: "a plus de \(limit) parties (\(name.french)), le maximum ; découpez-le")
    case .locked(let kind):
      let name = kind.wording
      return Wording(
        english: "is encrypted (\(name.english)); decrypt it first",
        french: "est chiffré (\(name.french)) ; déchiffrez-le d’abord")
    case .needs(let program, let package):
      return Wording(
        english: "needs the program \(program), which is not here; install \(package)",
        french: "demande le programme \(program), absent ici ; installez \(package)")
    case .system(let number): return Wording(String(cString: strerror(number)))
    }
  }
}

extension DocumentKind {
  /// What such a document is called in a sentence.
  var wording: Wording {
    switch self {
    case .plain: Wording(english: "text", french: "texte")
    case .markdown: Wording("Markdown")
    case .html: Wording(english: "web page", french: "page web")
    case .mail: Wording(english: "e-mail", french: "courriel")
    case .mailbox: Wording(english: "mailbox", french: "boîte aux lettres")
    case .winMail: Wording(english: "Outlook message", french: "message Outlook")
    case .feed: Wording(english: "feed", french: "flux")
    case .newsML: Wording("NewsML-G2")
    case .nitf: Wording("NITF")
    case .reuters: Wording("Reuters SGML")
    case .filing: Wording(english: "EDGAR filing", french: "dépôt EDGAR")
    case .pdf: Wording("PDF")
    case .gzip: Wording("gzip")
    case .zip: Wording("zip")
    case .tar: Wording("tar")
    }
  }
}
