# Completions of suitor for bash, made from the program's own tables; see Tests/CommandTests/ManualTests.swift.

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
      show|search|claims|export|timeline|text) command=${COMP_WORDS[index]}; break ;;
    esac
  done
  COMPREPLY=()
  case $command:$before in
    :--lang|:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    :--color|:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    :--theme|:-t) COMPREPLY=($(compgen -W 'auto dark light' -- "$word")); return ;;
    :--copy-to|:-y) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    :--notebook|:-k) :; return ;;
    :--min-confidence|:-n) :; return ;;
    :--files-from|:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    show:--lang|show:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    show:--color|show:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    show:--notebook|show:-k) :; return ;;
    show:--width|show:-w) :; return ;;
    show:--errors) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    show:--min-confidence|show:-n) :; return ;;
    show:--files-from|show:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    search:--lang|search:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    search:--color|search:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    search:--notebook|search:-k) :; return ;;
    search:--width|search:-w) :; return ;;
    search:--format|search:-f) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    search:--errors) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    search:--min-confidence|search:-n) :; return ;;
    search:--files-from|search:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    claims:--lang|claims:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    claims:--color|claims:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    claims:--notebook|claims:-k) :; return ;;
    claims:--format|claims:-f) COMPREPLY=($(compgen -W 'tsv jsonl csv' -- "$word")); return ;;
    claims:--party) :; return ;;
    claims:--source) :; return ;;
    claims:--certainty) COMPREPLY=($(compgen -W 'asserted denied reported uncertain hypothetical asked' -- "$word")); return ;;
    claims:--stage) COMPREPLY=($(compgen -W 'rumoured talks offered rejected agreed review approved blocked completed withdrawn' -- "$word")); return ;;
    claims:--date) :; return ;;
    claims:--query|claims:-q) :; return ;;
    claims:--errors) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    claims:--min-confidence|claims:-n) :; return ;;
    claims:--files-from|claims:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    export:--lang|export:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    export:--color|export:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    export:--notebook|export:-k) :; return ;;
    export:--format|export:-f) COMPREPLY=($(compgen -W 'jsonl csv markdown brat webannotation' -- "$word")); return ;;
    export:--output|export:-o) compopt -o filenames; COMPREPLY=($(compgen -d -- "$word")); return ;;
    export:--errors) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    export:--min-confidence|export:-n) :; return ;;
    export:--files-from|export:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    timeline:--lang|timeline:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    timeline:--color|timeline:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    timeline:--notebook|timeline:-k) :; return ;;
    timeline:--width|timeline:-w) :; return ;;
    timeline:--errors) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    timeline:--min-confidence|timeline:-n) :; return ;;
    timeline:--files-from|timeline:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    text:--lang|text:-l) COMPREPLY=($(compgen -W 'en fr' -- "$word")); return ;;
    text:--color|text:-c) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    text:--errors) COMPREPLY=($(compgen -W 'text jsonl' -- "$word")); return ;;
    text:--min-confidence|text:-n) :; return ;;
    text:--files-from|text:-F) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
      '') COMPREPLY=($(compgen -W '--lang= --color= --theme= --no-mouse --plain --tutor --copy-to= --notebook= --no-notebook --min-confidence= --files-from= --null --help --version' -- "$word")) ;;
      'show') COMPREPLY=($(compgen -W '--lang= --color= --notebook= --no-notebook --width= --errors= --min-confidence= --why --files-from= --null --help --version' -- "$word")) ;;
      'search') COMPREPLY=($(compgen -W '--lang= --color= --notebook= --no-notebook --width= --format= --errors= --min-confidence= --files-from= --null --help --version' -- "$word")) ;;
      'claims') COMPREPLY=($(compgen -W '--lang= --color= --notebook= --no-notebook --format= --party= --source= --certainty= --stage= --date= --query= --errors= --min-confidence= --files-from= --null --help --version' -- "$word")) ;;
      'export') COMPREPLY=($(compgen -W '--lang= --color= --notebook= --no-notebook --format= --output= --errors= --min-confidence= --files-from= --null --help --version' -- "$word")) ;;
      'timeline') COMPREPLY=($(compgen -W '--lang= --color= --notebook= --no-notebook --width= --errors= --min-confidence= --files-from= --null --help --version' -- "$word")) ;;
      'text') COMPREPLY=($(compgen -W '--lang= --color= --errors= --min-confidence= --files-from= --null --help --version' -- "$word")) ;;
    esac
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
    return
  fi
  compopt -o filenames
  COMPREPLY=($(compgen -f -- "$word"))
  [[ -z $command ]] && COMPREPLY+=($(compgen -W 'show search claims export timeline text' -- "$word"))
}

complete -F _suitor suitor
