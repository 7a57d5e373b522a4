"""`cvlint completion`: what makes a shell complete commands and options."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes SHELL complete cvlint's commands and options.

    bash: eval "$(cvlint completion bash)" in ~/.bashrc; zsh likewise in ~/.zshrc;
    fish: cvlint completion fish > ~/.config/fish/completions/cvlint.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:
        raise click.ClickException(f"there is no completion for {shell}.")
    click.echo(made(context.find_root().command, {}, "cvlint", "_CVLINT_COMPLETE").source())
