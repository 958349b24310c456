import Display
import Foundation
import Testing

@testable import Reader

/// The tutor in a real terminal, and who is told of it.
@Suite("Tutor in a terminal", .serialized, .enabled(if: Tmux.program != nil, Tmux.missing)) struct TutorSessionTests {
  @Test("it is done, left and gone, and the terminal is as it was")
  func session() throws {
    let tmux = try Tmux(columns: 80, rows: 24)
    try tmux.shell("suitor --tutor; echo \"code=$?\"")
    try tmux.expect("Tutor 1/\(TutorStep.all.count)")
    try tmux.expect("1/3")
    try tmux.type("]")
    try tmux.expect("Tutor 2/\(TutorStep.all.count)  1: done")
    try tmux.resize(columns: 40, rows: 12)
    try tmux.expect("the strip of a small screen") {
      $0.split(separator: "\n", omittingEmptySubsequences: false)[8].hasPrefix(" Tutor 2/")
    }
    try tmux.resize(columns: 80, rows: 24)
    try tmux.expect("the strip of a usual screen") {
      $0.split(separator: "\n", omittingEmptySubsequences: false)[19].hasPrefix(" Tutor 2/")
    }
    try tmux.press(.function(2))
    try tmux.expect("Tutor 3/\(TutorStep.all.count)")
    try tmux.press(.function(3))
    try tmux.expect("Tutor 2/\(TutorStep.all.count)")
    try tmux.press(.function(4))
    try tmux.expect("the reader alone") { $0.contains("The tutor is closed") && !$0.contains("Tutor 2/") }
    try tmux.type("q")
    try tmux.expect("code=0\n")
  }

  @Test("who comes for the first time is told of it once, and who has settings is not")
  func invitation() throws {
    let invitation = TutorPhrase.invitation[.english]
    let tmux = try Tmux(columns: 100, rows: 24)
    try tmux.scratch.write("a.txt")
    try tmux.scratch.write("other/.config/suitor/config", "theme dark\n")
    let home = tmux.scratch.url.path
    for (folder, isTold) in [("home", true), ("home", false), ("other", false)] {
      try tmux.type("clear; cd \(home); HOME=$PWD/\(folder) \(Program.path) a.txt; echo \"code=$?\"\n")
      try tmux.expect("\(folder), told: \(isTold)") {
        $0.contains("claim 1/1") && $0.contains(invitation) == isTold && $0.contains("? keys") == !isTold
      }
      try tmux.type("q")
      try tmux.expect("code=0\n")
    }
  }
}
