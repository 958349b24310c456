import Stories

/// What shells complete a command line of this program with, made of the tables that parse it.
enum Completions {
  /// What may stand for an option's value.
  private enum Values: Equatable {
    case words([String])
    case files, folders
    case anything
  }

  /// What may stand for the value of `row` in `command`.
  private static func values(of row: OptionRow, in command: Options.Command) -> Values {
    switch row.name {
    case .format: .words(command.formats.map(\.rawValue))
    case .certainty: .words(Claim.Certainty.allCases.map(\.rawValue))
    // A query knows a stage by any of its words, and one word needs no quotes.
    case .stage: .words(Stage.allCases.map { $0.rawValue.split(separator: " ").last.map(String.init) ?? "" })
    case .copyTo, .filesFrom: .files
    case .output: .folders
    default:
      row.value.map { $0.contains("|") ? .words($0.split(separator: "|").map(String.init)) : .anything } ?? .anything
    }
  }

  private static let commands = Options.Command.allCases.filter { $0 != .read }

  private static func rows(_ command: Options.Command) -> [OptionRow] {
    OptionRow.all.filter { $0.commands.contains(command) }
  }

  private static let head = "made from the program's own tables; see Tests/CommandTests/ManualTests.swift"

  // MARK: bash

  /// The script for bash.
  static var bash: String {
    var text = """
      # Completions of suitor for bash, \(head).

      _suitor() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= index
        # bash takes the = of an option for a word of its own.
        if [[ $word == = ]]; then
          word=
        elif [[ $before == = ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((index = 1; index < COMP_CWORD; index++)); do
          case ${COMP_WORDS[index]} in
            \(commands.map(\.rawValue).joined(separator: "|"))) command=${COMP_WORDS[index]}; break ;;
          esac
        done
        COMPREPLY=()
        case $command:$before in

      """
    for command in Options.Command.allCases {
      for row in rows(command) where row.value != nil {
        let names = ([row.spelled] + (row.letter.map { ["-\($0)"] } ?? [])).map { "\(command.rawValue):\($0)" }
        let answer =
          switch values(of: row, in: command) {
          case .words(let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
          case .files: "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))"
          case .folders: "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))"
          case .anything: ":"
          }
        text += "    \(names.joined(separator: "|"))) \(answer); return ;;\n"
      }
    }
    text += "  esac\n  if [[ $word == -* ]]; then\n    case $command in\n"
    for command in Options.Command.allCases {
      let names = rows(command).map { $0.spelled + ($0.value == nil ? "" : "=") }.joined(separator: " ")
      text += "      '\(command.rawValue)') COMPREPLY=($(compgen -W '\(names)' -- \"$word\")) ;;\n"
    }
    text += """
          esac
          [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
          return
        fi
        compopt -o filenames
        COMPREPLY=($(compgen -f -- "$word"))
        [[ -z $command ]] && COMPREPLY+=($(compgen -W '\(commands.map(\.rawValue).joined(separator: " "))' -- "$word"))
      }

      complete -F _suitor suitor

      """
    return text
  }

  // MARK: zsh

  /// The script for zsh: the file `_suitor` of a folder of `fpath`.
  static var zsh: String {
    var text = """
      #compdef suitor
      # Completions of suitor for zsh, \(head).

      local command word
      local -a options commands
      for word in $words[2,CURRENT-1]; do
        case $word in
          \(commands.map(\.rawValue).joined(separator: "|"))) command=$word; break ;;
        esac
      done
      commands=(

      """
    for command in commands { text += "  '\(command.rawValue):\(zshQuoted(command.help.english))'\n" }
    text += ")\ncase $command in\n"
    for command in Options.Command.allCases {
      text += "  '\(command.rawValue)') options=(\n"
      for row in rows(command) { text += "    \(zshOption(row, command))\n" }
      text += "  ) ;;\n"
    }
    text += """
      esac

      _suitor_words() {
        if [[ -z $command ]]; then _describe -t commands command commands; fi
        _files
      }
      _arguments -s -S $options '*:path:_suitor_words'

      """
    return text
  }

  private static func zshOption(_ row: OptionRow, _ command: Options.Command) -> String {
    let help = "[\(zshQuoted(row.help.english))]"
    var value = ""
    if let name = row.value {
      let choice =
        switch values(of: row, in: command) {
        case .words(let words): "(\(words.joined(separator: " ")))"
        case .files: "_files"
        case .folders: "_files -/"
        case .anything: " "
        }
      value = ":\(zshQuoted(name)):\(choice)"
    }
    let long = row.spelled + (row.value == nil ? "" : "=")
    // A filter may be given more than once: all that is asked for must hold.
    let many = row.field != nil || row.name == .query ? "\\*" : ""
    guard let letter = row.letter else { return (many.isEmpty ? "" : "'*'") + "'\(long)\(help)\(value)'" }
    let short = "-\(letter)" + (row.value == nil ? "" : "+")
    let exclusion = many.isEmpty ? "'(-\(letter) \(row.spelled))'" : "'*'"
    return "\(exclusion){\(short),\(long)}'\(help)\(value)'"
  }

  private static func zshQuoted(_ words: String) -> String {
    words.reduce(into: "") { quoted, letter in
      if ":[]\\".contains(letter) { quoted += "\\" }
      quoted += letter == "'" ? "'\\''" : String(letter)
    }
  }

  // MARK: fish

  /// The script for fish.
  static var fish: String {
    let names = commands.map(\.rawValue).joined(separator: " ")
    var text = """
      # Completions of suitor for fish, \(head).

      function __suitor_is
          # Whether the command of this line is among those that are named; "read" is that of a line without one.
          set -l command read
          for word in (commandline -opc)[2..-1]
              if contains -- $word \(names)
                  set command $word
                  break
              end
          end
          contains -- $command $argv
      end


      """
    for command in commands {
      text +=
        "complete -c suitor -n '__suitor_is read' -a \(command.rawValue) -d \(fishQuoted(command.help.english))\n"
    }
    for row in OptionRow.all {
      // Where all commands know the same values, one line is enough.
      var groups: [(values: Values, commands: [Options.Command])] = []
      for command in row.commands {
        let values = values(of: row, in: command)
        if let place = groups.firstIndex(where: { $0.values == values }) {
          groups[place].commands.append(command)
        } else {
          groups.append((values, [command]))
        }
      }
      for group in groups {
        let isEverywhere = group.commands.count == Options.Command.allCases.count
        let condition = group.commands.map { $0 == .read ? "read" : $0.rawValue }.joined(separator: " ")
        var line = "complete -c suitor" + (isEverywhere ? "" : " -n '__suitor_is \(condition)'")
        if let letter = row.letter { line += " -s \(letter)" }
        line += " -l \(row.long)"
        if row.value != nil {
          switch group.values {
          case .words(let words): line += " -x -a '\(words.joined(separator: " "))'"
          case .files: line += " -r -F"
          case .folders: line += " -x -a '(__fish_complete_directories)'"
          case .anything: line += " -x"
          }
        }
        text += line + " -d \(fishQuoted(row.help.english))\n"
      }
    }
    return text
  }

  private static func fishQuoted(_ words: String) -> String {
    "'" + words.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
