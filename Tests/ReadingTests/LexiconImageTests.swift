import BuiltIn
import Foundation
import Stories
import Testing

@testable import Reading

/// The compiled lexicons say what the texts say.
@Suite struct LexiconImageTests {
  @Test(arguments: Language.allCases) func isCompiledFromTheTextsAsTheyAre(language: Language) throws {
    let image = try LexiconCompiler.compile(language, file: builtIn)
    #expect(
      builtIn(LexiconCompiler.path(language)) == image, "compile the lexicons anew: swift run suitor-lexicon")
  }

  @Test(arguments: Language.allCases) func comesBackAsItWas(language: Language) throws {
    let lexicon = lexicon(language)
    let image = LexiconImage.bytes(of: lexicon)
    let again = try #require(LexiconImage.lexicon(language, in: image))
    #expect(LexiconImage.bytes(of: again) == image)
    for word in ["said", "according", "annoncé", "dit", "Reuters", "racheter", "acquired"] {
      #expect(again.info(of: word)?.traits == lexicon.info(of: word)?.traits, "\(word)")
    }
  }

  @Test func takesNothingElse() throws {
    let image = LexiconImage.bytes(of: lexicon(.english))
    #expect(LexiconImage.lexicon(.english, in: []) == nil)
    #expect(LexiconImage.lexicon(.english, in: Array("Norvane".utf8)) == nil)
    #expect(LexiconImage.lexicon(.english, in: Array(image.dropLast())) == nil)
    #expect(LexiconImage.lexicon(.english, in: image + [0]) == nil)
  }

  @Test func goesWithoutAnImage() throws {
    let reader = StoryReader(file: { $0.hasPrefix("compiled/") ? nil : builtIn($0) })
    let text = Array("Norvane Corp said it had sold the unit.".utf8)
    #expect(try reader.read(text, name: "").claims == ReadingTests.reader.read(text, name: "").claims)
  }
}
