"""What a terminal shows of errors: one line, whatever stands in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def _said(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "paragraf", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    return done.returncode, done.stderr


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param(r"\[/].docx", r"error \[/].docx: expected a Word file", id="an escaped end of a style"),
        pytest.param("[bold]a[/bold].docx", "error [bold]a[/bold].docx: expected", id="a style"),
        pytest.param("kl :on: 9.docx", "error kl :on: 9.docx: expected", id="a picture's short name"),
        pytest.param("\\", "error \\: expected", id="a backslash at the end"),
    ],
)
def test_what_looks_like_markup_in_an_error_is_text(name: str, told: str) -> None:
    """Names of files are shown as they are, and never end the command with a traceback."""
    code, said = _said("draft", "--check", name)
    assert code == 2
    assert said.startswith(told)


@pytest.mark.usefixtures("home")
def test_an_unforeseen_error_is_one_line(tmp_path: Path) -> None:
    """A fault of ours shows its kind and how to see more, its traceback only when it is asked for."""
    broken = tmp_path / "faulty.py"
    broken.write_text(
        "import paragraf.commands.drafts as drafts\n"
        "def fail(*told, **more):\n    raise LookupError('nobody foresaw it')\n"
        "drafts.run_drafts_list = fail\n"
        "from paragraf.cli import main\nmain()\n"
    )
    done, shown = (
        subprocess.run(
            [sys.executable, str(broken), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for arguments in (["drafts"], ["--debug", "drafts"])
    )
    assert done.stderr.splitlines() == [
        "error LookupError: nobody foresaw it. Run `paragraf --debug ...` to see where."
    ]
    assert done.returncode == 1
    assert "Traceback" in shown.stderr
