import Glibc
import Labelled
import Reading
import Stories

let usage = """
  Usage: suitor-score [--errors] [--data DIR] [PATH]...

  Scores the reading of labelled stories (Data/labelled, else the files and folders named), set by set.

    --errors    lists what was missed or wrong
    --data DIR  where the lexicons are (else Data)

  """

/// Writes `text` to standard error.
func complain(_ text: String) { _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) } }

var listsErrors = false
var data = "Data"
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument == "--errors" {
    listsErrors = true
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
for path in (paths.isEmpty ? ["Data/labelled"] : paths).flatMap(Files.stories) {
  guard let bytes = Files.read(path) else {
    complain("suitor-score: \(path) cannot be read\n")
    exit(1)
  }
  do {
    let marked = try LabelledStory(file: bytes)
    let comparison = Comparison(marked, try reader.read(marked.text.bytes, name: path))
    let set = Files.set(path)
    if tallies[set] == nil { names.append(set) }
    tallies[set, default: Tally()] += comparison.tally
    if listsErrors { for error in comparison.errors { print("\(path): \(error)") } }
  } catch let error as MarkupError {
    complain("\(path):\(error)\n")
    exit(1)
  } catch {
    complain("suitor-score: \(path): \(error)\n")
    exit(1)
  }
}
for name in names { print(Report.text(name, tallies[name] ?? Tally())) }
