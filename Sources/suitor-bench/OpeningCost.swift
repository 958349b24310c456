import Documents
import Glibc
import Reading
import Stories

/// How much longer it takes to read plain stories as documents of which it is not known what they are: 1 if no longer.
///
/// Of each story both ways by turns, the best of `runs` of each, since other programs only ever add to the time.
func documentDetour(_ stories: [[UInt8]], with reader: StoryReader, runs: Int) -> Double {
  func seconds(_ read: () -> Void) -> Double {
    let start = Clock.worked
    read()
    return Clock.worked - start
  }
  var (straight, detour) = (0.0, 0.0)
  for story in stories {
    var best = (straight: Double.infinity, detour: Double.infinity)
    for _ in 0..<runs {
      best.straight = min(best.straight, seconds { _ = try? reader.read(story, name: "") })
      best.detour = min(
        best.detour,
        seconds {
          try? DocumentReader { part in
            if case .document(let document) = part { _ = try? reader.read(document.text, name: "") }
            return true
          }.read(ByteStream(story))
        })
    }
    straight += best.straight
    detour += best.detour
  }
  return detour / straight
}

/// What is in memory of `suitor` when it shows one text, in each of several forms.
struct OpeningCost {
  /// One form.
  struct Form {
    var name: String
    /// The files that are mapped into memory, with how many bytes of each are there.
    var files: [String: Int]
    /// The most memory, in bytes.
    var peak: Int
  }

  /// The forms, plain text first.
  private(set) var forms: [Form] = []

  /// Opens the text of `story` with the program `suitor`.
  init(_ suitor: String, _ story: Story) {
    let text = story.text.bytes
    let paragraphs = String(decoding: text, as: UTF8.self).split(separator: "\n").map { "<p>\($0)</p>\n" }.joined()
    let page = Array("<!DOCTYPE html><html><head><title>Story</title></head><body>\n\(paragraphs)</body></html>\n".utf8)
    let message = Array("From: a@example.com\nSubject: Story\nContent-Type: text/plain; charset=utf-8\n\n".utf8) + text
    for (name, bytes) in [("plain text", text), ("a web page", page), ("a message", message)] {
      guard let path = Files.temporary(bytes) else { continue }
      defer { unlink(path) }
      guard let terminal = Screen.start([suitor, path]), terminal.firstFrame().bytes > 0,
        let peak = terminal.peakMemory
      else { continue }
      forms.append(Form(name: name, files: terminal.mappedFiles, peak: peak))
    }
  }
}

extension Report {
  /// Prints what it costs plain text that it might be a document of another kind.
  mutating func detour(_ times: Double) {
    atMost(1.1, "plain text read as a document, times straight", times, digits: 2, unit: "")
  }

  /// Prints what is in memory for each form of a text; plain text may need no library, and less of the program than those
  /// that the libraries in it take apart.
  mutating func opening(_ cost: OpeningCost, of suitor: String) {
    guard cost.forms.count == 3, let program = realpath(suitor, nil).map({ String(cString: $0) }),
      cost.forms.allSatisfy({ $0.files[program] != nil })
    else {
      return atMost(0, "what is in memory for plain text", .nan, digits: 0, unit: "")
    }
    for form in cost.forms {
      let libraries = form.files.keys.filter { $0.hasSuffix(".so") || $0.contains(".so.") }.count
      if form.name == cost.forms[0].name {
        atMost(0, "\(form.name), shared libraries in memory", Double(libraries), digits: 0, unit: "")
      }
      let own = decimal(Double(form.files[program] ?? 0) / 1e6, 2)
      note("\(form.name), of the program in memory, and peak", "\(own) / \(decimal(Double(form.peak) / 1e6, 2)) MB")
    }
    for form in cost.forms.dropFirst() {
      let share = Double(cost.forms[0].files[program] ?? 0) / Double(form.files[program] ?? 0)
      atMost(1, "in memory, plain text times \(form.name)", share, digits: 2, unit: "")
    }
  }
}
