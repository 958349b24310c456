import Foundation
import Testing

/// Terminfo descriptions of terminals that the system's own collection often lacks, with what the reader asks of one.
///
/// Written from what these terminals document: what their keys send and what they answer to. The names end in `-ours`, so
/// that no description of the system's can stand in for them.
enum TerminalEntries {
  static let names = ["foot-ours", "kitty-ours", "alacritty-ours"]

  /// What the three agree on, as all that follow xterm do.
  private static let common = """
    am, bce, km, mir, msgr, xenl, cols#80, lines#24, it#8, colors#256, pairs#65536,
    bel=^G, cr=\\r, ind=\\n, ri=\\EM, cub1=^H, cud1=\\n, cuf1=\\E[C, cuu1=\\E[A, ht=^I,
    cub=\\E[%p1%dD, cud=\\E[%p1%dB, cuf=\\E[%p1%dC, cuu=\\E[%p1%dA, cup=\\E[%i%p1%d;%p2%dH, home=\\E[H,
    hpa=\\E[%i%p1%dG, vpa=\\E[%i%p1%dd, clear=\\E[H\\E[2J, ed=\\E[J, el=\\E[K, el1=\\E[1K, ech=\\E[%p1%dX,
    dch=\\E[%p1%dP, dch1=\\E[P, ich=\\E[%p1%d@, dl=\\E[%p1%dM, dl1=\\E[M, il=\\E[%p1%dL, il1=\\E[L,
    csr=\\E[%i%p1%d;%p2%dr, sc=\\E7, rc=\\E8, smcup=\\E[?1049h, rmcup=\\E[?1049l, smkx=\\E[?1h\\E=, rmkx=\\E[?1l\\E>,
    bold=\\E[1m, dim=\\E[2m, sitm=\\E[3m, ritm=\\E[23m, smul=\\E[4m, rmul=\\E[24m, rev=\\E[7m, smso=\\E[7m, rmso=\\E[27m,
    op=\\E[39;49m,
    setaf=\\E[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m,
    setab=\\E[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m,
    kcuu1=\\EOA, kcud1=\\EOB, kcuf1=\\EOC, kcub1=\\EOD, khome=\\EOH, kend=\\EOF, kpp=\\E[5~, knp=\\E[6~,
    kcbt=\\E[Z, kdch1=\\E[3~, kf1=\\EOP, kbs=\\177,
    """

  /// Where they differ: how attributes end, whether the cursor is only shown or made steady too, and the mouse.
  private static let own = [
    "civis=\\E[?25l, cnorm=\\E[?12l\\E[?25h, sgr0=\\E(B\\E[m, kmous=\\E[<, BE=\\E[?2004h, BD=\\E[?2004l,",
    "civis=\\E[?25l, cnorm=\\E[?12h\\E[?25h, sgr0=\\E(B\\E[m, kmous=\\E[M,",
    "civis=\\E[?25l, cnorm=\\E[?12l\\E[?25h, sgr0=\\E(B\\E[m, kmous=\\E[M, rep=%p1%c\\E[%p2%{1}%-%db,",
  ]

  /// Compiles the descriptions into a folder of `scratch` and returns it.
  static func compile(into scratch: Scratch) throws -> String {
    let source = zip(names, own).map { name, own in
      let lines = (common + "\n" + own).split(separator: "\n").map { "\t\($0)\n" }.joined()
      return "\(name)|a terminal under test,\n\(lines)"
    }.joined()
    let path = try scratch.write("entries.ti", source)
    let folder = scratch.path("terminfo")
    let result = try Program.run(
      "-x", "-o", folder, path, environment: ["PATH": "/usr/bin:/bin"], program: "/usr/bin/tic")
    try #require(result.code == 0, "\(result.errors)")
    return folder
  }
}
