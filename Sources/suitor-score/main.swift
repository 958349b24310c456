import Glibc
import Labelled
import Reading
import Stories

let usage = """
  Usage: suitor-score [--errors | --calibration | --judged] [--data DIR] [PATH]...
         suitor-score --calibrate FILE

  Scores the reading of labelled stories (Data/labelled, else the files and folders named), set by set.

    --errors          lists what was missed or wrong
    --calibration     shows how often claims are right, by their confidence
    --judged          lists every claim found, what it rests on, and whether it is right
    --calibrate FILE  prints the table of confidence that follows from such a list
    --data DIR        where the lexicons are (else Data)

  """

/// Writes `text` to standard error.
func complain(_ text: String) { _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) } }

/// What is printed.
enum Output { case scores, errors, calibration, judgements }

/// Says that the file at `path` cannot be read, and ends.
func failToRead(_ path: String) -> Never {
  complain("suitor-score: \(path) cannot be read\n")
  exit(1)
}

var output = Output.scores
var data = "Data"
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument == "--errors" {
    output = .errors
  } else if argument == "--calibration" {
    output = .calibration
  } else if argument == "--judged" {
    output = .judgements
  } else if argument == "--calibrate", let path = arguments.popFirst() {
    guard let bytes = Files.read(path) else { failToRead(path) }
    let judgements = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { Judgement($0) }
    print(
      "# Written by suitor-score: how often claims are right. A line is a language, a kind of evidence, its likelihood, the"
    )
    print("# share of right claims; or what tells who speaks, and the share of those who are told right.")
    for line in CalibrationFit.lines(judgements) { print(line) }
    exit(0)
  } else if argument == "--data", let folder = arguments.popFirst() {
    data = folder
  } else if argument.hasPrefix("-") {
    complain(usage)
    exit(2)
  } else {
    paths.append(argument)
  }
}
let folder = data
let reader = StoryReader(file: { Files.read("\(folder)/\($0)") })
var names: [String] = []
var tallies: [String: Tally] = [:]
var judgements: [String: [Judgement]] = [:]
for path in (paths.isEmpty ? ["Data/labelled"] : paths).flatMap(Files.stories) {
  guard let bytes = Files.read(path) else { failToRead(path) }
  do {
    let marked = try LabelledStory(file: bytes)
    let set = Files.set(path)
    let (story, evidence) = try reader.evidence(marked.text.bytes)
    let comparison = Comparison(marked, story)
    for (index, claim) in story.claims.enumerated() where !marked.isDealOnly {
      judgements[set, default: []].append(
        Judgement(
          story.language, evidence[index], confidence: claim.confidence, isRight: comparison.isRight[index],
          isSpeakerRight: comparison.isSpeakerRight[index]))
    }
    if tallies[set] == nil { names.append(set) }
    tallies[set, default: Tally()] += comparison.tally
    if output == .errors { for error in comparison.errors { print("\(path): \(error)") } }
  } catch let error as MarkupError {
    complain("\(path):\(error)\n")
    exit(1)
  } catch {
    complain("suitor-score: \(path): \(error)\n")
    exit(1)
  }
}
switch output {
case .scores, .errors: for name in names { print(Report.text(name, tallies[name] ?? Tally())) }
case .judgements: for name in names { for judgement in judgements[name] ?? [] { print(judgement.line) } }
case .calibration:
  let all = names.flatMap { judgements[$0] ?? [] }
  for (title, which) in Reliability.parts { print(Reliability.text(title, all.filter(which))) }
}
