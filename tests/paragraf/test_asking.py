"""A clerk asks for a draft: made once, made anew when it would read otherwise, and never half."""

import errno
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from config.houses import TEMPLATES, load_house
from config.paths import HOME_VARIABLE, own
from config.wording import load_wording
from export.template_new import new_template
from paragraf.asking import Asked, ask_draft
from paragraf.outbox_lock import outbox_lock
from paragraf.workshop import Workshop
from records.errors import Busy, ConfigError, DraftError, ParagrafError, StoreError
from samples.letterhead import load_templates
from store.drafts import get_draft, get_draft_data, list_draft_records, list_draft_versions, list_drafts
from store.records import get_record
from tests.paragraf.drafthome import files_in, programme_of, workshop_in
from tests.store.made import dump

FORK = multiprocessing.get_context("fork")
SEVERAL = ("Tarkastuslautakunnan jäsenten", "Politikerutbildning", "seminaaripäivät")
"""Programmes of three councils, in Finnish and Swedish."""


def _asked(workshop: Workshop, *titles: str, **told: Any) -> Asked:
    records = tuple(programme_of(workshop, title) for title in titles or SEVERAL)
    return Asked(**{"house": "granfjord", "records": records, **told})


def test_a_draft_of_several_precedents_for_a_meeting(drafting_home: Path) -> None:
    """It lies under the meeting's day, tells body and sources, and is found by each of its precedents."""
    with workshop_in(drafting_home) as workshop:
        asked = _asked(workshop, body="KST", meeting="2027-01-14")
        laid = ask_draft(workshop, asked)
        kept = get_draft(workshop.store, laid.draft.id)
        assert list_draft_records(workshop.store, laid.draft.id) == sorted(asked.records)
    assert laid.is_new
    assert laid.path.parent == drafting_home / "outbox" / "granfjord" / "2027-01-14"
    assert kept is not None
    assert (kept.body, str(kept.meeting_date), kept.version) == ("kommunestyret", "2027-01-14", 1)
    assert len(laid.draft.sources) == 3
    assert {source.language[:2] for source in laid.draft.sources} == {"fi", "sv"}


def test_the_fields_lie_beside_it(drafting_home: Path) -> None:
    """What is pasted into a record system, by the words of the house's language."""
    with workshop_in(drafting_home) as workshop:
        laid = ask_draft(workshop, _asked(workshop))
    names = {name.removeprefix(laid.path.stem) for name in map(_name, files_in(drafting_home, "*.txt"))}
    assert len(names) >= 3
    assert all(name.startswith(".") for name in names)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def test_an_item_gives_all_its_programmes(drafting_home: Path) -> None:
    """A clerk may name the § instead of what was found in it, and one that holds no programme."""
    with workshop_in(drafting_home) as workshop:
        programme = programme_of(workshop, "seminaaripäivät")
        stored = get_record(workshop.store, programme)
        assert stored is not None
        by_item = ask_draft(workshop, Asked("granfjord", (stored.item_id,)))
        by_programme = ask_draft(workshop, Asked("granfjord", (programme,)))
    assert by_item.draft.sections == by_programme.draft.sections
    assert by_item.draft.id != by_programme.draft.id


def test_asked_again_it_is_there_already(drafting_home: Path) -> None:
    """On another day too: the same draft, the same file, the same row."""
    with workshop_in(drafting_home) as workshop:
        asked = _asked(workshop)
        first = ask_draft(workshop, asked)
        before = dump(workshop.store)
    with workshop_in(drafting_home, nights=3) as workshop:
        again = ask_draft(workshop, asked)
        assert dump(workshop.store) == before
    assert (again.is_new, again.path, again.draft) == (False, first.path, first.draft)
    assert len(files_in(drafting_home)) == 1


@pytest.mark.parametrize("told", [{"meeting": "2027-02-18"}, {"body": "fsk"}, {"house": "alvasa"}])
def test_another_meeting_body_or_house_is_another_draft(drafting_home: Path, told: dict[str, str]) -> None:
    """Each has its own id and file."""
    with workshop_in(drafting_home) as workshop:
        first = ask_draft(workshop, _asked(workshop))
        other = ask_draft(workshop, _asked(workshop, **told))
    assert first.draft.id != other.draft.id
    assert len(files_in(drafting_home)) == 2


def _rename_proposal(home: Path) -> None:
    """Give the house another heading, as a clerk who corrects the profile."""
    profile = home / "config" / "houses" / "granfjord.toml"
    profile.write_text(profile.read_text() + '\n[headings]\nproposal = "Innstilling"\n')


def test_a_new_version_gets_a_new_name_and_says_what_changed(drafting_home: Path) -> None:
    """What the clerk may have edited stays; the first page of the new file lists the changes."""
    with workshop_in(drafting_home) as workshop:
        first = ask_draft(workshop, _asked(workshop))
    first.path.write_bytes(b"edited by a clerk")
    _rename_proposal(drafting_home)
    load_house.cache_clear()
    with workshop_in(drafting_home, nights=1) as workshop:
        second = ask_draft(workshop, _asked(workshop))
        third = ask_draft(workshop, _asked(workshop))
        versions = list_draft_versions(workshop.store, first.draft.id)
        data = get_draft_data(workshop.store, first.draft.id)
    assert second.path.name == f"{first.path.stem}-2.docx"
    assert first.path.read_bytes() == b"edited by a clerk"
    assert (second.draft.id, second.draft.version, second.is_new) == (first.draft.id, 2, True)
    assert [(each.number, drafting_home / "outbox" / each.path) for each in versions] == [(1, first.path)]
    assert data == second.draft
    told = [section for section in second.draft.cover if section.key == "versions"]
    assert [section.heading for section in told] == ["Endringer siden versjon 1"]
    assert "Innstilling" in str(told)
    assert (third.is_new, third.path) == (False, second.path)


def test_a_document_that_was_taken_is_laid_again_when_asked(drafting_home: Path) -> None:
    """A clerk moved it and asks for it: the same version, under its old name."""
    with workshop_in(drafting_home) as workshop:
        first = ask_draft(workshop, _asked(workshop))
        content = first.path.read_bytes()
        first.path.unlink()
        again = ask_draft(workshop, _asked(workshop))
    assert (again.path, again.draft.version, again.is_new) == (first.path, 1, True)
    assert again.path.read_bytes() == content


@pytest.mark.parametrize(
    ("told", "error", "message"),
    [
        ({"house": "nowhere"}, ConfigError, "nowhere: expected one of alvasa, "),
        ({"body": "KV"}, ConfigError, "formannskapet"),
        ({"meeting": "14.1.2027"}, ConfigError, "expected a day like 2026-12-14, found 14.1.2027"),
        ({"records": ()}, ConfigError, "--from: expected ids of programmes or items"),
        ({"records": ("kuusiranta-none",)}, StoreError, "kuusiranta-none: expected the id of a programme"),
    ],
)
def test_what_cannot_be_made_is_told_and_leaves_nothing(
    drafting_home: Path, told: dict[str, Any], error: type[ParagrafError], message: str
) -> None:
    """No claim, no file."""
    with workshop_in(drafting_home) as workshop:
        with pytest.raises(error, match=message):
            ask_draft(workshop, _asked(workshop, **told))
        assert list_drafts(workshop.store) == []
    assert files_in(drafting_home, "*") == {}


def test_an_outbox_that_refuses_costs_no_draft(drafting_home: Path) -> None:
    """The claim is given up, so that the same question makes it once the way is free; so for a version."""
    (drafting_home / "outbox").write_text("in the way")
    with workshop_in(drafting_home) as workshop:
        with pytest.raises(DraftError, match="expected a folder that can be written to"):
            ask_draft(workshop, _asked(workshop))
        assert list_drafts(workshop.store) == []
        (drafting_home / "outbox").unlink()
        assert ask_draft(workshop, _asked(workshop)).is_new


def test_a_store_that_refuses_at_the_end_makes_no_second_file(
    drafting_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file lies there, its row could not be written: asked the next day, the same file is noted."""

    def refuse(*_: Any) -> None:
        raise StoreError("the database", expected="a database that answers", found="a full disk")

    with workshop_in(drafting_home) as workshop, monkeypatch.context() as patch:
        patch.setattr("paragraf.laying.save_draft", refuse)
        with pytest.raises(StoreError, match="full disk"):
            ask_draft(workshop, _asked(workshop))
    laid = files_in(drafting_home, "*.*")
    with workshop_in(drafting_home, nights=1) as workshop:
        ask_draft(workshop, _asked(workshop))
        assert [draft.state for draft in list_drafts(workshop.store)] == ["written"]
    assert files_in(drafting_home, "*.*") == laid


def test_an_outbox_that_another_program_holds_is_waited_for_and_told(tmp_path: Path) -> None:
    """One draft at a time is laid; who waits too long is told to come again."""
    waited: list[float] = []
    with (
        outbox_lock(tmp_path / "outbox"),
        pytest.raises(Busy, match="another program has held for 1 seconds"),
        outbox_lock(tmp_path / "outbox", wait=1, sleep=waited.append),
    ):
        pytest.fail("two programs hold one outbox")
    assert sum(waited) == pytest.approx(1)
    with outbox_lock(tmp_path / "outbox"):
        pass


def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shared folder may know none: its name is told, and no draft is made."""

    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with (
        pytest.raises(DraftError, match=r"outbox\.lock: expected a file system that knows locks"),
        outbox_lock(tmp_path / "outbox"),
    ):
        pytest.fail("no lock was taken")


def _ask_at_once(home: Path, asked: Asked, start: Barrier) -> None:
    start.wait()
    with workshop_in(home) as workshop:
        ask_draft(workshop, asked)


def test_asked_twice_at_once_it_is_made_once(drafting_home: Path) -> None:
    """Two clerks, or an impatient one: both are shown the same file."""
    with workshop_in(drafting_home) as workshop:
        asked = _asked(workshop)
    start = FORK.Barrier(3)
    programs = [FORK.Process(target=_ask_at_once, args=(drafting_home, asked, start)) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0, 0]
    assert len(files_in(drafting_home)) == 1


def _killed_at(home: Path, asked: Asked, count: int) -> None:
    """Ask for a draft, and die before the so-manieth time that something happens in the outbox."""
    os.environ[HOME_VARIABLE] = str(home)
    seen = 0

    def watch(name: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if name in ("open", "os.link", "os.mkdir", "os.remove", "os.rename") and "outbox" in str(
            arguments[0]
        ):
            seen += 1
            if seen == count:
                os.kill(os.getpid(), signal.SIGKILL)

    load_house.cache_clear()
    with workshop_in(home) as workshop:
        sys.addaudithook(watch)
        ask_draft(workshop, asked)
    os._exit(seen)


def _run(target: Callable[..., None], *arguments: Any) -> int:
    process = FORK.Process(target=target, args=arguments)
    process.start()
    process.join()
    return process.exitcode or 0


@pytest.mark.parametrize("version", [1, 2])
def test_killed_at_any_moment_it_is_made_by_the_next_question(
    drafting_home: Path, tmp_path: Path, version: int
) -> None:
    """Nothing half-written, nothing twice, no claim left, though it is the next night by then."""
    with workshop_in(drafting_home) as workshop:
        asked = _asked(workshop)
        if version == 2:
            ask_draft(workshop, asked)
            _rename_proposal(drafting_home)
    shutil.copytree(drafting_home, tmp_path / "before")
    moments = _run(_killed_at, drafting_home, asked, 0)
    expected = files_in(drafting_home, "*.*").keys()
    assert moments > 10
    for moment in range(1, moments + 1):
        shutil.rmtree(drafting_home)
        shutil.copytree(tmp_path / "before", drafting_home)
        assert _run(_killed_at, drafting_home, asked, moment) == -signal.SIGKILL
        left = files_in(drafting_home)
        assert _run(_ask_next_night, drafting_home, asked) == 0
        with workshop_in(drafting_home) as workshop:
            assert [(draft.state, draft.version) for draft in list_drafts(workshop.store)] == [
                ("written", version)
            ]
        assert files_in(drafting_home, "*.*").keys() == expected, moment
        assert left.items() <= files_in(drafting_home).items(), moment


def _ask_next_night(home: Path, asked: Asked) -> None:
    load_house.cache_clear()
    with workshop_in(home, nights=1) as workshop:
        ask_draft(workshop, asked)


def test_a_changed_template_gives_a_new_version(drafting_home: Path) -> None:
    """The same words on other paper, once; what a clerk edited stays as it was."""
    template = own(TEMPLATES, "strandholm.docx")
    template.parent.mkdir(parents=True)
    plain, letterhead = new_template(load_wording("sv", "FI"), "sv-FI"), load_templates()["strandholm.docx"]
    template.write_bytes(plain)
    with workshop_in(drafting_home) as workshop:
        asked = _asked(workshop, SEVERAL[0], house="strandholm")
        first, same = ask_draft(workshop, asked), ask_draft(workshop, asked)
        template.write_bytes(letterhead)
        second, again = ask_draft(workshop, asked), ask_draft(workshop, asked)
        second.path.write_bytes(b"edited by a clerk")
        template.write_bytes(plain)
        third = ask_draft(workshop, asked)
    assert [laid.is_new for laid in (first, same, second, again, third)] == [True, False, True, False, True]
    assert [laid.draft.version for laid in (first, second, third)] == [1, 2, 3]
    assert second.path.read_bytes() == b"edited by a clerk"
    assert len({first.path, second.path, third.path}) == 3
