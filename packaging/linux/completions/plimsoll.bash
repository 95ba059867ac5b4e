# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Bash completion for plimsoll. Commands, options and names are asked of the program, so that they are always its own.

_plimsoll_ids() { # _plimsoll_ids PROGRAM models|gpus|formats|engines
    "$1" catalog "$2" 2>/dev/null | sed -E 's/ .*//'
}

_plimsoll_values() { # _plimsoll_values PROGRAM OPTION-OR-ARGUMENT VALUE TEXT: the words for it; FILES for files
    case $2 in
    --chart | --page | --table) sed -E 's/^.*: //; s/;.*//; s/, /\n/g' <<<"$4" ;;
    --model) _plimsoll_ids "$1" models; printf 'FILES\n' ;;
    MODEL*) _plimsoll_ids "$1" models ;;
    --gpu) _plimsoll_ids "$1" gpus ;;
    --weights) printf 'native\n'; _plimsoll_ids "$1" formats ;;
    --kv-cache) printf 'auto\n'; _plimsoll_ids "$1" formats ;;
    --engine) _plimsoll_ids "$1" engines ;;
    --engine-option) "$1" catalog engines --json 2>/dev/null | grep -oE '"key":"[^"]*"' | sed -E 's/.*:"(.*)"/\1=/' ;;
    *)
        case $3 in
        *FILE* | *FOLDER* | *PLAN* | *OUT* | *PATH* | *LOG*) printf 'FILES\n' ;;
        *'|'*) tr '|' '\n' <<<"$3" ;;
        esac ;;
    esac
}

_plimsoll_help() { # _plimsoll_help PROGRAM COMMAND: of the window where the command is empty
    if [ -n "$2" ]; then "$1" "$2" --help; else "$1" --theme light --help; fi 2>/dev/null
}

_plimsoll() {
    local program=${1/#\~/$HOME} cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local commands command='' help value words prefix=''
    COMPREPLY=()

    # Readline takes "--option=value" apart at the sign.
    if [ "$prev" = = ]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    elif [ "$cur" = = ]; then
        cur=''
    fi
    commands=$("$program" --help 2>/dev/null | sed -nE 's/^ +plimsoll ([a-z]+).*/\1/p')
    if [ "$COMP_CWORD" -gt 1 ] && grep -qxF -e "${COMP_WORDS[1]}" <<<"$commands"; then
        command=${COMP_WORDS[1]}
    elif [ "$COMP_CWORD" -gt 1 ] && [ "${COMP_WORDS[1]}" = help ]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
        return
    fi
    help=$(_plimsoll_help "$program" "$command")

    if [[ $prev == --* ]] && value=$(grep -E -m 1 "^ +$prev [^ ]" <<<"$help"); then
        value=${value#*"$prev "}
        words=$(_plimsoll_values "$program" "$prev" "${value%%  *}" "${value##*  }")
        if [ "$prev" = --kv-cache ] && [[ $cur == *,* ]]; then
            prefix=${cur%,*},
            cur=${cur##*,}
        fi
    elif [[ $cur == -* ]]; then
        words=$(sed -nE 's/^ +(--[a-z-]+).*/\1/p' <<<"$help")
        [ "$COMP_CWORD" -gt 1 ] || words+=$'\n--version'
    elif [ "$COMP_CWORD" = 1 ]; then
        words=$commands$'\nhelp\nFILES'
    elif [[ $prev == [:@] || $cur == [:@] ]]; then
        return
    else
        value=$(sed -nE '1s/^.*plimsoll( [a-z]+)? ([^ ]+).*/\2/p' <<<"$help")
        words=$(_plimsoll_values "$program" "$value" "$value")
    fi

    mapfile -t COMPREPLY < <(compgen -P "$prefix" -W "${words//FILES/}" -- "$cur")
    if [[ $words == *FILES* ]]; then
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$cur")
        compopt -o filenames 2>/dev/null
    fi
    [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
}

complete -F _plimsoll plimsoll
