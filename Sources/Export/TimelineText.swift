import Deals
import Stories

/// The timelines of all deals that some stories tell of, as plain text.
public struct TimelineText {
  private let width: Int
  private let language: Language
  private let least: Double

  /// Makes text of at most `width` columns, with an interface in `language`; claims with less than `confidence` are left
  /// out.
  public init(width: Int, language: Language, from confidence: Double = 0) {
    self.width = width
    self.language = language
    least = confidence
  }

  /// The deals that the stories of `library` tell of, in the order of their first stories, each with its timeline.
  public func text(of library: Library) -> String {
    var book = DealBook()
    for index in library.entries.indices { book.note(index) }
    book.catchUp(with: library)
    let deals = book.allDeals(in: library)
    if deals.isEmpty { return say("No deal was found.", "Aucun rachat reconnu.") + "\n" }
    return deals.map { text(of: $0, library) }.joined(separator: "\n")
  }

  private func text(of deal: Deal, _ library: Library) -> String {
    let count = deal.stories.count
    let stories = say(count == 1 ? "1 story" : "\(count) stories", count < 2 ? "\(count) article" : "\(count) articles")
    var text = HangingText(width: width, first: "# ", others: "  ")("\(deal.title(language)), \(stories)")
    let timeline = Timeline(deal, in: library, from: least)
    if timeline.entries.isEmpty && timeline.undated.isEmpty {
      text += "\n" + say("No stage is plainly told.", "Aucune étape n’est nettement dite.") + "\n"
    }
    for event in timeline.entries + timeline.undated { text += "\n" + self.text(of: event, library) }
    return text
  }

  private func text(of event: Timeline.Entry, _ library: Library) -> String {
    var head = [
      event.date ?? say("no date", "sans date"), event.stage.wording[language],
      event.confirmation == 0
        ? say("confirmed", "confirmé")
        : event.confirmation == nil
          ? say("only reported", "seulement rapporté") : say("first only reported", "d’abord seulement rapporté"),
    ]
    if event.tellings.count > 1 {
      head.append(say("told \(event.tellings.count) times", "\(event.tellings.count) mentions"))
    }
    var text = HangingText(width: width, first: "", others: "  ")(head.joined(separator: ", "))
    text += telling(event.tellings[0], library, confirms: false)
    if let confirmation = event.confirmation, confirmation > 0 {
      text += telling(event.tellings[confirmation], library, confirms: true)
    }
    return text
  }

  /// Who says it and in what words, then where.
  private func telling(_ telling: Timeline.Telling, _ library: Library, confirms: Bool) -> String {
    guard let story = library.story(telling.place.story) else { return "" }
    let claim = story.claims[telling.place.claim]
    let citing = say(", citing ", ", citant ")
    let names = claim.chain.map { story.sources[$0].name[language] }
    var who = names.isEmpty ? say("own voice", "propre voix") : names.joined(separator: citing)
    if claim.isDoubtful { who += say(" (doubtful)", " (douteuse)") }
    let colon = language == .french ? " : " : ": "
    if confirms {
      who = say("confirmed", "confirmé") + " " + (telling.date ?? say("no date", "sans date")) + ", " + who
    }
    let hanging = HangingText(width: width, first: "  - ", others: "    ")
    let place = HangingText(width: width, first: "    ", others: "    ")
    return hanging(who + colon + story.text.line(claim.span)) + place(story.name)
  }

  private func say(_ english: String, _ french: String) -> String { language == .french ? french : english }
}
