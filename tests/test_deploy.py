"""The examples in deploy/ are what they say: units that systemd takes, a container whose steps work."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from paragraf.cli import app
from tests.conftest import REQUIRE_ALL

ROOT = Path(__file__).resolve().parents[1]
UNITS = ROOT / "deploy" / "systemd"
CONTAINER = ROOT / "deploy" / "container"
INSTALLED = "/opt/paragraf"
MOST_EXPOSED = 2.0


def _run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """Lay the units where systemd can look at them, with a program that is there."""
    if shutil.which("systemd-analyze") is None:
        if REQUIRE_ALL:
            pytest.fail("systemd-analyze is not installed, and PARAGRAF_REQUIRE_ALL asks for it")
        pytest.skip("systemd-analyze is not installed")
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8").replace(f"{INSTALLED}/bin/paragraf", sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path


def test_systemd_takes_the_units(units: Path) -> None:
    """No key is misspelt and no value unknown: systemd says nothing about them."""
    names = [f"./{unit.name}" for unit in sorted(units.iterdir())]
    assert len(names) == 3
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *names],
        cwd=units,
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if "paragraf" in line]
    assert (done.returncode, told) == (0, [])


@pytest.mark.parametrize("unit", ["paragraf.service", "paragraf-run.service"])
def test_the_services_are_hardened(units: Path, unit: str) -> None:
    """By systemd's own measure, of which 10 is worst."""
    told = _run("systemd-analyze", "security", "--offline=true", f"./{unit}", cwd=units)
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", told)
    assert exposure is not None
    assert float(exposure.group(1)) <= MOST_EXPOSED


@pytest.mark.usefixtures("units")
def test_the_timer_knows_nights_when_clocks_change() -> None:
    """In the night when half past two comes as ever, and in the zone that the settings name."""
    when = re.search(r"OnCalendar=(.*)", (UNITS / "paragraf.timer").read_text(encoding="utf-8"))
    assert when is not None
    told = _run(
        "systemd-analyze", "calendar", "--base-time=2026-10-24 12:00:00 UTC", "--iterations=2", when.group(1)
    )
    assert re.findall(r"2026-10-2\d \d\d:\d\d:\d\d UTC", told) == [
        "2026-10-24 23:30:00 UTC",
        "2026-10-26 00:30:00 UTC",
    ]


def test_the_services_share_their_hardening() -> None:
    """What one service may not, the other may not either."""
    first, second = (_hardening(UNITS / name) for name in ("paragraf.service", "paragraf-run.service"))
    assert first == second
    assert "ProtectSystem=strict" in first
    assert "NoNewPrivileges=yes" in first


def _hardening(unit: Path) -> list[str]:
    text = unit.read_text(encoding="utf-8")
    return re.findall(
        r"^(?:NoNew|Capability|Ambient|Protect|Private|Restrict|Lock|System|UMask).*$", text, re.M
    )


@pytest.mark.parametrize(
    "file",
    [
        *("systemd/paragraf.service", "systemd/paragraf-run.service"),
        *("cron/paragraf", "container/Dockerfile"),
    ],
)
def test_every_command_and_option_exists(file: str) -> None:
    """What the examples call, the program knows."""
    text = (ROOT / "deploy" / file).read_text(encoding="utf-8")
    called = re.findall(r"(?:bin/paragraf|CMD \[)\W*(sync|run)\b([^\n]*)", text)
    known = _options()
    assert called
    for command, rest in called:
        assert set(re.findall(r"--[a-z-]+", rest)) <= known[command]


def _options() -> dict[str, set[str]]:
    """Return each command's options."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return {
        name: {option for one in sub.params for option in one.opts} for name, sub in group.commands.items()
    }


def _steps(stage: int) -> list[str]:
    """Return what a stage of the container runs."""
    text = (CONTAINER / "Dockerfile").read_text(encoding="utf-8")
    return re.findall(r"^RUN (.*)$", re.split(r"^FROM ", text, flags=re.M)[stage], re.M)


def test_the_container_runs_as_nobody_in_particular() -> None:
    """Not as root, with data in a volume, and stopped by the signal that ends a sync cleanly."""
    text = (CONTAINER / "Dockerfile").read_text(encoding="utf-8")
    user = re.search(r"^USER (\d+)$", text, re.M)
    assert user is not None
    assert f"--uid {user.group(1)} " in _steps(2)[0]
    assert "VOLUME /var/lib/paragraf" in text
    assert "STOPSIGNAL SIGTERM" in text
    assert "Not built" in text


def test_everything_in_the_container_is_pinned() -> None:
    """Packages come with their hashes, the wheel from nowhere but the folder."""
    installs = [step for step in _steps(1) if " install " in step]
    assert len(installs) == 2
    assert all("--require-hashes" in step or "--no-index" in step for step in installs)


@pytest.mark.skipif(not REQUIRE_ALL, reason="installs every package anew; PARAGRAF_REQUIRE_ALL asks for it")
def test_the_containers_steps_work_in_a_fresh_environment(tmp_path: Path) -> None:
    """Each step of the first stage, with another folder in place of the container's."""
    (tmp_path / "requirements").mkdir()
    shutil.copy(ROOT / "requirements" / "run.txt", tmp_path / "requirements")
    _run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        str(tmp_path / "dist"),
        str(ROOT),
    )
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for step in _steps(1):
        command = step.replace(INSTALLED, str(tmp_path / "installed"))
        done = subprocess.run(
            ["/bin/sh", "-ec", command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"

    program = str(tmp_path / "installed" / "bin" / "paragraf")
    assert "kuusiranta" not in _run(program, "sources", "list", cwd=tmp_path)
