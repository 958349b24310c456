// swift-tools-version: 6.0
import PackageDescription

// The static archives: the release binary must run on a server that has no ncurses of its own beside it.
let ncurses: [LinkerSetting] = [
  .linkedLibrary(":libpanelw.a"), .linkedLibrary(":libncursesw.a"), .linkedLibrary(":libtinfo.a"),
]

// What opens documents, as archives for the same reason. GMime is a shared library in debug builds; in release builds it is an
// archive, and so must be all that it stands on.
let openers: [LinkerSetting] =
  [
    ":libgumbo.a", ":libcmark.a", ":libexpat.a", ":libarchive.a", ":libnettle.a", ":liblzma.a", ":libzstd.a",
    ":libbz2.a", ":libz.a",
  ].map { .linkedLibrary($0) }
let mailers: [LinkerSetting] =
  ["gmime-3.0", "gio-2.0", "gobject-2.0", "glib-2.0"].map { .linkedLibrary($0) }
  + [
    "gmodule-2.0", "pcre2-8", "ffi", "gpgme", "assuan", "gpg-error", "idn2", "unistring", "resolv", "selinux", "sepol",
  ].map { .linkedLibrary($0, .when(configuration: .release)) }

// Where Debian keeps the headers of GMime and GLib; pkg-config would name them too, with flags that SwiftPM warns of.
let mailHeaders: [CSetting] = [
  .unsafeFlags(
    ["gmime-3.0", "glib-2.0"].map { "-I/usr/include/\($0)" }
      + ["x86_64", "aarch64"].map { "-I/usr/lib/\($0)-linux-gnu/glib-2.0/include" })
]

// The programs hold the whole Swift runtime and C library: one file that runs anywhere, and starts in a millisecond.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-use-ld=lld", "-Xlinker", "\(Context.packageDirectory)/Sources/CMail/late.ld"],
    .when(configuration: .release))
]

let package = Package(
  name: "suitor",
  products: [
    .executable(name: "suitor", targets: ["suitor"])
  ],
  targets: [
    // Floor 0: each knows nothing of the others.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(name: "CProcessor"),
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CGumbo"),
    .target(name: "CMail", exclude: ["late.ld"], cSettings: mailHeaders, linkerSettings: mailers),
    .target(name: "BuiltIn"),
    .target(name: "Stories"),
    .target(name: "Display"),
    // Floor 1.
    .target(name: "Reading", dependencies: ["Stories", "CProcessor"]),
    .target(name: "Notebook", dependencies: ["Stories"]),
    .target(name: "Search", dependencies: ["Stories"]),
    .target(
      name: "Documents", dependencies: ["Stories", "CGumbo", "CCmark", "CExpat", "CArchive", "CMail"],
      linkerSettings: openers),
    .target(name: "Terminal", dependencies: ["Display", "CNcurses"], linkerSettings: ncurses),
    .target(name: "Reader", dependencies: ["Stories", "Deals", "Display", "Notebook", "Search"]),
    .target(name: "Export", dependencies: ["Stories", "Deals", "Display"]),
    .target(name: "Labelled", dependencies: ["Stories"]),
    .target(name: "Deals", dependencies: ["Stories"]),
    // Floor 2: the programs.
    .executableTarget(
      name: "suitor",
      dependencies: [
        "BuiltIn", "CSystem", "Stories", "Deals", "Display", "Documents", "Notebook", "Reading", "Search", "Terminal",
        "Reader", "Export",
      ],
      linkerSettings: standalone),
    .executableTarget(
      name: "suitor-train", dependencies: ["Stories", "Reading", "Labelled"],
      // The other linker warns of a function that Foundation's archive holds and nobody calls.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(configuration: .release))]),
    .executableTarget(name: "suitor-lexicon", dependencies: ["Stories", "Reading"]),
    .executableTarget(
      name: "suitor-bench",
      dependencies: [
        "BuiltIn", "CSystem", "Stories", "Display", "Documents", "Reading", "Search", "Reader", "suitor",
      ],
      linkerSettings: standalone),
    .executableTarget(name: "suitor-score", dependencies: ["Stories", "Labelled", "Reading"]),

    // What tests of several modules share: hostile text, a pseudo-terminal, a model of a screen.
    .target(name: "TestSupport", dependencies: ["Display"], path: "Tests/TestSupport"),
    .testTarget(name: "StoriesTests", dependencies: ["Stories"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Stories"], exclude: ["Found", "Pages"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "Stories"]),
    .testTarget(name: "DisplayTests", dependencies: ["Display", "TestSupport"]),
    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Stories", "BuiltIn"]),
    .testTarget(name: "SearchTests", dependencies: ["Search", "Reading", "Stories", "BuiltIn"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Display", "Reader", "Notebook", "Reading", "Stories", "BuiltIn", "TestSupport"]),
    .testTarget(
      name: "ReaderTests", dependencies: ["Reader", "Deals", "Notebook", "Stories", "Display", "TestSupport"]),
    .testTarget(name: "ExportTests", dependencies: ["Export", "Stories"]),
    .testTarget(name: "DealsTests", dependencies: ["Deals", "Stories", "Reading", "BuiltIn"]),
    .testTarget(name: "LabelledTests", dependencies: ["Labelled", "Stories"]),
    .testTarget(name: "ScoreTests", dependencies: ["suitor-score", "Labelled", "Stories"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["suitor", "Export", "Notebook", "Reader", "Stories", "Display", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// What runs often is compiled for speed and laid out side by side, and what hardly ever runs is kept out of its way. The
// compiler knows by counts of runs on the stories that come with the program: reading takes an eighth less time. `make
// profile` counts anew. The driver of Swift 6.3 does not hand these flags on by itself, and older compilers do not know the
// form of the counts. Types are asked for by calls: to look them up by their names takes an eighth of the first frame.
#if compiler(>=6.3)
  let isCounted = Context.environment["SUITOR_PROFILE"] != nil
  for target in package.targets where target.type == .regular || target.type == .executable {
    let flag =
      isCounted ? "-ir-profile-generate" : "-ir-profile-use=\(Context.packageDirectory)/.packaging/suitor.profdata"
    target.swiftSettings = [
      .unsafeFlags(
        [flag, "-function-sections", "-disable-concrete-type-metadata-mangled-name-accessors"].flatMap {
          ["-Xfrontend", $0]
        }, .when(configuration: .release))
    ]
    // Has the linker add what writes the counts.
    if isCounted, target.name == "suitor" { target.linkerSettings?.append(.unsafeFlags(["-profile-generate"])) }
    // What calls each other lies side by side: a story runs through more code than the processor keeps at hand. Not all that
    // was counted is in each program.
    if !isCounted, ["suitor", "suitor-bench"].contains(target.name) {
      let order = [
        "--call-graph-ordering-file=\(Context.packageDirectory)/.packaging/suitor.calls",
        "--call-graph-profile-sort=cdsort", "--no-warn-symbol-ordering",
      ]
      target.linkerSettings?.append(
        .unsafeFlags(order.flatMap { ["-Xlinker", $0] }, .when(configuration: .release)))
    }
  }
#endif

// Tries the readers of documents with what libFuzzer makes up; see docs/fuzzing.md. It needs flags that no other
// program is built with.
if Context.environment["SUITOR_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "suitor-fuzz", dependencies: ["Documents", "Stories"],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"]), .linkedLibrary("m")]))
}
