"""What a clerk is told of a house profile before a draft is made by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.house_check import check_house_file, profile_path
from config.houses import TEMPLATES, house_ids
from config.paths import own, shipped
from config.wording import load_wording
from records.errors import ConfigError
from samples.letterhead import load_templates
from samples.load import load_houses

FINNISH = """extends = "finland-fi"
council = "Kuuselan kunta"
bodies = [
    { id = "kh", name = "kunnanhallitus", genitive = "kunnanhallituksen", kind = "board" },
    { id = "kv", name = "kunnanvaltuusto", genitive = "kunnanvaltuuston", kind = "council" },
]
body = "kh"
preparer = "hallintopäällikkö"
presenter = "kunnanjohtaja"
responsible = "hallintopäällikölle"
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget the wording of other homes."""
    load_wording.cache_clear()
    yield
    load_wording.cache_clear()


def _file(folder: Path, text: str, name: str = "kuusela.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _told(path: Path) -> list[str]:
    return [mistake.describe() for mistake in check_house_file(path).mistakes]


@pytest.mark.parametrize("house", house_ids())
def test_the_shipped_layouts_have_no_mistakes(house: str) -> None:
    """They leave open only what is a council's own."""
    checked = check_house_file(profile_path(house))

    assert checked.mistakes == ()
    assert "no council named (council): stays a placeholder in every draft" in checked.gaps


@pytest.mark.parametrize(("name", "text"), load_houses().items())
def test_the_demos_houses_leave_nothing_open(tmp_path: Path, name: str, text: str) -> None:
    """They show all that a profile can tell; the demo writes their templates beside them."""
    for template, content in load_templates().items():
        own(TEMPLATES).mkdir(parents=True, exist_ok=True)
        own(TEMPLATES, template).write_bytes(content)
    checked = check_house_file(_file(tmp_path, text, name))

    assert (checked.mistakes, checked.gaps) == ((), ())


def test_a_whole_profile_is_right(tmp_path: Path) -> None:
    """The house is as the file makes it, over the layout that it extends."""
    checked = check_house_file(_file(tmp_path, FINNISH))

    assert (checked.mistakes, checked.gaps) == ((), ())
    assert checked.house is not None
    assert (checked.house.id, checked.house.council) == ("kuusela", "Kuuselan kunta")
    assert checked.house.sections[0] == "preparation"


def test_every_mistaken_key_is_told_at_once(tmp_path: Path) -> None:
    """A clerk mends a file in one go."""
    told = _told(
        _file(
            tmp_path,
            'extends = "finland-fi"\ncoucil = "Kuusela"\nsections = ["sumary", "proposal"]\nbody = "kh"\n',
        )
    )

    assert len(told) == 3
    assert any("line 2: expected a known key, found coucil. Did you mean council?" in each for each in told)
    assert any("line 3: expected" in each and "sumary" in each for each in told)
    assert any("line 4: expected one of the ids under bodies (none)" in each for each in told)


@pytest.mark.parametrize(
    ("changed", "line", "told"),
    [
        # a form of the name that a phrase of the language puts in
        (('genitive = "kunnanvaltuuston", ', ""), 5, "expected genitive of kv"),
        (
            ('"kunnanhallituksen", ', '"kunnanhallituksen", prepares_for = "kv", '),
            5,
            "expected allative of kv",
        ),
        # who is given the task stands in a case of its own
        (('"hallintopäällikölle"', '"hallintopäällikkö"'), 10, 'ending in "lle"'),
        # words for what is not printed
        (("", '[headings]\nsummary = "Lyhyesti"\n'), 12, "a heading for summary"),
        (("", '[headings]\nimpacts = "Vaikutukset"\n'), 12, "a heading for impacts"),
        (("", '[labels]\ndate = "Pvm"\n'), 12, "found date = 'Pvm'"),
        (("", '[headings]\npreparation = ""\n'), 12, "a heading for the first part"),
        (
            ('body = "kh"', 'body = "kh"\nimpacts = ["children"]\nsections = ["proposal", "decision"]'),
            8,
            'expected "impacts" among the sections',
        ),
        # families and templates
        (('body = "kh"', 'body = "kh"\nappeal = "legality"'), 8, "expected a family of FI: correction"),
        (('body = "kh"', 'body = "kh"\ntemplate = "kuusela.docx"'), 8, "expected the template at"),
        # a language without wording
        (
            ('body = "kh"', 'body = "kh"\nlanguage = "se"'),
            8,
            "expected one of fi, nb, nn, sv, sv-FI, found se",
        ),
    ],
)
def test_what_the_keys_do_not_show_is_told_with_its_line(
    tmp_path: Path, changed: tuple[str, str], line: int, told: str
) -> None:
    """A profile that reads well may still ask for what its language lacks, or word what is never printed."""
    old, new = changed
    text = FINNISH.replace(old, new) if old else FINNISH + new
    (mistake,) = _told(_file(tmp_path, text))

    assert f"kuusela.toml, line {line}: " in mistake
    assert told in mistake


def test_a_body_is_found_in_its_own_table(tmp_path: Path) -> None:
    """Bodies may be written as tables of their own; the line is that of the body."""
    text = FINNISH.split("bodies = [")[0] + FINNISH.split("]\n")[1]
    text += '\n[[bodies]]\nid = "kv"\nname = "valtuusto"\ngenitive = "valtuuston"\n'
    text += '[[bodies]]\nid = "kh"\nname = "hallitus"\n'
    (mistake,) = _told(_file(tmp_path, text))

    line = text.splitlines().index('id = "kh"') + 1
    assert f"line {line}: expected genitive of kh, for the phrase" in mistake


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'extends = "norway-nb"\nproposal = "lead"\n',
            'line 2: expected proposal = "lead" with wording in nb',
        ),
        ('extends = "danmark"\n', "line 1: expected one of finland-fi, "),
        ('extends = "kuusela"\n', "line 1: expected one of finland-fi, "),
        ("council = Kuusela\n", "line 1: expected TOML"),
    ],
)
def test_a_profile_that_cannot_be_made_is_told(tmp_path: Path, text: str, told: str) -> None:
    """Grammar that the language does not offer, a layout that nobody has, no TOML."""
    (mistake,) = _told(_file(tmp_path, text))

    assert told in mistake


def test_files_that_cannot_be_read_are_mistakes(tmp_path: Path) -> None:
    """Another encoding, no file: told as one mistake, not raised."""
    latin = tmp_path / "kuusela.toml"
    latin.write_bytes('council = "Kuuselan päivä"'.encode("latin-1"))

    assert "line 1: expected a TOML file in UTF-8" in _told(latin)[0]
    assert "expected a TOML file that can be read" in _told(tmp_path / "nowhere.toml")[0]


def test_a_profile_without_a_layout_must_be_whole(tmp_path: Path) -> None:
    """Every key that it needs is told."""
    told = _told(_file(tmp_path, 'country = "FI"\nlanguage = "fi"\n'))

    assert {line.split("expected ")[1].split(",")[0] for line in told} == {
        "the key document",
        "the key head",
        "the key sections",
        "the key proposal",
    }


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        (('preparer = "hallintopäällikkö"\n', ""), "no preparer named (preparer): stays a placeholder"),
        (('presenter = "kunnanjohtaja"\n', ""), "no presenter named (presenter): stays a placeholder"),
        (('body = "kh"\n', ""), "no body for training items named (body): stays"),
        (
            ('responsible = "hallintopäällikölle"\n', ""),
            "nobody responsible for carrying out decisions named",
        ),
        (
            (
                'body = "kh"\n',
                'body = "kh"\nsections = ["presenter", "proposal", "distribution", "preparation"]\n',
            ),
            "no recipients of decisions named (distribution)",
        ),
        ((', kind = "board"', ""), "no kind of kh told (council, board, committee): no appeal clause"),
        (
            ('body = "kh"\n', 'body = "kh"\ndistribution = ["Arkisto"]\n'),
            "distribution is told and never printed",
        ),
        (('"kunnanhallitus"', '"Kunnanhallitus"'), "kh: 'Kunnanhallitus' begins with a capital"),
    ],
)
def test_what_stays_open_is_told_and_is_no_mistake(
    tmp_path: Path, changed: tuple[str, str], gap: str
) -> None:
    """A clerk may leave open what differs from case to case."""
    checked = check_house_file(_file(tmp_path, FINNISH.replace(*changed)))

    assert checked.mistakes == ()
    assert [gap in each for each in checked.gaps] == [True]


def test_presenters_of_all_bodies_leave_none_open(tmp_path: Path) -> None:
    """Where every body has its presenter, the house needs none."""
    text = FINNISH.replace('presenter = "kunnanjohtaja"\n', "")
    text = text.replace(', kind = "', ', presenter = "kunnanjohtaja", kind = "')

    assert check_house_file(_file(tmp_path, text)).gaps == ()


def test_the_installations_own_file_lies_over_the_shipped_one(home: Path) -> None:
    """An overlay of a shipped layout needs only the keys that it changes; so does a copy of it elsewhere."""
    place = own("houses", "sweden.toml")
    place.parent.mkdir(parents=True)
    _file(place.parent, 'impacts = ["economy"]\n', "sweden.toml")
    copy = _file(home, 'impacts = ["health"]\n', "sweden.toml")

    assert profile_path("sweden") == place
    for path, impact in ((place, "economy"), (copy, "health")):
        house = check_house_file(path).house
        assert house is not None
        assert house.impacts == (impact,)


def test_an_unknown_house_has_no_file() -> None:
    """The houses that there are are listed."""
    with pytest.raises(ConfigError, match="nowhere: expected one of finland-fi"):
        profile_path("nowhere")
    assert profile_path("sweden") == Path(str(shipped("houses", "sweden.toml")))


@pytest.mark.parametrize(
    "line",
    [
        "bodies = 3",
        "bodies = [3]",
        'bodies = [{ name = "en" }]',
        'headings = "x"',
        'headings = { proposal = ["x"] }',
        "labels = 3",
        "extends = 3",
        "impacts = {}",
        "more = 3",
        'more = { sections = "x" }',
        'id = 3\ncountry = "XX"',
        'language = ""',
        'language = "../fi"',
        'template = ["x.docx"]',
    ],
)
def test_values_of_any_shape_are_told_and_never_raised(tmp_path: Path, line: str) -> None:
    """A clerk's slip in the shape of a value is one line, whatever it is."""
    text = line if line.startswith("extends") else f'extends = "sweden"\n{line}\n'
    checked = check_house_file(_file(tmp_path, text))

    assert checked.mistakes
    assert all(mistake.where.startswith(str(tmp_path)) for mistake in checked.mistakes)
