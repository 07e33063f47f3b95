"""The program around its commands: help, versions, what is missing, and shell completion."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys

import click
import pytest
from click.shell_completion import get_completion_class

from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.program import COMMANDS, program


def command(name: str) -> click.Command:
    found = program.get_command(click.Context(program), name)
    assert found
    return found


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["check", "--help"]])
def test_help_and_version_are_no_failure(arguments, capsys):
    assert main(arguments) == 0
    assert capsys.readouterr().out


def test_help_of_the_program_names_every_command(capsys):
    main(["--help"])
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.partition("Commands:\n")[2].splitlines() if line.startswith("  ")][
        : len(COMMANDS)
    ] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_has_examples_that_it_understands(name):
    """Each example is parsed as it stands, so none names an option that is not there."""
    epilog = re.sub(r" \\\n\s*", " ", command(name).epilog or "")
    examples = [line.strip() for line in epilog.splitlines() if line.strip().startswith("unknown-quotes")]
    assert examples
    for example in examples:
        words = shlex.split(example.partition(" | ")[0].partition(" > ")[0].partition(" >> ")[0])
        assert words[1] == name
        command(name).make_context(name, words[2:])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name):
    """The list of commands shows a sentence that is not cut off."""
    assert command(name).get_short_help_str(60).endswith((".", "?"))
    assert "..." not in command(name).get_short_help_str(60)
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert (parameter.help or "").endswith((".", ")")), parameter.name


def test_a_wrong_command_is_named(capsys):
    assert main(["chekc"]) == 2
    assert "there is no command 'chekc'. Did you mean 'check'?" in capsys.readouterr().err


def test_without_click_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "click", None)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "unknown-quotes: it needs click. Install it with: pip install 'sphinx-unknown-quotes[check]'\n"
    )


def completed(*words: str) -> list[str]:
    kind = get_completion_class("bash")
    assert kind
    completer = kind(program, {}, "unknown-quotes", "_UNKNOWN_QUOTES_COMPLETE")
    return [item.value for item in completer.get_completions(list(words[:-1]), words[-1])]


def test_commands_options_and_choices_are_completed():
    assert completed("che") == ["check"]
    assert completed("check", "--str") == ["--strict"]
    assert completed("check", "--format", "s") == ["sarif"]


def test_a_shell_that_asks_for_completion_gets_it(monkeypatch, capsys):
    for name, value in (
        ("_UNKNOWN_QUOTES_COMPLETE", "bash_complete"),
        ("COMP_WORDS", "unknown-quotes che"),
        ("COMP_CWORD", "1"),
    ):
        monkeypatch.setenv(name, value)
    assert main([]) == 0
    assert capsys.readouterr().out == "plain,check\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_a_shell_is_a_script_that_it_reads(shell, capsys):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert f"_UNKNOWN_QUOTES_COMPLETE={shell}_complete" in script
    if found := shutil.which(shell):
        subprocess.run([found, "-n"], input=script, text=True, check=True, capture_output=True)
