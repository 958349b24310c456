/// A spelling of a verb and what it tells.
struct VerbForm: Hashable {
  var spelling: String
  var traits: Traits
  var form: CueEntry.Form

  init(_ spelling: String, _ traits: Traits, _ form: CueEntry.Form) {
    self.spelling = spelling
    self.traits = traits
    self.form = form
  }
}
