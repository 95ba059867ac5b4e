# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fish completion for plimsoll. Commands, options and names are asked of the program, so that they are always its own.

function __plimsoll_ids --argument-names program kind
    $program catalog $kind 2>/dev/null | string replace --regex '^(\S+)\s+(.*)$' '$1\t$2'
end

# The words that may stand as the value of an option or as an argument.
function __plimsoll_values --argument-names program name value text
    switch $name
        case --chart --page --table
            string split ', ' -- (string replace --all --regex '^.*: |;.*' '' -- $text)
        case --model
            __plimsoll_ids $program models
            __fish_complete_path (commandline --current-token)
        case MODEL
            __plimsoll_ids $program models
        case --gpu
            __plimsoll_ids $program gpus
        case --weights
            printf 'native\n'
            __plimsoll_ids $program formats
        case --kv-cache
            printf 'auto\n'
            __plimsoll_ids $program formats
        case --engine
            __plimsoll_ids $program engines
        case --engine-option
            $program catalog engines --json 2>/dev/null | string match --all --regex --groups-only '"key":"([^"]*)"' |
                string replace --regex '$' '='
        case '*'
            if string match --quiet --regex 'FILE|FOLDER|PLAN|OUT|PATH|LOG' -- $value
                __fish_complete_path (commandline --current-token)
            else if string match --quiet '*|*' -- $value
                string split '|' -- $value
            end
    end
end

function __plimsoll_complete
    set --local typed (commandline --tokenize --cut-at-cursor --current-process)
    set --local current (commandline --current-token)
    set --local program $typed[1]
    set --local commands ($program --help 2>/dev/null |
        string replace --filter --regex '^ +plimsoll ([a-z]+)\b.*?  +(.*)$' '$1\t$2')
    set --local command
    if set --query typed[2]
        if test "$typed[2]" = help
            printf '%s\n' $commands
            return
        end
        string match --quiet -- "$typed[2]"\t'*' $commands
        and set command $typed[2]
    end
    set --local help ($program (test -n "$command"; and echo $command; or printf '%s\n' --theme light) --help 2>/dev/null)

    set --local option (string match --regex --groups-only '^ +('(string escape --style=regex -- $typed[-1])') (\S+)  +(.*)' $help)
    if string match --quiet -- '--*' $typed[-1]; and set --query option[2]
        __plimsoll_values $program $option
    else if string match --quiet -- '-*' $current
        string replace --filter --regex '^ +(--[a-z-]+)(?: \S+)?  +(.*)$' '$1\t$2' -- $help
        set --query typed[2]; or printf '%s\n' --version
    else if not set --query typed[2]
        printf '%s\n' $commands help
        __fish_complete_path $current
    else
        set --local value (string match --regex --groups-only 'plimsoll(?: [a-z]+)? (\S+)' $help[1])
        __plimsoll_values $program $value $value
    end
end

complete --command plimsoll --no-files --arguments '(__plimsoll_complete)'
