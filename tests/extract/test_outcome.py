"""How items ended, from the words of the decision, the proposal and the debate."""

import pytest

from config.languages import load_language
from extract.outcome import find_outcome, is_reference


def outcome(language: str, decision: str, proposal: str = "", debate: str = "") -> str:
    """Return how an item ended whose texts stand one behind the other."""
    text = "\n".join((proposal, debate, decision)).lower()
    asked = (0, len(proposal)) if proposal else None
    moved = (len(proposal) + 1, len(proposal) + 1 + len(debate)) if debate else None
    start = len(proposal) + len(debate) + 2
    found = find_outcome(text, (start, len(text)), asked, moved, load_language(language).decision)
    assert all(0 <= first < last <= len(text) for first, last in found.spans)
    return found.value


@pytest.mark.parametrize(
    ("language", "decision", "expected"),
    [
        ("fi", "Hyväksyttiin.", "approved"),
        ("fi", "Kaupunginhallitus merkitsi koulutusohjelman tiedoksi.", "noted"),
        ("fi", "Asia pantiin pöydälle kokoukseen 1.12.2025.", "tabled"),
        ("fi", "Asia päätettiin palauttaa uudelleen valmisteltavaksi.", "returned"),
        ("fi", "Asia poistettiin esityslistalta.", "withdrawn"),
        ("fi", "Lautakunta hylkäsi oikaisuvaatimuksen.", "rejected"),
        ("fi", "Päätettiin ehdotuksen mukaisesti kuitenkin siten, että aihe vaihdetaan.", "approved_amended"),
        ("fi", "Valtuusto perui muutoksen.", "other"),
        (
            "fi",
            "Muuten esityksen mukaan, mutta yksi asia siirrettiin seuraavaan kokoukseen.",
            "approved_amended",
        ),
        ("fi", "Asian käsittely siirrettiin seuraavaan kokoukseen.", "tabled"),
        ("fi", "Valtuusto hyväksyi muutetun palkkiosäännön.", "approved"),
        ("fi", "Hallitus hyväksyi merkittävän tiedonhallinnan hankkeen.", "approved"),
        ("fi", "Prosentiksi määrättiin 8,40 %.", "approved"),
        ("sv", "Ärendet återremitteras till kansliet.", "returned"),
        ("sv", "Ärendet bordlades enhälligt.", "tabled"),
        ("sv", "Kommunfullmäktige avslår motionen.", "rejected"),
        ("sv", "Fullmäktige antecknade informationen till kännedom.", "noted"),
        ("sv", "Kommunstyrelsen antar planen.", "approved"),
        ("sv", "Fullmäktige antar den ändrade arbetsordningen.", "approved"),
        ("sv", "Nämnden lägger redovisningen till handlingarna.", "noted"),
        ("nb", "Saken utsettes.", "tabled"),
        ("nb", "Referatsakene tas til orientering.", "noted"),
        ("nb", "Saken sendes tilbake til rådmannen.", "returned"),
        ("nb", "Bevilling innvilges.", "approved"),
        ("nn", "Kommunestyret tek rapporten til vitande.", "noted"),
        ("nn", "Saka vert send attende.", "returned"),
    ],
)
def test_reads_the_outcome_of_a_decision(language: str, decision: str, expected: str) -> None:
    """The decision's own words tell how it ended."""
    assert outcome(language, decision) == expected


@pytest.mark.parametrize(
    ("language", "proposal", "decision", "expected"),
    [
        ("fi", "Kunnanhallitus päättää järjestää koulutuksen.", "Asia jätettiin pöydälle.", "tabled"),
        (
            "fi",
            "Lautakunta hyväksyy ohjelman.",
            "Lautakunta hyväksyi päätösehdotuksen sillä lisäyksellä, että varajäsenet kutsutaan.",
            "approved_amended",
        ),
        ("fi", "Lautakunta hyväksyy ohjelman.", "Hyväksyttiin.", "approved"),
        ("fi", "Merkitään tiedoksi.", "Hyväksyttiin.", "noted"),
        ("fi", "Merkitään tiedoksi.", "Ehdotuksen mukaan.", "noted"),
        ("fi", "Hallitus hylkää oikaisuvaatimuksen.", "Päätösehdotus hyväksyttiin.", "approved"),
        ("fi", "X valitaan.", "Valittiin Aino Vesa.", "approved"),
        ("fi", "Osallistutaan.", "Päätettiin olla osallistumatta koulutukseen.", "rejected"),
        ("fi", "Osallistutaan.", "Asia palautettiin valmisteltavaksi.", "returned"),
        ("fi", "Osallistutaan.", "Esittelijä veti asian pois listalta.", "withdrawn"),
        (
            "fi",
            "Osallistutaan.",
            "Lautakunta päätti poiketen ehdotuksesta, että koulutus pidetään syksyllä.",
            "approved_amended",
        ),
        ("fi", "Osallistutaan.", "Ei käsitelty.", "withdrawn"),
        (
            "fi",
            "Ohjelma merkitään tiedoksi.",
            "Kunnanhallitus merkitsi ohjelman tiedoksi ja totesi, että koulutus on tarpeen.",
            "noted",
        ),
        ("sv", "Nämnden godkänner.", "Enligt förslaget.", "approved"),
        ("sv", "Nämnden godkänner.", "Ärendet återremitteras till förvaltningen.", "returned"),
        ("sv", "Nämnden godkänner.", "Nämnden beslutar att bordlägga ärendet.", "tabled"),
        ("sv", "Nämnden godkänner.", "Nämnden beslutar att inte delta i utbildningen.", "rejected"),
        (
            "sv",
            "Nämnden antecknar informationen.",
            "Nämnden antecknar informationen till protokollet.",
            "noted",
        ),
        ("sv", "Nämnden tar del av informationen.", "Enligt förslaget.", "noted"),
        ("sv", "Motionen avslås.", "Enligt förslaget.", "approved"),
        (
            "sv",
            "Nämnden godkänner.",
            "Nämnden godkänner planen med den ändringen att kursen hålls i maj.",
            "approved_amended",
        ),
        ("sv", "Nämnden godkänner.", "Ärendet utgår.", "withdrawn"),
        ("sv", "Motionen avslås.", "Motionen anses besvarad.", "approved"),
        ("sv", "Nämnden godkänner.", "Informationen läggs till handlingarna.", "noted"),
        ("sv", "Nämnden avslår.", "Fullmäktige bifaller motionen.", "approved"),
        ("nb", "Rådet melder på to.", "Som innstillingen.", "approved"),
        ("nb", "Saken tas til orientering.", "Innstillingen enstemmig vedtatt.", "noted"),
        ("nb", "Rådet melder på to.", "Saken utsettes.", "tabled"),
        ("nb", "Rådet melder på to.", "Utsatt.", "tabled"),
        ("nb", "Rådet melder på to.", "Saken sendes tilbake til administrasjonen.", "returned"),
        ("nb", "Rådet melder på to.", "Søknaden avslås.", "rejected"),
        ("nb", "Rådet melder på to.", "Saken trekkes.", "withdrawn"),
        (
            "nb",
            "Rådet melder på to.",
            "Innstillingen vedtatt med følgende tillegg: Vara inviteres.",
            "approved_amended",
        ),
        ("nb", "Rådet melder på to.", "Rådet deltar ikke på kurset.", "rejected"),
        ("nb", "Protokollen godkjennes.", "Godkjent.", "approved"),
        ("nb", "Saken tas til etterretning.", "Vedtatt som innstilt.", "noted"),
        ("nn", "Rådet melder på to.", "Samrøystes som tilrådinga.", "approved"),
        ("nn", "Saka vert teken til vitande.", "Tilrådinga vart samrøystes vedteken.", "noted"),
        ("nn", "Rådet melder på to.", "Utsett.", "tabled"),
        ("nn", "Rådet melder på to.", "Saka vert send attende til administrasjonen.", "returned"),
        ("nn", "Rådet melder på to.", "Saka vart trekt.", "withdrawn"),
        ("nn", "Rådet melder på to.", "Søknaden vert ikkje imøtekomen.", "rejected"),
        (
            "nn",
            "Rådet melder på to.",
            "Framlegget vart vedteke med den endringa at kurset vert i mai.",
            "approved_amended",
        ),
        ("nn", "Rådet melder på to.", "Kommunestyret takkar for orienteringa.", "noted"),
        ("nb", "Rådet melder på to.", "Kommunestyret takker for orienteringen.", "noted"),
    ],
)
def test_reads_the_outcome_beside_a_proposal(
    language: str, proposal: str, decision: str, expected: str
) -> None:
    """Every way in which a decision answers its proposal: taken, changed, put off, sent back, turned down."""
    assert outcome(language, decision, proposal) == expected


def test_a_word_that_is_the_whole_decision() -> None:
    """A word that elsewhere describes something ends the matter where it stands alone."""
    assert outcome("nb", "Utsatt.") == "tabled"
    assert outcome("nb", "Kommunen hjelper utsatte barn.") == "approved"
    assert outcome("sv", "Utgår") == "withdrawn"
    assert outcome("sv", "Arvode utgår enligt reglementet.") == "approved"


def test_what_a_motion_added() -> None:
    """A decision that says what its proposal does, and more, was amended where somebody moved it."""
    proposal = "Formannskapet melder på leder og nestleder til konferansen."
    decision = "Formannskapet melder på leder, nestleder og gruppelederne til konferansen. Utgiften dekkes."
    moved = "Per Vik foreslo at også gruppelederne deltar."
    assert outcome("nb", decision, proposal, moved) == "approved_amended"
    assert outcome("nb", decision, proposal) == "approved"


@pytest.mark.parametrize(
    ("language", "proposal", "debate", "decision", "expected"),
    [
        pytest.param(
            "fi",
            "Hallitus merkitsee ohjelman tiedoksi.",
            "",
            "Hyväksyttiin.",
            "noted",
            id="approving a proposal to note is noting",
        ),
        pytest.param(
            "fi",
            "Hallitus hyväksyy ohjelman ja lähettää sen tiedoksi.",
            "",
            "Hyväksyttiin.",
            "approved",
            id="sending for information is no noting",
        ),
        pytest.param(
            "fi",
            "Lautakunta hylkää oikaisuvaatimuksen.",
            "",
            "Esittelijän ehdotus hyväksyttiin.",
            "approved",
            id="a proposal to reject that is taken is approved",
        ),
        pytest.param(
            "fi",
            "Kokoukset ovat 26.1.2026 ja 2.3.2026.",
            "",
            "Kokoukset ovat 9.2.2026 ja 2.3.2026.",
            "approved_amended",
            id="a day gave way to another",
        ),
        pytest.param(
            "fi",
            "Hallitus päättää ajankohdan.",
            "",
            "Koulutus pidetään 19.10. esitetyllä tavalla.",
            "approved",
            id="a day that the proposal left open",
        ),
        pytest.param(
            "fi",
            "Päätetään\n1. merkitä osakkeita\n2. hyväksyä sopimus.",
            "",
            "Päätettiin\n1. merkitä osakkeita\n2. hyväksyä sopimus.\n3. raportoida.",
            "approved_amended",
            id="a point more",
        ),
        pytest.param(
            "nb",
            "Programmet godkjennes.",
            "Åse Kirk foreslo strømming. Forslaget ble vedtatt.",
            "Programmet godkjennes. Samlingene strømmes.",
            "approved_amended",
            id="a motion that won",
        ),
        pytest.param(
            "nb",
            "Programmet godkjennes.",
            "Heidi Moe roste planen.",
            "Programmet godkjennes. Planen refereres.",
            "approved",
            id="an addition that nobody moved",
        ),
        pytest.param(
            "nb",
            "Programmet godkjennes.",
            "Per Sund fremmet forslag. Det fikk tre stemmer.",
            "Programmet godkjennes.",
            "approved",
            id="a motion that lost",
        ),
    ],
)
def test_reads_the_outcome_from_all_texts(
    language: str, proposal: str, debate: str, decision: str, expected: str
) -> None:
    """A decision that refers to the proposal, or differs from it, is judged together with it."""
    assert outcome(language, decision, proposal, debate) == expected


@pytest.mark.parametrize(
    ("decision", "refers"),
    [("Ehdotus hyväksyttiin.", True), ("Esityksen mukaan.", True), ("Koulutus pidetään maanantaina.", False)],
)
def test_knows_decisions_that_only_refer(decision: str, refers: bool) -> None:
    """What was decided in substance stands in the proposal where the decision only points to it."""
    folded = decision.lower()
    assert is_reference(folded, (0, len(folded)), load_language("fi").decision) is refers


@pytest.mark.parametrize(
    ("language", "proposal", "decision", "expected"),
    [
        pytest.param(
            "fi",
            "Oikaisuvaatimus jätetään hyväksymättä.",
            "Päätösesitys hyväksyttiin.",
            "approved",
            id="Finnish",
        ),
        pytest.param("sv", "Motionen avslås.", "Förslaget bifölls.", "approved", id="Swedish"),
        pytest.param("sv", "Motionen avslås.", "Nämnden biföll förslaget.", "approved", id="Swedish, active"),
        pytest.param("nb", "Søknaden avslås.", "Innstillingen vedtatt.", "approved", id="Bokmål"),
        pytest.param(
            "nb", "Søknaden avslås.", "Rådmannens forslag ble vedtatt.", "approved", id="Bokmål, owned"
        ),
        pytest.param("nn", "Søknaden vert avslegen.", "Tilrådinga vart vedteken.", "approved", id="Nynorsk"),
        pytest.param(
            "nn",
            "Søknaden vert avslegen.",
            "Rådmannen si tilråding vart vedteken.",
            "approved",
            id="Nynorsk, owned",
        ),
        pytest.param(
            "fi",
            "Osallistutaan.",
            "Ehdotus hyväksyttiin. Laineen vastaehdotus hylättiin.",
            "approved",
            id="what is turned down behind it was somebody else's motion",
        ),
        pytest.param(
            "sv",
            "Nämnden deltar.",
            "Förslaget bifölls. Återstoden avslås.",
            "approved",
            id="the same in Swedish",
        ),
        pytest.param(
            "nb",
            "Rådet deltar.",
            "Innstillingen vedtatt. Pers forslag ble avvist.",
            "approved",
            id="in Bokmål",
        ),
        pytest.param(
            "nn",
            "Rådet deltek.",
            "Tilrådinga vart vedteken. Framlegget frå Per vart avvist.",
            "approved",
            id="in Nynorsk",
        ),
        pytest.param(
            "fi",
            "Hakemus hylätään.",
            "Päätettiin esityksen mukaan hylätä hakemus.",
            "rejected",
            id="the decision's own words reject",
        ),
    ],
)
def test_a_proposal_that_is_taken_is_approved(
    language: str, proposal: str, decision: str, expected: str
) -> None:
    """The decision's own words tell the outcome; a reference approves, whatever the proposal turns down."""
    assert outcome(language, decision, proposal) == expected
