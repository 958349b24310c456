import Glibc
import Reading

guard let arguments = Arguments() else {
  complain(Arguments.usage)
  exit(2)
}

/// Writes `text` to standard error.
func complain(_ text: String) { _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) } }

/// Says why nothing can be measured, and ends.
func give(up reason: String) -> Never {
  complain("suitor-bench: \(reason)\n")
  exit(1)
}

guard access(arguments.suitor, X_OK) == 0 else {
  give(up: "\(arguments.suitor): not there; 'swift build -c release' builds it, --suitor names another")
}
let reader = StoryReader(file: Files.builtIn, image: Files.image)
guard let bytes = arguments.story.map(Files.read) ?? Files.builtInStories.first.flatMap(Files.builtIn) else {
  give(up: "\(arguments.story ?? "the built-in stories"): cannot be read")
}
var temporary: String?
if arguments.story == nil {
  temporary = Files.temporary(bytes)
  if temporary == nil { give(up: "no temporary file can be written") }
}
let path = arguments.story ?? temporary ?? ""
guard let story = try? reader.read(bytes, name: path) else { give(up: "\(path): is no story") }
let isGood = measure(arguments, story, at: path, with: reader)
if let temporary { unlink(temporary) }
exit(isGood ? 0 : 1)
