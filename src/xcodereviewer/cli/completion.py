"""`xcr completion`: what a shell needs to complete our commands and options."""

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL: `source <(xcr completion bash)`."""
    completion = get_completion_class(shell)
    if completion is not None:
        click.echo(completion(context.find_root().command, {}, "xcr", "_XCR_COMPLETE").source())
