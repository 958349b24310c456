import Display
import Testing

@testable import Terminal

@Suite struct ColourSchemeTests {
  @Test func inksAndGroundsAreWhatAPersonWants() {
    var scheme = ColourScheme(theme: .dark)
    for (name, colour) in [("accent", UInt8(61)), ("party-2", 200), ("muted", nil)] {
      _ = scheme.setInk(name, to: colour)
    }
    for (name, colour) in [("selected", UInt8(229)), ("bar", nil)] { _ = scheme.setGround(name, to: colour) }
    let palette = Palette(depth: .many, scheme: scheme)
    #expect(palette.look(of: Style(.accent)).ink == 61)
    #expect(palette.look(of: Style(.party(1))).ink == 200)
    // Hues repeat, and so do those that were changed.
    #expect(palette.look(of: Style(.party(9))).ink == 200)
    #expect(palette.look(of: Style(.muted)).ink == -1)
    #expect(palette.look(of: Style(on: .selected)).ground == 229)
    #expect(palette.look(of: Style(on: .bar)).ground == -1)
    // What nobody changed is the theme's.
    let theme = Palette(depth: .many, scheme: ColourScheme(theme: .dark))
    #expect(palette.look(of: Style(.denied, on: .lifted)) == theme.look(of: Style(.denied, on: .lifted)))
  }

  @Test func fewColoursTakeOnlyWhatTheyHaveAndNoneTakeNothing() {
    var scheme = ColourScheme()
    for (name, colour) in [("denied", 5), ("reported", 200)] { _ = scheme.setInk(name, to: UInt8(colour)) }
    let plain = Palette(depth: .eight)
    let palette = Palette(depth: .eight, scheme: scheme)
    #expect(palette.look(of: Style(.denied)).ink == 5)
    #expect(palette.look(of: Style(.reported)) == plain.look(of: Style(.reported)))
    #expect(Palette(depth: .mono, scheme: scheme).look(of: Style(.denied)).ink == -1)
  }

  @Test func everyNameIsKnownAndNoOther() {
    var scheme = ColourScheme()
    let inks = ColourScheme.inkNames.map { scheme.setInk($0, to: 1) }
    let grounds = ColourScheme.groundNames.map { scheme.setGround($0, to: 1) }
    #expect(inks.count == 18 && grounds.count == 5 && (inks + grounds).allSatisfy { $0 })
    let others =
      ["party-9", "party-0", "", "lifted"].map { scheme.setInk($0, to: 1) } + [scheme.setGround("accent", to: 1)]
    #expect(others.allSatisfy { !$0 })
  }

  @Test func whatWasSearchedForStandsOutWhateverItsInk() {
    var scheme = ColourScheme()
    _ = scheme.setInk("party-1", to: 222)
    let palette = Palette(depth: .many, scheme: scheme)
    #expect(palette.look(of: Style(.party(0), on: .match)).ink == 16)
  }
}
