import BuiltIn
import Foundation
import Stories
import Testing

@testable import Reading

/// The compiled lexicons say what the texts say.
@Suite struct LexiconImageTests {
  @Test(arguments: Language.allCases) func isCompiledFromTheTextsAsTheyAre(language: Language) throws {
    let image = try LexiconCompiler.compile(language, file: builtIn)
    let isSame = builtIn(LexiconCompiler.path(language)) == image
    #expect(isSame, "compile the lexicons anew: swift run suitor-lexicon")
    let isSameModel =
      try builtIn(LexiconCompiler.modelPath(language)) == LexiconCompiler.compileModel(language, file: builtIn)
    #expect(isSameModel, "compile the model anew: swift run suitor-lexicon")
    let isSameGuess = try builtIn(LexiconCompiler.languagesPath) == LexiconCompiler.compileLanguages(file: builtIn)
    #expect(isSameGuess, "compile the words of languages anew: swift run suitor-lexicon")
  }

  @Test(arguments: Language.allCases) func comesBackAsItWas(language: Language) throws {
    let lexicon = lexicon(language)
    let image = LexiconImage.bytes(of: lexicon)
    try image.withUnsafeBytes { bytes in
      let again = try #require(LexiconImage.lexicon(language, in: bytes))
      let isSame = LexiconImage.bytes(of: again) == image
      #expect(isSame)
      for word in ["said", "according", "annoncé", "dit", "Reuters", "racheter", "acquired"] {
        #expect(again.info(of: word)?.traits == lexicon.info(of: word)?.traits, "\(word)")
      }
    }
  }

  /// An image holds what is known of a word as it lies in memory.
  @Test func layoutIsThatOfMemory() {
    #expect(MemoryLayout<WordInfo>.stride == 32)
    #expect(MemoryLayout<WordInfo>.offset(of: \.cue) == 16)
    #expect(MemoryLayout<WordInfo>.offset(of: \.stage) == 18)
    #expect(MemoryLayout<WordInfo>.offset(of: \.month) == 19)
    #expect(MemoryLayout<WordInfo>.offset(of: \.name) == 24)
  }

  @Test func takesNothingElse() throws {
    let image = LexiconImage.bytes(of: lexicon(.english))
    for bytes in [[], Array("Norvane".utf8), Array(image.dropLast()), image + [0]] {
      #expect(bytes.withUnsafeBytes { LexiconImage.lexicon(.english, in: $0) == nil })
    }
  }

  @Test func goesWithoutAnImage() throws {
    let reader = StoryReader(file: builtIn)
    let text = Array("Norvane Corp said it had sold the unit.".utf8)
    #expect(try reader.read(text, name: "").claims == ReadingTests.reader.read(text, name: "").claims)
  }
}
