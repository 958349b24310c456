import Foundation
import Labelled
import Reading
import Stories

// Learns how stories attribute, and how to tell what they say is bought, from annotated text; writes what it learned below
// Data/model.
//
// Brat folders tell which English words attribute, too; without one only the choices of what is bought and of who bids and sells are
// learned, from the labelled stories. Labelled stories that test are left out; with --hold-out so is every tenth story of the brat folders, to be measured on.

let usage = "usage: suitor-train [--data DIR] [--hold-out] [--labelled FOLDER]... [BRAT_FOLDER...]"
var dataFolder = "Data"
var holdsOut = false
var folders: [String] = []
var labelledFolders: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--data": dataFolder = arguments.popFirst() ?? dataFolder
  case "--hold-out": holdsOut = true
  case "--labelled": labelledFolders.append(arguments.popFirst() ?? "")
  case "--help":
    print(usage)
    exit(0)
  case let option where option.hasPrefix("-"):
    print(usage)
    exit(2)
  default: folders.append(argument)
  }
}

guard !folders.isEmpty || !labelledFolders.isEmpty else {
  print(usage)
  exit(2)
}

/// The bytes of the file at `path` below the Data folder; compiled files are of an older state and not looked at.
let folder = dataFolder
let file: @Sendable (String) -> [UInt8]? = { path in
  path.hasPrefix("compiled/") ? nil : FileManager.default.contents(atPath: "\(folder)/\(path)").map { [UInt8]($0) }
}

/// Learns how stories attribute.
@MainActor func learnAttribution() throws {
  var stories: [AnnotatedStory] = []
  for folder in folders { stories += try Brat.stories(folder) }
  if holdsOut { stories = stories.enumerated().filter { $0.offset % 10 != 9 }.map(\.element) }
  print("\(stories.count) stories, \(stories.reduce(0) { $0 + $1.attributions.count }) attributions")

  try CueLexicon.write(stories, to: "\(dataFolder)/model/en.cues", file: file)

  let coverage = try stories.reduce(SIMD4<Int>.zero) {
    $0 &+ (try TrainingExamples(isLexical: false, file: file).coverage($1.bytes, $1.attributions))
  }
  print(
    "of \(coverage[0]) attributions \(coverage[1]) have a cue that is looked at, \(coverage[2]) a candidate like the "
      + "content, \(coverage[3]) the content itself")

  var labelled: [AnnotatedStory] = []
  for folder in labelledFolders { labelled += try LabelledStories.stories(folder) }
  print("\(labelled.count) labelled stories, \(labelled.reduce(0) { $0 + $1.attributions.count }) attributions")

  let trainer = Trainer(file: file)
  try trainer.train([(stories, 1), (labelled, Trainer.labelledScale)], to: "\(dataFolder)/model")
}

/// Learns what is bought, and with it who bids and who sells.
@MainActor func learnDeals() throws {
  var stories: [LabelledStory] = []
  for folder in labelledFolders { stories += try LabelledStories.labelled(folder).map(\.story) }
  var targets = TargetTrainer(file: file)
  for story in stories { try targets.add(story) }
  try targets.train(to: dataFolder)
  var roles = RoleTrainer(file: file)
  for story in stories { try roles.add(story) }
  try roles.train(to: dataFolder)
}

do {
  if !folders.isEmpty { try learnAttribution() }
  if !labelledFolders.isEmpty { try learnDeals() }
} catch {
  print("suitor-train: \(error)")
  exit(1)
}
