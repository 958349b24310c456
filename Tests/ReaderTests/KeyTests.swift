import Display
import Foundation
import Stories
import Testing

@testable import Reader

@Suite struct KeyTests {
  @Test func everyActionHasAKeyThatNeedsNoAltGr() {
    for action in Action.allCases {
      let keys = KeyMap.standard.bindings.filter { $0.action == action }.flatMap(\.keys)
      #expect(keys.contains { !$0.needsAltGr }, "\(action)")
    }
  }

  @Test func everyPlaceOfATableLineHasAKeyThatNeedsNoAltGr() {
    for binding in KeyMap.standard.bindings {
      #expect(binding.keys.contains { !$0.needsAltGr }, "\(binding.help.english)")
      #expect(!binding.contexts.isEmpty)
    }
  }

  @Test func everyKeyMeansOneThingInItsContext() {
    for context in Context.allCases {
      var seen: [Key: String] = [:]
      for binding in KeyMap.standard.bindings where binding.contexts.contains(context) {
        for key in binding.keys {
          let before = seen.updateValue(binding.help.english, forKey: key)
          #expect(before == nil, "\(key) in \(context): \(before ?? "") and \(binding.help.english)")
        }
      }
    }
  }

  @Test func bothLanguagesSayEverything() {
    for binding in KeyMap.standard.bindings {
      #expect(!binding.help.english.isEmpty && !binding.help.french.isEmpty)
    }
    for section in KeyMap.standard.sections { #expect(!section.title.english.isEmpty && !section.title.french.isEmpty) }
  }

  @Test func namesOfKeysDiffer() {
    for language in Language.allCases {
      let keys = Set(KeyMap.standard.bindings.flatMap(\.keys))
      #expect(Set(keys.map { $0.name(language) }).count == keys.count)
    }
  }

  @Test func noBindingOnALineTakesALetter() {
    for binding in KeyMap.standard.bindings where !binding.contexts.isDisjoint(with: Context.lines) {
      for case .character(let letter) in binding.keys {
        // No word of a query has a question mark, and no field begins with one.
        if binding.action == .queryForm, letter == "?" { continue }
        Issue.record("\(letter) cannot be searched for")
      }
    }
  }

  @Test func documentationIsTheTable() throws {
    let path = #filePath.replacing("Tests/ReaderTests/KeyTests.swift", with: "docs/keys.md")
    let made = keyReference(.english) + "\n" + keyReference(.french)
    // To write the page anew after a change of the table: SUITOR_WRITE_DOCS=1 swift test --filter KeyTests
    if ProcessInfo.processInfo.environment["SUITOR_WRITE_DOCS"] != nil {
      try made.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOfFile: path, encoding: .utf8)
    let (old, new) = (written.split(separator: "\n"), made.split(separator: "\n"))
    let gone = old.filter { !new.contains($0) }.map { "- \($0)" }
    let added = new.filter { !old.contains($0) }.map { "+ \($0)" }
    #expect(written == made, "docs/keys.md is not what the table says:\n\((gone + added).joined(separator: "\n"))")
  }
}
