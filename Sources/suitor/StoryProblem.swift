import Documents
import Glibc
import Reading
import Stories

/// Why a story could not be read.
enum StoryProblem: Error, Equatable {
  case notFound, noPermission
  case folder, folderWithoutStories, listWithoutNames
  case socket, device, silentPipe
  /// A line of a list of names holds a NUL.
  case nullInName
  /// More bytes than `FileBytes.limit`; how many, if that is known.
  case tooLarge(Int?)
  case empty, binary
  /// What its kind of document needs is not there, or it is broken.
  case document(DocumentProblem)
  /// The file has no part of that name.
  case noPart
  /// The lexicons of its language cannot be used; file, line and problem.
  case lexicon(String)
  /// Anything else that the system says no with.
  case system(Int32)

  /// The problem that the system's error number stands for.
  init(errno number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM: self = .noPermission
    case EISDIR: self = .folder
    case ENXIO: self = .socket
    default: self = .system(number)
    }
  }

  /// The problem with bytes that are no story.
  init(_ error: ReadingError) {
    switch error {
    case .empty: self = .empty
    case .binary: self = .binary
    case .lexicon(let error): self = .lexicon("\(error)")
    }
  }

  /// The reason as programs are told it, which never changes with the language.
  var code: String {
    switch self {
    case .notFound: "not-found"
    case .noPermission: "no-permission"
    case .folder: "is-folder"
    case .folderWithoutStories: "no-stories"
    case .listWithoutNames: "no-names"
    case .socket: "is-socket"
    case .device: "is-device"
    case .silentPipe: "silent-pipe"
    case .nullInName: "null-in-name"
    case .tooLarge: "too-large"
    case .empty: "empty"
    case .binary: "binary"
    case .document(let problem): Self.code(problem)
    case .noPart: "no-part"
    case .lexicon: "lexicon"
    case .system: "system"
    }
  }

  private static func code(_ problem: DocumentProblem) -> String {
    switch problem {
    case .damaged: "damaged"
    case .noText: "no-text"
    case .tooDeep: "too-deep"
    case .tooLarge: "too-large"
    case .tooManyParts: "too-many-parts"
    case .locked: "locked"
    case .needs: "needs-program"
    case .system: "system"
    }
  }

  /// One sentence without a stop: what is wrong and what to do about it.
  var wording: Wording {
    switch self {
    case .lexicon(let problem):
      Wording(english: "its language's lexicon: \(problem)", french: "le lexique de sa langue : \(problem)")
    case .notFound:
      Wording(
        english: "no such file or folder; check the spelling",
        french: "fichier ou dossier introuvable ; vérifiez l’orthographe")
    case .noPermission:
      Wording(
        english: "no permission to read it; ask its owner, or try chmod +r",
        french: "lecture interdite ; demandez à son propriétaire, ou essayez chmod +r")
    case .folder:
      Wording(
        english: "is a folder; name the stories in it", french: "est un dossier ; nommez les articles qu’il contient")
    case .folderWithoutStories:
      Wording(
        english: "no stories in this folder by their names’ ends (.txt, .html, .eml …); any file can be named itself",
        french: "aucun article dans ce dossier d’après les noms (.txt, .html, .eml …) ; tout fichier peut être nommé")
    case .listWithoutNames:
      Wording(
        english: "names no story; it must have the name of a file or folder on each line",
        french: "ne nomme aucun article ; il faut un nom de fichier ou de dossier par ligne")
    case .socket:
      Wording(
        english: "is a socket, not a story; name a text file",
        french: "est un socket, pas un article ; nommez un fichier texte")
    case .device:
      Wording(
        english: "is a device, not a story; name a text file",
        french: "est un périphérique, pas un article ; nommez un fichier texte")
    case .nullInName:
      Wording(
        english: "no name has a NUL in it; for a list that find -print0 wrote, add --null",
        french: "aucun nom ne contient de NUL ; pour une liste écrite par find -print0, ajoutez --null")
    case .silentPipe:
      Wording(
        english: "is a pipe that nobody writes to; start its writer first",
        french: "est un tube où personne n’écrit ; lancez d’abord ce qui y écrit")
    case .tooLarge(let size):
      Self.tooLarge(size)
    case .empty:
      Wording(
        english: "is empty; there is nothing to read in it", french: "est vide ; il n’y a rien à y lire")
    case .binary:
      Wording(
        english: "is no text (a picture, a program, an archive?); save the story as plain text first",
        french: "n’est pas du texte (image, programme, archive ?) ; enregistrez d’abord l’article en texte brut")
    case .document(let problem): problem.wording
    case .noPart:
      Wording(
        english: "has no part of that name; open the whole file and see the list",
        french: "n’a pas de partie de ce nom ; ouvrez le fichier entier et voyez la liste")
    case .system(let number):
      Wording(String(cString: strerror(number)))
    }
  }

  /// What is said once when the system watches no more folders for changes.
  static func watchLimit(_ number: Int32) -> Wording {
    let reason = String(cString: strerror(number))
    let (watches, instances) = ("fs.inotify.max_user_watches", "fs.inotify.max_user_instances")
    let limit = number == ENOSPC ? watches : number == EMFILE ? instances : reason
    return Wording(
      english: "Changes of files are not all followed: the system’s limit is reached (\(limit)).",
      french: "Les changements de fichiers ne sont pas tous suivis : limite du système atteinte (\(limit)).")
  }

  private static func tooLarge(_ size: Int?) -> Wording {
    let limit = FileBytes.limit >> 20
    // Rounded up, so that it never says 16 of 16.
    guard let size = size.map({ ($0 + (1 << 20) - 1) >> 20 }) else {
      return Wording(
        english: "is larger than \(limit) MB, the most that a story may have; split it",
        french: "dépasse \(limit) Mo, le maximum pour un article ; découpez-le")
    }
    return Wording(
      english: "is \(size) MB large and a story may have \(limit) MB; split it",
      french: "fait \(size) Mo et un article peut en avoir \(limit) ; découpez-le")
  }
}
