import Foundation
import Testing

/// What `make install` puts where, and that `make uninstall` takes it away; `.packaging/check` tries the Debian package.
@Suite(
  "Installing",
  .enabled(
    if: Outsider("make") != nil && Outsider("gzip") != nil && Outsider("git") != nil,
    "skipped: make, gzip or git is not installed")
) struct InstallTests {
  private static let package = #filePath.replacing("Tests/CommandTests/InstallTests.swift", with: "")

  /// The files below `folder`, by their paths in it.
  private func files(_ folder: String) throws -> Set<String> {
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Set(
      all.filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
          && !isFolder.boolValue
      })
  }

  /// Runs make with a program that is as good as any other, and that it does not have to build.
  private func make(_ target: String, _ scratch: Scratch) throws {
    let program = try scratch.write("program", "#!/bin/sh\n")
    let result = try #require(Outsider("make")).run(
      "--no-print-directory", "-s", "-C", Self.package, target, "BINARY=\(program)", "DESTDIR=\(scratch.path("root"))",
      "PREFIX=/opt/suitor")
    #expect(result.code == 0 && result.errors == "" && result.output == "", "\(result.output)\(result.errors)")
  }

  @Test("make install puts each file where it is looked for, and make uninstall takes all of them away")
  func install() throws {
    let scratch = try Scratch()
    try make("install", scratch)
    let prefix = scratch.path("root/opt/suitor")
    let found = try files(prefix)
    for path in [
      "bin/suitor", "share/man/man1/suitor.1.gz", "share/man/man5/suitor-config.5.gz", "share/man/fr/man1/suitor.1.gz",
      "share/man/fr/man5/suitor-config.5.gz", "share/bash-completion/completions/suitor",
      "share/zsh/site-functions/_suitor", "share/fish/vendor_completions.d/suitor.fish", "share/doc/suitor/README.md",
      "share/doc/suitor/Data/lexicon/fr/verbs.txt",
    ] { #expect(found.contains(path), "\(path)") }
    #expect(FileManager.default.isExecutableFile(atPath: "\(prefix)/bin/suitor"))
    let shipped = try files(Self.package + "Data/stories").filter { $0.hasSuffix(".txt") }
    #expect(Set(found.filter { $0.hasPrefix("share/suitor/") }) == Set(shipped.map { "share/suitor/stories/\($0)" }))
    for page in ["man1/suitor.1", "fr/man5/suitor-config.5"] {
      let kept = try String(
        contentsOfFile: Self.package + "docs/man/" + page.replacing(#/man[15]\//#, with: ""), encoding: .utf8)
      let unpacked = try #require(Outsider("gzip")).run("-dc", "\(prefix)/share/man/\(page).gz").output
      #expect(unpacked == kept, "\(page)")
    }

    try make("uninstall", scratch)
    #expect(try files(scratch.path("root")) == [])
  }

  @Test("the links of the README that lead to what is installed lead there from where it is installed too")
  func links() throws {
    let scratch = try Scratch()
    try make("install", scratch)
    let folder = scratch.path("root/opt/suitor/share/doc/suitor") + "/"
    let readme = try String(contentsOfFile: folder + "README.md", encoding: .utf8)
    let links = readme.matches(of: #/\]\(((docs|Data/lexicon|Data/stories)[^)#]*)\)/#).map { String($0.output.1) }
    #expect(links.count > 10)
    for link in links { #expect(FileManager.default.fileExists(atPath: folder + link), "\(link)") }
  }
}
