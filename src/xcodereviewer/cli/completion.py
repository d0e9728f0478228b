"""`xcr completion`: what a shell needs to complete our commands and options."""

import os

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ZshComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from xcodereviewer.cli.commands import ASKED_BY_A_SHELL

__all__ = ["command", "register"]

SHELLS = ("bash", "zsh", "fish")


@click.command(name="completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL: `source <(xcr completion bash)`."""
    register()
    completion = get_completion_class(shell)
    if completion is not None:
        click.echo(completion(context.find_root().command, {}, "xcr", ASKED_BY_A_SHELL).source())


def register() -> None:
    """Have click answer the shells in our way: it knows no value that begins with `FORMAT=`."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)


class _Bash(BashComplete):
    # Readline breaks words at `=`, so we are given the line as it stands, and answer with what follows the last `=`.
    source_template = """\
%(complete_func)s() {
    local response type value
    response=$(COMP_LINE="${COMP_LINE:0:COMP_POINT}" %(complete_var)s=bash_complete "$1" 2>/dev/null)
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            file) compopt -o default ;;
            dir) compopt -o dirnames ;;
            plain)
                COMPREPLY+=("$value")
                [[ $value == *= ]] && compopt -o nospace
                ;;
        esac
    done <<< "$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s xcodereviewer
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being written, and that."""
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)
        incomplete = words.pop() if words and not line[-1:].isspace() else ""
        self._given = incomplete.rpartition("=")[1]
        return words[1:], incomplete

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return `TYPE,VALUE`."""
        value = item.value
        if self._given and not value.endswith("="):
            value = value.rpartition("=")[2]
        return f"{item.type},{value}"


class _Zsh(ZshComplete):
    source_template = """\
#compdef %(prog_name)s xcodereviewer
%(complete_func)s() {
    local -a response plain open described
    local type value help
    response=("${(@f)$(COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \\
%(complete_var)s=zsh_complete $words[1] 2>/dev/null)}")
    for type value help in ${response}; do
        case $type in
            file) compset -P '*='; _files ;;
            dir) compset -P '*='; _files -/ ;;
            plain)
                if [[ $value == *= ]]; then open+=("$value")
                elif [[ $help == _ ]]; then plain+=("$value")
                else described+=("$value:$help")
                fi
                ;;
        esac
    done
    (( $#described )) && _describe -V xcr described
    (( $#plain )) && compadd -V xcr -a plain
    (( $#open )) && compadd -S '' -V xcr -a open
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s xcodereviewer
fi
"""


class _Fish(FishComplete):
    source_template = """\
function %(complete_func)s
    set -l word (commandline -ct)
    set -l lead (string match -r '^.*=' -- $word)
    set -l name (string replace -r '^.*=' '' -- $word)
    for answer in (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD="$word" \\
%(prog_name)s 2>/dev/null)
        set -l told (string split --max 1 "," -- $answer)
        switch $told[1]
            case file
                for path in (__fish_complete_path "$name")
                    echo "$lead$path"
                end
            case dir
                for path in (__fish_complete_directories "$name")
                    echo "$lead$path"
                end
            case plain
                echo $told[2]
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
complete --no-files --command xcodereviewer --arguments "(%(complete_func)s)"
"""
