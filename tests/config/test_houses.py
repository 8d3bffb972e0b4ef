"""House profiles: the shipped layouts, a council's own profile over them, and mistakes in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.houses import HouseBody, house_ids, load_house, template_path
from config.paths import own
from config.wording import load_wording
from records.errors import ConfigError, DraftError

LAYOUTS = ("finland-fi", "finland-sv", "norway-nb", "norway-nn", "sweden")

OWN = """extends = "sweden"
council = "Ekhamra kommun"
bodies = [{ id = "ks", name = "kommunstyrelsen" }]
body = "ks"
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget the houses of other homes."""
    load_house.cache_clear()
    yield
    load_house.cache_clear()


def _own(home: Path, house: str, text: str) -> None:
    path = home / "config" / "houses" / f"{house}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_usual_layouts_are_shipped() -> None:
    """Each country and language that is read has a layout to start from."""
    assert house_ids() == LAYOUTS


@pytest.mark.parametrize("house", LAYOUTS)
def test_a_shipped_layout_is_whole_and_worded(house: str) -> None:
    """A layout bears its file's name, names no council, and its grammar has points in its language."""
    layout = load_house(house)
    proposal = load_wording(layout.language, layout.country).proposal

    assert layout.id == house
    assert (layout.council, layout.bodies, layout.training_body) == (None, (), None)
    assert proposal.own if layout.proposal == "sentences" else proposal.opening and proposal.lead_own


@pytest.mark.parametrize(
    ("house", "tag"),
    [
        ("finland-fi", "fi-FI"),
        ("finland-sv", "sv-FI"),
        ("sweden", "sv-SE"),
        ("norway-nb", "nb-NO"),
        ("norway-nn", "nn-NO"),
    ],
)
def test_the_tag_tells_language_and_country(house: str, tag: str) -> None:
    """Word is told the language as the country writes it."""
    assert load_house(house).tag == tag


@pytest.mark.parametrize(
    ("house", "sections"),
    [
        ("finland-fi", "preparation account impacts presenter proposal decision appeal"),
        ("finland-sv", "preparation account impacts presenter proposal decision appeal"),
        ("sweden", "proposal summary account impacts documents distribution signature"),
        ("norway-nb", "proposal summary account assessment impacts attachments"),
        ("norway-nn", "proposal summary account assessment impacts attachments"),
    ],
)
def test_sections_stand_in_the_order_of_the_country(house: str, sections: str) -> None:
    """Finland ends with proposal and decision, Sweden and Norway begin with the proposal."""
    assert load_house(house).sections == tuple(sections.split())


def test_a_council_extends_a_layout(home: Path) -> None:
    """A profile of a few lines has all the rest of the layout that it extends."""
    _own(home, "ekhamra", OWN)
    house, layout = load_house("ekhamra"), load_house("sweden")

    assert (house.id, house.council) == ("ekhamra", "Ekhamra kommun")
    assert house.training_body is not None
    assert house.training_body.name == "kommunstyrelsen"
    assert (house.sections, house.impacts, house.proposal) == (
        layout.sections,
        layout.impacts,
        layout.proposal,
    )
    assert house_ids() == tuple(sorted((*LAYOUTS, "ekhamra")))


def test_a_profile_may_extend_a_council_of_its_own(home: Path) -> None:
    """Layers go on: a committee's profile over its council's over the country's."""
    _own(home, "ekhamra", OWN)
    _own(home, "ekhamra-short", 'extends = "ekhamra"\nsections = ["proposal", "account"]\n')
    house = load_house("ekhamra-short")

    assert (house.council, house.sections) == ("Ekhamra kommun", ("proposal", "account"))


def test_a_layout_is_overlaid_under_its_own_name(home: Path) -> None:
    """A file of the same name in the home replaces keys of a shipped layout and of what extends it."""
    _own(home, "sweden", 'impacts = ["economy"]\n[headings]\neconomy = "Ekonomi"\n')
    _own(home, "ekhamra", OWN)

    assert load_house("sweden").impacts == ("economy",)
    assert load_house("ekhamra").headings["economy"] == "Ekonomi"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('coucil = "Ekhamra"\n', r"ekhamra\.toml, line 2: expected a known key, found coucil"),
        ('sections = ["sumary", "proposal"]\n', r"ekhamra\.toml, line 2: .*sumary"),
        ('sections = ["proposal", "proposal"]\n', r"line 2: expected .*each key once .proposal stands twice"),
        ('sections = ["summary"]\n', r"line 2: expected .*a list with the section proposal"),
        ('proposal = "att-satser"\n', r"line 2: expected .*'lead' or 'sentences'"),
        ('body = "kf"\n', r"line 2: expected .*one of the ids under bodies \(none\), found body = 'kf'"),
        ('impacts = ["economy", "economy"]\n', r"line 2: expected .*each key once .economy stands twice"),
        (
            'bodies = [{ id = "a", name = "A" }, { id = "b", name = "a" }]\n',
            r"line 2: expected each body once, with names of its own \(a stands twice\)",
        ),
        (
            'bodies = [{ id = "a", name = "en", prepares_for = "b" }]\n',
            r"line 2: expected prepares_for of a: the id of another body \(a\)",
        ),
        ('bodies = [{ id = "a", name = "en", prepares_for = "a" }]\n', r"line 2: expected prepares_for of a"),
        ('bodies = [{ id = "a", name = "en", genitv = "ens" }]\n', r"line 2: .*bodies\.0\.genitv"),
        ('bodies = [{ id = "", name = "en" }]\n', r"line 2: expected .*at least 1 character"),
        ('template = "../brev.docx"\n', r"line 2: expected the name of a \.docx or \.dotx file in config"),
        ('template = "brev.dotm"\n', r"line 2: expected the name of a \.docx or \.dotx file"),
        ('appeal = "klage"\n', r"line 2: expected .*'correction'"),
        ("council = Ekhamra\n", r"ekhamra\.toml, line 2: expected TOML"),
        ('[headings]\nsumary = "Kort"\n', r"ekhamra\.toml, line [23]: .*sumary"),
    ],
)
def test_a_mistake_names_file_and_line(home: Path, text: str, told: str) -> None:
    """The clerk's own file and the line in it stand in the error, never the shipped layout's."""
    _own(home, "ekhamra", f'extends = "sweden"\n{text}')

    with pytest.raises(ConfigError, match=told):
        load_house("ekhamra")


def test_a_mistake_below_is_told_where_it_stands(home: Path) -> None:
    """A wrong key in the file that is extended is not blamed on the file above."""
    _own(home, "below", 'extends = "sweden"\nsumary = 1\n')
    _own(home, "above", 'extends = "below"\n')

    with pytest.raises(ConfigError, match=r"below\.toml, line 2"):
        load_house("above")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('extends = "b"\n', 'extends = "a"\n'),
        ('extends = "a"\n', ""),
    ],
)
def test_a_ring_of_profiles_is_refused(home: Path, first: str, second: str) -> None:
    """Profiles that extend each other, or themselves, end with an error and not with the stack."""
    _own(home, "a", first)
    _own(home, "b", second)

    with pytest.raises(ConfigError, match="a file that extends no file that extends it"):
        load_house("a")


def test_an_unknown_layout_is_refused_with_the_known_ones(home: Path) -> None:
    """The error names the file that asks for it and lists what there is."""
    _own(home, "ekhamra", 'extends = "danmark"\n')

    with pytest.raises(ConfigError, match=r'ekhamra\.toml: .*finland-fi, .*extends = "danmark"'):
        load_house("ekhamra")


def test_an_unknown_house_is_refused_with_the_known_ones() -> None:
    """The error lists the houses that there are and where another would lie."""
    with pytest.raises(ConfigError, match=r"nowhere: expected one of finland-fi.*nowhere\.toml"):
        load_house("nowhere")


BODIES = """extends = "finland-fi"
bodies = [
    { id = "kh", name = "kaupunginhallitus", abbreviation = "KHALL", prepares_for = "kv" },
    { id = "kv", name = "kaupunginvaltuusto", kind = "council" },
]
body = "kh"
"""


@pytest.mark.parametrize("called", ["kh", "KH", "Kaupunginhallitus", "khall", "  kaupunginhallitus "])
def test_a_body_is_found_by_what_it_is_called(home: Path, called: str) -> None:
    """Id, name and abbreviation serve, in letters of any size."""
    _own(home, "kuusela", BODIES)

    assert load_house("kuusela").find_body(called).id == "kh"


def test_an_unknown_body_is_refused_with_the_listed_ones(home: Path) -> None:
    """The error names the house and its bodies, and where another would be added."""
    _own(home, "kuusela", BODIES)

    with pytest.raises(
        ConfigError,
        match=r"house kuusela: expected a body of the house: kh \(kaupunginhallitus\), kv .*found 'laut"
        r".*kuusela\.toml",
    ):
        load_house("kuusela").find_body("lautakunta")
    with pytest.raises(ConfigError, match="it lists none"):
        load_house("finland-fi").find_body("kh")


def test_a_body_proposes_to_the_one_it_prepares_for(home: Path) -> None:
    """A board that prepares for the council has it as its receiver; the council has none."""
    _own(home, "kuusela", BODIES)
    house = load_house("kuusela")
    receiver = house.receiver(house.find_body("kh"))

    assert receiver is not None
    assert receiver.name == "kaupunginvaltuusto"
    assert house.receiver(receiver) is None


def test_impacts_stand_in_their_place_among_the_parts(home: Path) -> None:
    """The parts of a draft are the sections, with the house's impacts where it asks for them."""
    _own(home, "ekhamra", 'extends = "sweden"\nsections = ["account", "impacts", "proposal"]\n')

    assert load_house("ekhamra").parts == ("account", "economy", "children", "proposal")


def test_a_template_of_the_home_comes_before_the_shipped_one(home: Path) -> None:
    """A house without a template has no path; a named one is looked for in the home first."""
    _own(home, "ekhamra", 'extends = "sweden"\ntemplate = "brev.docx"\n')
    place = own("templates", "brev.docx")
    house = load_house("ekhamra")

    assert template_path(load_house("sweden")) is None
    with pytest.raises(DraftError, match=r"house ekhamra: expected the template at .*brev\.docx"):
        template_path(house)
    place.parent.mkdir(parents=True)
    place.write_bytes(b"PK")
    assert template_path(house) == place


def test_bodies_can_be_made_in_code() -> None:
    """A body needs an id and a name; it is called by both."""
    assert HouseBody(id="KS", name="Kommunstyrelsen").called() == ("ks", "kommunstyrelsen")
