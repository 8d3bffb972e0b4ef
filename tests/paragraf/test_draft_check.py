"""`paragraf draft --check`: files of drafts that are kept, of others, and no files of drafts."""

import datetime as dt
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from config.houses import House, load_house
from config.paths import own
from config.settings import load_settings
from config.wording import load_wording
from export.draft import draft_programme
from export.word import render_draft
from paragraf.cli import app
from paragraf.commands.draft_check import run_draft_check
from records.draft import Draft
from records.errors import ConfigError
from store.database import open_store
from store.drafts import Claim, claim_draft, save_draft
from tests.export.edited import paragraph, save
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in

NOW = dt.datetime(2025, 11, 22, 3, 0, tzinfo=dt.UTC)
PROFILE = """extends = "finland-fi"
council = "Lehtorannan kunta"
bodies = [{ id = "kh", name = "kunnanhallitus", genitive = "kunnanhallituksen" }]
body = "kh"
"""


@pytest.fixture
def house() -> House:
    """A house of the home."""
    path = own("houses", "lehtoranta.toml")
    path.parent.mkdir(parents=True)
    path.write_text(PROFILE, encoding="utf-8")
    return load_house("lehtoranta")


@pytest.fixture
def draft(house: House) -> Draft:
    """A draft of that house."""
    wording = load_wording("fi", "FI")
    return draft_programme(basis_of(finnish_record()), house, wording, names_in("fi"), TRIGGER)


@pytest.fixture
def file(draft: Draft, tmp_path: Path) -> Path:
    """The draft's Word file."""
    path = tmp_path / "luonnos.docx"
    path.write_bytes(render_draft(draft, load_wording("fi", "FI")))
    return path


def keep(draft: Draft) -> None:
    """Store a draft's data, as a run does."""
    settings = load_settings()
    with open_store(settings.database_url, settings.pages_folder) as store:
        assert claim_draft(store, Claim(draft.id, "watched", draft.house, "fi", draft.title), NOW)
        save_draft(store, draft, "lehtoranta/luonnos.docx", "0" * 64, NOW)


def write(file: Path, text: str) -> None:
    """Write a paragraph under the presenter's heading, as a clerk would."""
    document = docx.Document(str(file))
    next(each for each in document.paragraphs if each.text == "Päätösehdotus").insert_paragraph_before(text)
    document.save(str(file))


def test_a_kept_draft_is_checked_against_its_data(
    draft: Draft, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A date that stands in no source is named; without errors the exit code is 0."""
    keep(draft)
    write(file, "Koulutus on 14.10.2026 ja lähteen kokous oli 24.2.2025.")

    assert run_draft_check([file]) == 0
    told = capsys.readouterr().out

    assert "14.10.2026" in told
    assert told.count("huomio") == 2  # the finding, and the count
    assert "Luonnoksen tietoja ei löydy" not in told
    assert "\n  Esittelijä\n" in told
    assert "\n    kappale 2: Koulutus on" in told


def test_an_error_is_exit_code_1(draft: Draft, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is to be mended is told with its place."""
    keep(draft)
    write(file, "Koulutus on maanantaina 3.9.2025.")

    assert run_draft_check([file]) == 1
    assert (
        "virhe  Viikonpäivä ei täsmää (”maanantaina 3.9.2025”): päivä on keskiviikko."
        in capsys.readouterr().out
    )


def test_a_draft_that_is_not_kept_is_checked_all_the_same(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its house is known by its id; that its data are gone is told, and no database is made."""
    assert run_draft_check([file]) == 0
    assert "Luonnoksen tietoja ei löydy" in capsys.readouterr().out
    assert not Path(load_settings().database_url.removeprefix("sqlite:///")).exists()


def test_a_file_without_an_id_is_known_by_its_headings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Headings tell the house and so the language; --house says it outright."""
    path = save(
        tmp_path / "made.docx",
        *(paragraph(text, "Otsikko2") for text in ("Forslag til vedtak", "Sammendrag", "Vurdering")),
    )

    assert run_draft_check([path]) == 1
    assert "Overskriften «Saksopplysninger» mangler." in capsys.readouterr().out
    assert run_draft_check([path], "sweden") == 1
    assert "Rubriken ”Sammanfattning av ärendet” saknas." in capsys.readouterr().out


def test_what_is_no_draft_is_told_and_the_rest_checked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each bad file is named with what to do, and the exit code is 2."""
    letter = save(tmp_path / "letter.docx", paragraph("Hyvä vastaanottaja"))
    empty = tmp_path / "empty.docx"
    empty.touch()

    assert run_draft_check([letter, empty, tmp_path / "none.docx", file]) == 2
    told = capsys.readouterr()

    assert "--house ID" in told.err
    assert "empty.docx: expected a Word file (.docx), found an empty file" in told.err
    assert "none.docx" in told.err
    assert "luonnos.docx" in told.out


def test_an_unknown_house_is_told(file: Path) -> None:
    """The houses there are are listed."""
    with pytest.raises(ConfigError, match="finland-fi"):
        run_draft_check([file], "nowhere")


def test_the_command_takes_several_files(file: Path, tmp_path: Path) -> None:
    """The files stand behind --check."""
    other = tmp_path / "toinen.docx"
    other.write_bytes(file.read_bytes())

    result = CliRunner().invoke(app, ["draft", "--check", str(file), str(other)])

    assert result.exit_code == 0
    assert "luonnos.docx" in result.output
    assert "toinen.docx" in result.output
