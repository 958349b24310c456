import Stories

/// What a reader has noted and put right, for people.
struct RemarkWords {
  let language: Language

  /// That it is marked, and its tags, if it has any of that: "marked; tags: urgent, desk".
  func traits(_ remark: Remark) -> String? {
    var parts: [String] = []
    if remark.isMarked {
      let isStory = remark.subject == .story
      parts.append(Wording(english: "marked", french: isStory ? "marqué" : "marquée")[language])
    }
    if !remark.tags.isEmpty {
      parts.append(
        Wording(english: "tags: ", french: "étiquettes\u{A0}: ")[language] + remark.tags.joined(separator: ", "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// What stands before a note.
  var noteLabel: String { Wording(english: "note: ", french: "note\u{A0}: ")[language] }

  /// The parts that are not as the program read them: "by hand: source, stage"; `nil` if all are.
  func byHand(_ parts: [(name: String, wording: Wording)]) -> String? {
    if parts.isEmpty { return nil }
    let names = parts.map { $0.wording[language] }.joined(separator: ", ")
    return Wording(english: "by hand: ", french: "à la main\u{A0}: ")[language] + names
  }
}

extension Remark {
  /// The lines of the note that have words.
  var noteLines: [String] {
    (note ?? "").split(whereSeparator: \.isNewline).map { String($0).oneLine }.filter { !$0.isEmpty }
  }
}
