"""Who arranges training and who delivers it."""

import pytest

from extract.organisers import parties_in, same_name
from records.evidence import Found
from tests.extract.programmes import ground, parties_of

ARRANGE = [
    ("fi", "Kaupunginhallitus järjestää valtuutetuille koulutuksen.", ["Kaupunginhallitus"], "the subject"),
    ("fi", "Lautakunnat perehdyttävät uudet jäsenensä.", ["Lautakunnat"], "a verb that is training itself"),
    (
        "sv",
        "Kommunledningskontoret arrangerar en utbildning för alla.",
        ["Kommunledningskontoret"],
        "an office",
    ),
    ("sv", "Utbildningen genomförs av socialnämnden.", ["socialnämnden"], "the agent"),
    ("sv", "Ansvarig: kommunfullmäktige", ["kommunfullmäktige"], "a label"),
    (
        "sv",
        "Kommunstyrelsens ansvar (för alla): Ekonomi.",
        ["Kommunstyrelsen"],
        "a duty, without the genitive",
    ),
    ("nb", "Kurset arrangeres av kontrollutvalget.", ["kontrollutvalget"], "the agent"),
    ("nn", "Formannskapet held eit kurs i mai.", ["Formannskapet"], "the subject"),
]

DELIVER = [
    ("fi", "Koulutuksen toteuttaa Päättäjäpolku Oy.", "Päättäjäpolku Oy", "a company"),
    ("fi", "Kouluttajaksi on kutsuttu Demokratiatalo.", "Demokratiatalo", "a bare name behind its role"),
    ("sv", "Kursen leds av Kommunskolan i Norr.", "Kommunskolan i Norr", "an agent with its place"),
    ("nb", "Kurset leveres av firmaet Klart Språk.", "Klart Språk", "two capitals behind a noun"),
    ("nb", "Opplæringen kjøpes av Bedriftsrådgiverne.", "Bedriftsrådgiverne", "one capital is no person"),
    ("fi", "Kouluttajana toimii Järvilän kesäyliopisto.", "Järvilän kesäyliopisto", "a summer university"),
    (
        "sv",
        "Kursen hålls av Stiftelsen Öppet Samtal i Norden.",
        "Stiftelsen Öppet Samtal i Norden",
        "a foundation",
    ),
    (
        "sv",
        "En processledare anlitas från Kustens Bildningsring rf till kursen.",
        "Kustens Bildningsring rf",
        "rf",
    ),
    ("nb", "Kurset holdes av Møteskolen Øst AS.", "Møteskolen Øst AS", "a company"),
    ("nb", "Høgskolen i Kystdalen har et kurs for folkevalgte.", "Høgskolen i Kystdalen", "a college"),
    ("nn", "Folkehøgskulen på Lia står for kurset.", "Folkehøgskulen på Lia", "a folk high school"),
]


def _body(text: str, name: str) -> Found[str]:
    start = text.index(name)
    return Found(name, ((start, start + len(name)),), "test")


@pytest.mark.parametrize(("code", "text", "names", "why"), ARRANGE)
def test_bodies_that_arrange_are_organisers(code: str, text: str, names: list[str], why: str) -> None:
    """A council body that arranges or answers for training in its sentence is an organiser."""
    found = parties_of(ground(text, code))
    assert [one.value.name for one in found.organisers] == names, why


@pytest.mark.parametrize(("code", "text", "name", "why"), DELIVER)
def test_outside_organisations_are_providers_beside_a_body(code: str, text: str, name: str, why: str) -> None:
    """Beside the body that decides, companies, associations and schools are providers."""
    whole = f"Kommunstyrelsen\n\n{text}"
    found = parties_of(ground(whole, code), _body(whole, "Kommunstyrelsen"))
    assert [one.value.name for one in found.organisers] == ["Kommunstyrelsen"]
    assert [one.value.name for one in found.providers] == [name], why


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "Koulutuksen avaa Pirkko Lehtivaara, ja kouluttajana on Aimo Rantala."),
        ("sv", "Kursledare är Lena Sjöqvist, som håller utbildningen."),
        ("nn", "Kursleiarar:\n\n  • Turid Lia\n  • Arne Nes"),
    ],
)
def test_persons_are_neither(code: str, text: str) -> None:
    """Lecturers by name are no organisers and no providers."""
    found = parties_of(ground(text, code))
    assert (found.organisers, found.providers) == ((), ())


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "Kaupunginvaltuustolle järjestetään koulutus."),
        ("nb", "De fleste kommunestyrer gjennomfører kurset."),
        ("sv", "Kurser för nämnder och styrelser ordnas i många kommuner."),
    ],
)
def test_those_who_are_trained_arrange_nothing(code: str, text: str) -> None:
    """A body to whom training is given, and bodies as such, are no organisers."""
    assert parties_of(ground(text, code)).organisers == ()


def test_an_organisation_that_offers_is_the_organiser_where_no_body_is() -> None:
    """A page of a provider names the provider as organiser, and its partner as provider."""
    text = "KS-Konsulent tilbyr kurs for folkevalgte.\n\nKurset er utviklet av Pensjonistforbundet."
    found = parties_of(ground(text, "nb"))
    assert [one.value.name for one in found.organisers] == ["KS-Konsulent"]
    assert [one.value.name for one in found.providers] == ["Pensjonistforbundet"]


def test_the_municipality_named_on_its_page_is_the_organiser() -> None:
    """Where no verb tells who arranges, the municipality that a first line names does."""
    text = "Utbildning i Norrviks kommun\n\nFörra veckan var det kurs i jäv. FCG stod för innehållet."
    found = parties_of(ground(text, "sv"))
    assert [one.value.name for one in found.organisers] == ["Norrviks kommun"]
    assert [one.value.name for one in found.providers] == ["FCG"]


def test_a_name_with_its_abbreviation_is_the_abbreviation() -> None:
    """The text goes on to use the short form; the name before the brackets is the same organisation."""
    text = "Sveriges Kommuner och Regioner (SKR) erbjuder en kurs. SKR har också en e-learning."
    found = parties_of(ground(text, "sv"))
    assert [one.value.name for one in found.organisers] == ["SKR"]
    assert found.providers == ()


def test_a_branch_goes_with_its_parent() -> None:
    """ "KS Innlandet" is not named beside "KS"."""
    text = "KS tilbyr kurs til alle. To kursholdere fra KS Innlandet holder kurset."
    found = parties_of(ground(text, "nb"))
    names = [one.value.name for one in (*found.organisers, *found.providers)]
    assert names == ["KS"]


def test_names_are_quotes_without_their_genitive() -> None:
    """A name stands in the text where its span says, and loses a genitive that can be cut off."""
    text = "Koulutus toteutetaan FCG:n kouluttajien kanssa."
    (found,) = parties_of(ground(text, "fi")).organisers
    assert found.value.name == "FCG"
    assert text[found.span[0] : found.span[1]] == "FCG"


def test_a_stretch_names_its_own_parties() -> None:
    """A session is tied to the organisations that its own words name."""
    text = "Kurssin pitää Laaksolan kansanopisto.\n\nToisen kurssin pitää Rantakylän kansanopisto."
    ground_ = ground(text, "fi")
    parties = parties_of(ground_)
    first = parties_in(parties, (0, text.index("\n")))
    second = parties_in(parties, (text.index("\n"), len(text)))
    assert [one.value for one in first] == ["Laaksolan kansanopisto"]
    assert [one.value for one in second] == ["Rantakylän kansanopisto"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kunnanhallitus", "Kunnanhallituksen", True),
        ("Nämnderna", "Nämndernas", True),
        ("KS", "KS:s", True),
        ("KS", "KSL", False),
        ("Kommunstyrelsen", "Kommunfullmäktige", False),
        ("Kaupunginhallitus", "Kaupunginvaltuusto", False),
    ],
)
def test_names_are_compared_without_endings(one: str, other: str, same: bool) -> None:
    """Two forms of one name are one organisation, two bodies of one council are not."""
    assert same_name(one, other) is same


def test_many_capitals_in_a_row_end() -> None:
    """A long run of capitalised words is read in linear time and names nothing twice."""
    text = "Koulutus. " + "Kunta " * 5000
    found = parties_of(ground(text, "fi"))
    assert len(found.organisers) + len(found.providers) <= 2


def test_a_guest_arranges_nothing() -> None:
    """A body that sends its members to an institute's course is no organiser; the institute is."""
    text = "Järvilän opisto järjestää kurssin. Kaupunginhallitus järjestää matkat kurssille."
    found = parties_of(ground(text, "fi"), guest=True)
    assert [one.value.name for one in found.organisers] == ["Järvilän opisto"]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fi", "Päätös Hallintojaosto järjestää koulutuksen.", "Hallintojaosto"),
        ("sv", "Beslut Stadsstyrelsen ordnar en kurs.", "Stadsstyrelsen"),
        ("fi", "Kuntademokratian neuvottelukunta järjestää koulutuksen.", "Kuntademokratian neuvottelukunta"),
        ("nb", "Søndre Vik kommunestyre har bestilt et kurs.", "Søndre Vik kommunestyre"),
    ],
)
def test_labels_before_a_body_are_no_part_of_its_name(code: str, text: str, name: str) -> None:
    """A label glued to a body is left off, a genitive or a town is kept."""
    found = parties_of(ground(text, code))
    assert [one.value.name for one in found.organisers] == [name]


def test_a_body_in_the_genitive_owns_and_does_not_arrange() -> None:
    """ "For the members of the board a course is arranged" names no organiser."""
    text = "Tarkastuslautakunnan jäsenille järjestetään koulutus."
    assert parties_of(ground(text, "fi", read=True)).organisers == ()
