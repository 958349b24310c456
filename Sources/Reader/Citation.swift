import Display
import Stories

/// A claim as it can be pasted into notes: its words, who says it through whom, and where it stands.
func citation(of index: Int, in story: Story, _ language: Language) -> String {
  let claim = story.claims[index]
  let words = oneLine(story.text.string(claim.span))
  let quoted = language == .french ? "« \(words) »" : "“\(words)”"
  let names = claim.chain.map { story.sources[$0].name[language] }
  let who = names.isEmpty ? Phrase.theArticle[language] : names.joined(separator: ", \(Phrase.citing[language]) ")
  var how = [claim.manner.wording[language], claim.certainty.wording[language]]
  if names.isEmpty { how.removeFirst() }
  if claim.isDoubtful { how.append(Phrase.doubtful[language]) }
  if let stage = claim.stage { how.append(stage.wording[language]) }
  var place = [ReaderState.title(.read(story)) ?? story.name]
  if place[0] != story.name { place.append(story.name) }
  if let date = story.layout.date { place.append(Phrase.asOf(date)[language]) }
  let lines = [quoted, "\(who) (\(how.joined(separator: ", ")))", place.joined(separator: ", ")]
  return lines.map { harmless($0) + "\n" }.joined()
}
