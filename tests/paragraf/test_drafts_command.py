"""`paragraf draft` and `paragraf drafts`: what a clerk types and reads."""

import datetime as dt
import json
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from rich.console import Console
from typer.testing import CliRunner

from export.pdf import render_pdf
from paragraf.cli import app
from records.aftermath import Aftermath, Minuted, Part, Point
from records.errors import DraftError, StoreError
from store.aftermaths import save_aftermath
from store.drafts import get_draft
from tests.paragraf.drafthome import draft_all, files_in, programme_of, workshop_in

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands print as on a terminal of 80 columns."""
    for module in ("draft", "draft_show", "drafts"):
        monkeypatch.setattr(f"paragraf.commands.{module}.out", lambda: Console(width=80, soft_wrap=True))


@pytest.fixture
def drafts(drafting_home: Path) -> Path:
    """A home with what a night has drafted for two houses."""
    with workshop_in(drafting_home, "kuusiranta", "alvasa") as workshop:
        draft_all(workshop, "alvasa", "kuusiranta")
    return drafting_home


def _say(*arguments: str, code: int = 0) -> str:
    done = RUNNER.invoke(app, arguments)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.output


def _listed(*arguments: str) -> list[dict[str, object]]:
    found = json.loads(_say("drafts", "--json", *arguments))
    assert isinstance(found, list)
    return found


def test_ids_may_follow_one_option_or_several(drafting_home: Path) -> None:
    """`--from A B --from C`: the draft is told with its file and what is left to do."""
    with workshop_in(drafting_home) as workshop:
        a, b, c = (programme_of(workshop, name) for name in ("iltakoulut", "Politiker", "seminaaripäivät"))
    said = _say("draft", "--house", "granfjord", "--from", a, b, "--from", c, "--meeting", "2027-01-14")
    assert "version 1, nb-NO: new" in said
    (path,) = files_in(drafting_home)
    assert str(drafting_home / "outbox" / path) in said.replace("\n", "")
    assert "places to fill in" in said
    (draft,) = _listed()
    assert (draft["record"], draft["meeting_date"], draft["state"]) == (a, "2027-01-14", "written")
    again = _say("draft", "--house", "granfjord", "--from", c, "--from", b, a, "--meeting", "2027-01-14")
    assert f"{draft['id']}, version 2, nb-NO: new" in again  # another one leads now


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("draft",), "--house"),
        (("drafts", "--accept"), "need the draft's id"),
        (("drafts", "x", "--accept", "--dismiss"), "not both"),
    ],
)
def test_a_command_that_says_too_little_is_told_what_lacks(arguments: tuple[str, ...], message: str) -> None:
    """Exit code 2, and one line that helps."""
    assert message in _say(*arguments, code=2)


@pytest.mark.usefixtures("drafts")
def test_the_list_is_read_on_a_narrow_terminal() -> None:
    """By house; no line is longer than the screen, no file's name is broken."""
    said = _say("drafts")
    lines = [line.rstrip() for line in said.splitlines()]
    assert [line.split(":")[0] for line in lines if line.startswith(("alvasa", "kuusiranta"))] == [
        "alvasa (sv)",
        "kuusiranta (fi)",
    ]
    names = [line for line in lines if line.endswith(".docx")]
    assert len(names) == len(_listed())
    assert all(len(line) <= 80 for line in lines if line.startswith("  "))


def test_drafts_of_one_title_are_told_apart_by_their_sources(drafts: Path) -> None:
    """Whose and what, each on one line of the screen, a long one cut; a draft without its data has none."""
    with workshop_in(drafts) as workshop, workshop.store.write() as connection:
        (last, *_) = [str(draft["id"]) for draft in _listed("--house", "alvasa")]
        connection.exec_driver_sql(f"UPDATE drafts SET data = NULL WHERE id = '{last}'")
    lines = [line.rstrip() for line in _say("drafts", "--house", "alvasa").splitlines()]
    told = [line for line in lines if line.startswith("    from ")]
    assert len(told) == len(set(told)) == len(_listed("--house", "alvasa")) - 1
    assert any(line.startswith("    from Kuusirannan kaupunki: ") for line in told)
    assert all(len(line) <= 80 for line in told)
    assert any(line.endswith("…") for line in told)


def test_the_list_can_be_narrowed_down(drafts: Path) -> None:
    """By house and by state; the states tell what became of the files."""
    mine = _listed("--house", "alvasa")
    assert {draft["house"] for draft in mine} == {"alvasa"}
    edited, missing, *others = mine
    Path(str(edited["path"])).write_bytes(b"edited by a clerk")
    Path(str(missing["path"])).unlink()
    _say("drafts", str(others[0]["id"]), "--accept")
    _say("drafts", str(others[1]["id"]), "--dismiss")
    with workshop_in(drafts) as workshop, workshop.store.write() as connection:
        connection.exec_driver_sql(
            "UPDATE drafts SET state = 'claimed', path = NULL WHERE house = 'kuusiranta'"
        )
    for state, draft in (
        ("edited", edited),
        ("missing", missing),
        ("accepted", others[0]),
        ("dismissed", others[1]),
    ):
        assert [one["id"] for one in _listed("--state", state)] == [draft["id"]]
    assert {one["house"] for one in _listed("--state", "begun")} == {"kuusiranta"}
    assert "written" not in {one["state"] for one in _listed("--state", "edited")}


@pytest.mark.usefixtures("drafts")
def test_a_file_that_a_clerk_renamed_is_found() -> None:
    """Within the house's folder, by what its properties say; elsewhere it is missing."""
    one, other, *_ = _listed("--house", "alvasa")
    old = Path(str(one["path"]))
    new = old.parent.parent / "till nämnden" / "utbildning.docx"
    new.parent.mkdir()
    (new.parent / "brev.docx").write_bytes(b"no Word file")
    old.rename(new)
    assert [(row["state"], row["path"]) for row in _listed("--house", "alvasa")[:2]] == [
        ("written", str(new)),
        ("written", other["path"]),
    ]
    document = docx.Document(str(new))
    document.add_paragraph("Ärendet gäller även ersättarna.")
    document.save(str(new))
    assert [row["id"] for row in _listed("--state", "edited")] == [one["id"]]
    new.rename(old.parent.parent.parent / "utbildning.docx")
    assert [row["id"] for row in _listed("--state", "missing")] == [one["id"]]


def test_an_unknown_state_is_told_with_the_known_ones() -> None:
    """A slip of the pen must not look like an empty list."""
    with pytest.raises(Exception, match="expected one of begun, written, edited, missing"):
        _say("drafts", "--state", "writen")


def test_one_draft_is_shown_with_reason_sources_and_what_is_left(drafts: Path) -> None:
    """By its id, or by the digits that its file's name ends with."""
    (one,) = [draft for draft in _listed("--house", "alvasa") if "politiker" in str(draft["path"])]
    said = _say("drafts", str(one["id"]))
    assert said == _say("drafts", Path(str(one["path"])).stem.rpartition("-")[2])
    flat = " ".join(said.split())
    for told in ("why", "Politikerutbildning", "sources", "1. Älvåsa kommun", "still to fill in", "[datum]"):
        assert told in flat
    assert all(len(line) <= 80 for line in said.splitlines() if line.startswith("  "))
    with workshop_in(drafts) as workshop:
        assert get_draft(workshop.store, str(one["id"])) is not None


@pytest.mark.usefixtures("drafts")
def test_one_draft_as_json_has_what_it_says_and_what_it_is_made_from() -> None:
    """For programs: the row, the records, and the draft as data."""
    first = _listed()[0]
    told = json.loads(_say("drafts", str(first["id"]), "--json"))
    assert told["records"] == [first["record"]]
    assert told["data"]["id"] == first["id"]
    assert told.keys() > first.keys()


@pytest.mark.usefixtures("drafts")
def test_a_file_that_cannot_be_read_is_no_reason_to_fail() -> None:
    """What is left to fill in is told by the draft's data then."""
    one = _listed("--house", "alvasa")[0]
    Path(str(one["path"])).write_bytes(b"no Word file")
    assert "still to fill in" in _say("drafts", str(one["id"]))


def test_what_is_left_is_what_the_file_still_asks_for(drafting_home: Path) -> None:
    """Once each, with the old value; not what the closing lists say of it; nothing when all is done."""
    with workshop_in(drafting_home) as workshop:
        record = programme_of(workshop, "seminaaripäivät")
    _say("draft", "--house", "kuusiranta", "--from", record)
    (one,) = _listed()
    left = _say("drafts", str(one["id"])).partition("still to fill in")[2]
    assert "lähteessä" in left
    assert left.count("[päivämäärä]") <= 1
    document = docx.Document(str(one["path"]))
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        paragraph.getparent().remove(paragraph)
    document.save(str(one["path"]))
    assert "still to fill in" not in _say("drafts", str(one["id"]))


@pytest.mark.parametrize("name", ["", "nowhere-000000000000"])
@pytest.mark.usefixtures("drafts")
def test_a_draft_that_is_not_there_is_told(name: str) -> None:
    """By what is asked for, and where the ids are."""
    with pytest.raises(StoreError, match="`paragraf drafts` lists them"):
        _say("drafts", name)


def test_without_libreoffice_the_draft_is_kept(drafting_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install; the Word file lies where it is told."""
    monkeypatch.setenv("PATH", "")
    with workshop_in(drafting_home) as workshop:
        record = programme_of(workshop, "Politiker")
    with pytest.raises(DraftError, match="expected LibreOffice on this machine"):
        _say("draft", "--house", "granfjord", "--from", record, "--pdf")
    assert len(files_in(drafting_home)) == 1
    assert [draft["state"] for draft in _listed()] == ["written"]


def test_a_pdf_is_made_of_the_file_as_it_is(drafting_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once for a file; when a clerk has edited it since, a new PDF beside the old one."""
    made: list[Path] = []

    def render(document: Path, folder: Path) -> Path:
        made.append(document)
        place = folder / f"{document.stem}.pdf"
        place.write_bytes(b"PDF of " + document.read_bytes()[:20])
        return place

    assert render.__annotations__ == render_pdf.__annotations__
    monkeypatch.setattr("export.outbox.render_pdf", render)
    with workshop_in(drafting_home) as workshop:
        record = programme_of(workshop, "Politiker")
    ask = ("draft", "--house", "granfjord", "--from", record, "--pdf")
    assert ".pdf" in _say(*ask)
    _say(*ask)
    assert len(made) == 1
    made[0].write_bytes(b"edited by a clerk")
    _say(*ask)
    assert len(files_in(drafting_home, "*.pdf")) == 2


def test_what_the_meeting_made_of_it_is_shown(drafts: Path) -> None:
    """In the list by verdict and §; of one draft with the words that came and went, in its language."""
    one = _listed("--house", "alvasa")[0]
    minuted = Minuted(
        item="alvasa-x",
        version=1,
        document_type="minutes",
        council="Älvåsa kommun",
        body="kommunstyrelsen",
        meeting_date=dt.date(2026, 12, 16),
        section="201",
    )
    parts = (Part(kind="removed", text="våren"), Part(kind="added", text="hösten", span=(3, 9)))
    after = Aftermath(verdict="amended", found=minuted, decided=(Point(number=2, parts=parts),))
    with workshop_in(drafts) as workshop:
        save_aftermath(workshop.store, str(one["id"]), after, workshop.now())
    assert "decided: amended § 201" in _say("drafts", "--house", "alvasa", "--state", "decided")
    said = " ".join(_say("drafts", str(one["id"])).split())
    assert "after the meeting" in said
    assert "16 december 2026 § 201" in said.replace("\xa0", " ")
    assert said.index("våren") < said.index("hösten")
    (shown,) = [draft for draft in _listed() if draft["id"] == one["id"]]
    assert isinstance(shown["aftermath"], dict)
    assert shown["aftermath"]["verdict"] == "amended"
