import Display
import Stories

/// The tutor: a row of steps, each of which says what to do and sees from the state when it is done.
///
/// It lives below the reader, which has the rest of the screen to itself and knows nothing of the steps.
struct Tutor: Sendable {
  /// The whole screen.
  var screen: Size
  /// The number of the step, from 0.
  private(set) var number = 0
  /// Whether the step before was done, not passed over.
  private(set) var isBeforeDone = false
  /// Where one was when the step began.
  private var start = Start()

  /// What a step compares with.
  struct Start: Hashable, Sendable {
    /// The story, an index of the library.
    var story = 0
    /// The current claim.
    var claim: Int?
    /// The byte at which the cursor stood.
    var position: Int?

    init() {}

    /// Where one is.
    init(_ state: ReaderState) { (story, claim, position) = (state.current, state.view?.claim, state.view?.position) }
  }

  init(screen: Size) { self.screen = screen }

  /// The step that one is at.
  var step: TutorStep { TutorStep.all[number] }

  /// The rows that the strip takes of a screen; none of one that is too low to give any away.
  static func rows(_ screen: Size) -> Int {
    switch screen.height {
    case 20...: 5
    case 12...: 4
    case 9...: 3
    default: 0
    }
  }

  /// What is left of a screen for the reader.
  static func rest(of screen: Size) -> Size {
    Size(width: screen.width, height: screen.height - rows(screen))
  }

  /// Whether the story of the step was not read yet when it began.
  var isWaiting: Bool { start.position == nil }

  /// Goes on past each step that is done.
  mutating func follow(_ state: ReaderState) {
    while step.isDone(state, start), number + 1 < TutorStep.all.count { go(to: number + 1, state, done: true) }
  }

  /// Takes what came without the person's doing for what was there when the step began.
  mutating func begin(_ state: ReaderState) {
    start = Start(state)
  }

  /// Passes over the step, and over those behind it that need no doing any more.
  mutating func skip(_ state: ReaderState) {
    if number + 1 < TutorStep.all.count { go(to: number + 1, state, done: false) }
  }

  /// Goes back to the last step before that can be done anew.
  mutating func goBack(_ state: ReaderState) {
    guard let earlier = (0..<number).last(where: { !TutorStep.all[$0].isDone(state, Start(state)) }) else { return }
    go(to: earlier, state, done: false)
  }

  /// Goes to the step with this number; `done` tells whether the one before was done.
  mutating func go(to number: Int, _ state: ReaderState, done: Bool) {
    self.number = number
    isBeforeDone = done
    begin(state)
  }
}

extension ReaderState {
  /// Has the tutor see what became of `events`: whatever the person did counts, by whichever key.
  mutating func followTutor(_ events: [ReaderEvent]) {
    guard var tutor else { return }
    let isDoing = events.contains { event in
      switch event {
      case .key, .mouse, .pasted: true
      default: false
      }
    }
    // A story that is read late makes no step of its own.
    if isDoing { tutor.follow(self) } else if tutor.isWaiting || isUntouched { tutor.begin(self) }
    self.tutor = tutor
  }

  /// What the tutor's own keys do.
  mutating func tell(tutor action: Action) {
    guard var tutor else { return message = TutorPhrase.none[language] }
    switch action {
    case .tutorNext: tutor.skip(self)
    case .tutorBack: tutor.goBack(self)
    default:
      self.tutor = nil
      size = tutor.screen
      message = TutorPhrase.left[language]
      return
    }
    self.tutor = tutor
  }

  /// Has the reader, and the tutor if there is one, share a screen of another size.
  mutating func share(_ screen: Size) {
    let screen = Size(width: max(0, screen.width), height: max(0, screen.height))
    tutor?.screen = screen
    size = tutor == nil ? screen : Tutor.rest(of: screen)
  }
}

/// What the tutor says apart from its steps.
enum TutorPhrase {
  case none, left, place(Int, Int), done, skip, back, leave, invitation

  subscript(language: Language) -> String { wording[language] }

  private var wording: Wording {
    switch self {
    case .none: Wording(english: "suitor --tutor starts the tutor.", french: "suitor --tutor lance le tutoriel.")
    case .left:
      Wording(
        english: "The tutor is closed; suitor --tutor opens it again.",
        french: "Le tutoriel est fermé ; suitor --tutor le rouvre.")
    case .place(let number, let count):
      Wording(english: "Tutor \(number)/\(count)", french: "Tutoriel \(number)/\(count)")
    case .done: Wording(english: "done", french: "fait")
    case .skip: Wording(english: "skip", french: "passer")
    case .back: Wording(english: "back", french: "revenir")
    case .leave: Wording(english: "leave", french: "quitter")
    case .invitation:
      Wording(
        english: "New here? suitor --tutor shows it in ten minutes; ? has all keys, q quits.",
        french: "Première fois ? suitor --tutor : dix minutes ; ? les touches, q quitter.")
    }
  }
}
