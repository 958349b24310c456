# Completions of suitor for fish, made from the program's own tables; see Tests/CommandTests/ManualTests.swift.

function __suitor_is
    # Whether the command of this line is among those that are named; "read" is that of a line without one.
    set -l command read
    for word in (commandline -opc)[2..-1]
        if contains -- $word show search claims export timeline text
            set command $word
            break
        end
    end
    contains -- $command $argv
end

complete -c suitor -n '__suitor_is read' -a show -d 'print the reading as text'
complete -c suitor -n '__suitor_is read' -a search -d 'print what the stories claim about something'
complete -c suitor -n '__suitor_is read' -a claims -d 'print claims, one a line, for grep, cut and the like'
complete -c suitor -n '__suitor_is read' -a export -d 'print the reading for other programs: JSON, CSV, Markdown, brat'
complete -c suitor -n '__suitor_is read' -a timeline -d 'print what became of each deal, across stories'
complete -c suitor -n '__suitor_is read' -a text -d 'print the text of each story, which positions in exports count in'
complete -c suitor -s l -l lang -x -a 'en fr' -d 'language of the interface (else LC_ALL, LC_MESSAGES, LANG)'
complete -c suitor -s c -l color -x -a 'auto always never' -d 'colour in the reader'
complete -c suitor -n '__suitor_is read' -s t -l theme -x -a 'auto dark light' -d 'what the terminal’s background is like'
complete -c suitor -n '__suitor_is read' -s m -l no-mouse -d 'leave the mouse to the terminal'
complete -c suitor -n '__suitor_is read' -s p -l plain -d 'no boxes or line art; what is selected is said in words (for screen readers)'
complete -c suitor -n '__suitor_is read' -l tutor -d 'learn the reader in ten minutes, on three stories that come with it'
complete -c suitor -n '__suitor_is read' -s y -l copy-to -r -F -d 'add what y copies to this file too'
complete -c suitor -n '__suitor_is read show search claims export timeline' -s k -l notebook -x -d 'keep notes and corrections in this file (else ~/.local/share/suitor/notebook)'
complete -c suitor -n '__suitor_is read show search claims export timeline' -s K -l no-notebook -d 'without notes and corrections, and keep none'
complete -c suitor -n '__suitor_is show search timeline' -s w -l width -x -d 'columns of a printed line, 20 to 1000 (else the terminal’s, or 80)'
complete -c suitor -n '__suitor_is search' -s f -l format -x -a 'text jsonl' -d 'the form of what is printed, see below'
complete -c suitor -n '__suitor_is claims' -s f -l format -x -a 'tsv jsonl csv' -d 'the form of what is printed, see below'
complete -c suitor -n '__suitor_is export' -s f -l format -x -a 'jsonl csv markdown brat webannotation' -d 'the form of what is printed, see below'
complete -c suitor -n '__suitor_is export' -s o -l output -x -a '(__fish_complete_directories)' -d 'the folder that --format=brat makes'
complete -c suitor -n '__suitor_is claims' -l party -x -d 'only claims by or about this party'
complete -c suitor -n '__suitor_is claims' -l source -x -d 'only claims that this source makes or relays'
complete -c suitor -n '__suitor_is claims' -l certainty -x -a 'asserted denied reported uncertain hypothetical asked' -d 'only claims that are so certain: denied,reported'
complete -c suitor -n '__suitor_is claims' -l stage -x -a 'rumoured talks offered rejected agreed review approved blocked completed withdrawn' -d 'only claims that put the deal there: offered'
complete -c suitor -n '__suitor_is claims' -l date -x -d 'only stories of these days: 2020-09, 2020-09-14.., ..2020'
complete -c suitor -n '__suitor_is claims' -s q -l query -x -d 'only claims that this query finds'
complete -c suitor -n '__suitor_is show search claims export timeline text' -l errors -x -a 'text jsonl' -d 'problems with stories as sentences, or JSON objects, on stderr'
complete -c suitor -s n -l min-confidence -x -d 'only claims that are so likely right, 0 to 1 (else all)'
complete -c suitor -n '__suitor_is show' -s r -l why -d 'with show: what decided about each claim'
complete -c suitor -s F -l files-from -r -F -d 'read the files and folders too that FILE names, one a line; - for stdin'
complete -c suitor -s 0 -l null -d 'with --files-from: a NUL ends each name, as find -print0 writes it'
complete -c suitor -s h -l help -d 'print this help'
complete -c suitor -s V -l version -d 'print the version'
