import Display
import Testing

@testable import Terminal

@Suite struct PaletteTests {
  private static let inks: [Style.Ink] = [
    .plain, .muted, .accent, .border, .focusedBorder, .alert, .party(0), .party(1), .party(7), .denied, .reported,
    .uncertain, .hypothetical, .asked,
  ]
  private static let grounds: [Style.Ground] = [.plain, .lifted, .selected, .bar, .match, .currentMatch]

  @Test func theTerminalsOwnLookIsKept() {
    for depth in [Palette.Depth.mono, .eight, .many] {
      for theme in Theme.allCases {
        let look = Palette(depth: depth, scheme: ColourScheme(theme: theme)).look(of: .plain)
        #expect(look == Palette.Look(ink: -1, ground: -1, attributes: []))
      }
    }
  }

  @Test func withoutColoursNoneIsAskedForAndStrengthTells() {
    let palette = Palette(depth: .mono)
    for ink in Self.inks {
      for ground in Self.grounds {
        let look = palette.look(of: Style(ink, on: ground))
        #expect(look.ink == -1 && look.ground == -1)
      }
    }
    let looks = [Style.Ground.plain, .lifted, .match, .currentMatch].map {
      palette.look(of: Style(on: $0)).attributes.rawValue
    }
    #expect(Set(looks).count == looks.count)
    // The source and cue are underlined within the current claim, and a party's mentions are set off there and elsewhere.
    #expect(palette.look(of: Style(on: .lifted, .underline)) != palette.look(of: Style(on: .lifted)))
    #expect(palette.look(of: Style(.party(2), on: .lifted)) != palette.look(of: Style(on: .lifted)))
    #expect(palette.look(of: Style(.party(2))) != palette.look(of: .plain))
  }

  @Test func everyGroundIsItsOwnWithColours() {
    for theme in Theme.allCases {
      let looks = Self.grounds.map {
        Palette(depth: .many, scheme: ColourScheme(theme: theme)).look(of: Style(on: $0)).ground
      }
      #expect(Set(looks).count == looks.count)
    }
    let looks = Self.grounds.map { Palette(depth: .eight).look(of: Style(on: $0)) }
    #expect(Set(looks).count == looks.count)
  }

  /// Contrast by WCAG 2: 3 is the least for large and bold text and for signs, 4.5 for running text.
  @Test func everyInkCanBeReadOnItsGround() {
    let papers: [Theme: [Int]] = [
      .neutral: [0x000000, 0xFFFFFF], .dark: [0x000000, 0x1C1C1C], .light: [0xFFFFFF, 0xEEEEEE],
    ]
    for (theme, papers) in papers {
      let palette = Palette(depth: .many, scheme: ColourScheme(theme: theme))
      for ink in Self.inks {
        for ground in Self.grounds {
          let look = palette.look(of: Style(ink, on: ground))
          guard look.ink >= 0 else { continue }
          for paper in look.ground >= 0 ? [CellWriter.rgb(look.ground)] : papers {
            let contrast = Self.contrast(CellWriter.rgb(look.ink), paper)
            let least = ink == .plain ? 4.5 : 3
            #expect(contrast >= least, "\(theme) \(ink) on \(ground): \(contrast)")
          }
        }
      }
    }
  }

  @Test func anUnderlineThatColourSwallowsBecomesBold() {
    let palette = Palette(depth: .eight, clashing: [.underline, .dim])
    #expect(palette.look(of: Style(on: .lifted, .underline)).attributes == .bold)
    #expect(palette.look(of: Style(.plain, .underline)).attributes == .underline)
  }

  @Test func partiesBeyondTheHuesShareThem() {
    for depth in [Palette.Depth.mono, .eight, .many] {
      for number in [-9, -1, 0, 5, 6, 8, 1000, Int.min, Int.max] {
        _ = Palette(depth: depth).look(of: Style(.party(number)))
      }
    }
  }

  @Test func coloursOfXtermHaveTheirValues() {
    #expect([16, 231, 196, 244, 24].map(CellWriter.rgb) == [0x000000, 0xFFFFFF, 0xFF0000, 0x808080, 0x005F87])
  }

  private static func contrast(_ one: Int, _ other: Int) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ rgb: Int) -> Double {
    let parts = [rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF].map { part -> Double in
      let value = Double(part) / 255
      // The curve of sRGB, near enough with the exponent of 2.2.
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// `base` to the power of 2.4, by the square root of the square root of its powers.
  private static func power(_ base: Double) -> Double {
    let fifth = (1...60).reduce(base) { guess, _ in
      guess - (guess * guess * guess * guess * guess - base) / (5 * guess * guess * guess * guess)
    }
    return base * base * fifth * fifth
  }
}
