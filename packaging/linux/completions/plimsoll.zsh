#compdef plimsoll
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Zsh completion for plimsoll. Commands, options and names are asked of the program, so that they are always its own.

_plimsoll_ids() { # _plimsoll_ids [OPTIONS-OF-COMPADD...] models|gpus|formats|engines
    local kind=${@[-1]}
    local -a ids=(${(f)"$(_call_program plimsoll-$kind $program catalog $kind 2>/dev/null)"})
    compadd "${@[1,-2]}" -M 'm:{a-zA-Z}={A-Za-z}' -- ${ids%% *}
}

_plimsoll_engine_options() {
    local -a found=(${(f)"$(_call_program plimsoll-options $program catalog engines --json 2>/dev/null |
        grep -oE '"key":"[^"]*"')"})
    compadd "$@" -S '=' -- ${${found#*:\"}%\"}
}

# The action of _arguments for an option or an argument, and the name of its value.
_plimsoll_action() { # _plimsoll_action OPTION-OR-ARGUMENT VALUE TEXT
    case $1 in
    --chart | --page | --table) print "(${${${3%%;*}##*: }//,/})" ;;
    --model | MODEL) print '_plimsoll_ids models' ;;
    --gpu) print '_plimsoll_ids gpus' ;;
    --weights | --kv-cache) print '_plimsoll_ids formats' ;;
    --engine) print '_plimsoll_ids engines' ;;
    --engine-option) print '_plimsoll_engine_options' ;;
    *)
        case $2 in
        *FILE* | *FOLDER* | *PLAN* | *OUT* | *PATH* | *LOG*) print '_files' ;;
        *'|'*) print "(${2//|/ })" ;;
        *) print ' ' ;;
        esac ;;
    esac
}

_plimsoll_options() { # _plimsoll_options [COMMAND]
    local -a lines specs match
    local line value
    lines=(${(f)"$($program ${1:---theme light} --help 2>/dev/null)"})
    for line in $lines; do
        [[ $line =~ '^ +(--[a-z-]+)( [^ ]+)?  +(.*)$' ]] || continue
        local option=$match[1] text=${${match[3]//\[/\\[}//\]/\\]}
        value=${match[2]# }
        if [[ -n $value ]]; then
            specs+=("*${option}=[${text//:/\\:}]:${value//:/\\:}:$(_plimsoll_action $option $value $match[3])")
        else
            specs+=("${option}[${text//:/\\:}]")
        fi
    done
    value=${${${lines[1]#*plimsoll }#$1 }%% *}
    [[ $value == '['* && -n $1 ]] || specs+=("::${value//:/\\:}:$(_plimsoll_action $value $value)")
    _arguments -S $specs
}

_plimsoll() {
    local program=${(Q)words[1]/#\~/$HOME}
    local -a lines=(${(f)"$($program --help 2>/dev/null)"}) commands match
    local line
    for line in $lines; do
        [[ $line =~ '^ +plimsoll ([a-z]+)[^ ]*( [^ ]+)*  +(.*)$' ]] && commands+=("$match[1]:$match[3]")
    done
    if (( CURRENT == 2 )); then
        _alternative 'commands:command:(( ${commands//(#m)[()\\]/\\$MATCH} help\:options\ of\ a\ command ))' 'files:plan:_files'
        [[ $PREFIX == -* ]] && _plimsoll_options && compadd -- --version
        return
    fi
    if [[ $words[2] == help ]]; then
        _describe command commands
    elif [[ -n ${commands[(r)$words[2]:*]} ]]; then
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        _plimsoll_options $command
    else
        _plimsoll_options
    fi
}

_plimsoll "$@"
