"""Tests of the points of proposals: good ones pass, and each bad one is told for its own reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.check_actions import find_actions
from tests.export.checked import check, made_draft, points, rules, with_part
from tests.export.houses import LAYOUTS, own_house, words_of

OPENINGS = {"finland-fi": "Kunnanhallitus päättää", "finland-sv": "Stadsstyrelsen beslutar"}

GOOD = {
    "finland-fi": (
        "hyväksyä luottamushenkilöiden koulutusohjelman ajalle 2027–2029.",
        "hyväksyä koulutusohjelman ja sen aikataulun.",
        "varata koulutukseen 4 000 euroa kunnanhallituksen määrärahasta.",
        "antaa hallintopäällikölle tehtäväksi järjestää koulutukset ja valita kouluttajat.",
        "nimetä osallistujiksi puheenjohtajat ja varapuheenjohtajat.",
        "merkitä selvityksen valtuutettujen koulutuksista tiedoksi.",
        "ehdottaa kunnanvaltuustolle, että kunnanvaltuusto hyväksyy koulutusohjelman.",
        "valtuuttaa hallintopäällikön tekemään ohjelmaan teknisiä korjauksia.",
        "maksaa osallistumisen kustannukset, jotka ovat enintään 900 euroa.",
        "todeta, että koulutus järjestetään etänä.",
        "hyväksyä ohjelman, jonka Kuntaverkosto järjestää ja rahoittaa.",
        "merkitä tiedoksi, että kunnanvaltuusto hyväksyy ohjelman kesäkuussa.",
    ),
    "finland-sv": (
        "att godkänna utbildningsprogrammet för förtroendevalda för åren 2027–2029.",
        "att godkänna programmet och dess tidtabell.",
        "att reservera 4 000 euro för utbildningen ur anslaget för förtroendevalda.",
        "att ge förvaltningsdirektören i uppgift att ordna utbildningen och välja utbildare.",
        "att utse presidiet och gruppordförandena till deltagare.",
        "att anteckna redogörelsen för kännedom.",
        "att föreslå fullmäktige att programmet godkänns.",
        "att bemyndiga förvaltningsdirektören att göra tekniska rättelser.",
        "att betala kostnaderna, som är högst 900 euro.",
        "att anteckna för kännedom, att fullmäktige utser deltagare i maj.",
    ),
    "sweden": (
        "Kommunstyrelsen antar utbildningsprogrammet för förtroendevalda för 2027–2030.",
        "Kommunstyrelsen godkänner programmet och tidplanen.",
        "Kommunstyrelsen avsätter 40 000 kronor för utbildningen ur anslaget för förtroendevalda.",
        "Kommunstyrelsen ger kommundirektören i uppdrag att genomföra utbildningen och utse utbildare.",
        "Kommunstyrelsen utser ordförandena i nämnderna till deltagare.",
        "Kommunstyrelsen noterar informationen.",
        "Kommunstyrelsen lägger redogörelsen, som lämnades i mars, till handlingarna.",
        "Kommunstyrelsen föreslår att kommunfullmäktige antar programmet.",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att anta reglerna och att anta anvisningarna.",
        "Kommunstyrelsen antar programmet som Länsnätverket ordnar och finansierar.",
        "Kommunfullmäktige fastställer planen kl. 17.00 den dag som styrelsen bestämmer.",
        "Valberedningen utser Maja Granlund till ordförande och Ove Ekhamre till ersättare.",
    ),
    "norway-nb": (
        "Formannskapet vedtar plan for folkevalgtopplæring for 2027–2031.",
        "Formannskapet vedtar planen og tidsplanen.",
        "Formannskapet setter av 40 000 kroner til opplæringen fra disposisjonsfondet.",
        "Formannskapet gir kommunedirektøren i oppdrag å gjennomføre opplæringen og velge kursholdere.",
        "Formannskapet oppnevner ordfører og varaordfører som deltakere.",
        "Formannskapet tar saken til orientering.",
        "Formannskapet vedtar opplegget som Fjordnettverket har laget og finansierer.",
        "Formannskapet innstiller overfor kommunestyret at planen vedtas.",
        "Plan for folkevalgtopplæring for 2027–2031 vedtas.",
        "Kommunestyret i Granåsen kommune bevilger 40 000 kroner.",
        "Formannskapet ber kommunedirektøren legge fram en sak om opplæring i mars.",
    ),
    "norway-nn": (
        "Formannskapet vedtek plan for folkevaldopplæring for 2027–2031.",
        "Formannskapet vedtek planen og tidsplanen.",
        "Formannskapet set av 40 000 kroner til opplæringa frå disposisjonsfondet.",
        "Formannskapet gir kommunedirektøren i oppdrag å gjennomføre opplæringa og velje kurshaldarar.",
        "Formannskapet oppnemner ordførar og varaordførar som deltakarar.",
        "Formannskapet tek saka til orientering.",
        "Formannskapet vedtek opplegget som Fjordnettverket har laga og betaler.",
        "Formannskapet løyver 40 000 kroner til kontrollutvalet, valnemnda og vel 40 deltakarar.",
        "Formannskapet rår kommunestyret til å vedta planen.",
        "Plan for folkevaldopplæring for 2027–2031 blir vedteken.",
        "Kommunestyret i Sollia kommune løyver 40 000 kroner.",
        "Formannskapet ber kommunedirektøren leggje fram ei sak om opplæring i mars.",
    ),
}

BAD = {
    "finland-fi": (
        ("hyväksyä ohjelman ja varata koulutukseen 4 000 euroa.", "two_actions"),
        ("hyväksyä ohjelman sekä antaa hallintopäällikölle tehtäväksi järjestää koulutukset.", "two_actions"),
        ("nimetä osallistujat, merkitä kustannukset tiedoksi.", "two_actions"),
        ("merkitä selvityksen tiedoksi ja hyväksyä ohjelman.", "two_actions"),
        ("hyväksyä ohjelman, joka on liitteenä, ja varata 4 000 euroa.", "two_actions"),
        ("ehdottaa, että kunnanvaltuusto hyväksyy ohjelman ja varaa 4 000 euroa.", "two_actions"),
        ("hyväksyä edellä mainitun ohjelman.", "refers"),
        ("samoin varata koulutukseen 4 000 euroa.", "refers"),
        ("maksaa kohdan 1 kustannukset määrärahasta.", "refers"),
        ("lisäksi nimetä osallistujat.", "refers"),
        ("Kunnanhallitus hyväksyy koulutusohjelman.", "mixed_grammar"),
        ("hyväksyä koulutusohjelman ja", "unfinished"),
        ("hyväksyä koulutusohjelman", "no_full_stop"),
    ),
    "finland-sv": (
        ("att godkänna programmet och att reservera 4 000 euro.", "two_actions"),
        ("att godkänna programmet samt ge direktören i uppgift att ordna utbildningen.", "two_actions"),
        ("att utse deltagare, anteckna kostnaderna för kännedom.", "two_actions"),
        ("att godkänna ovanstående program.", "refers"),
        ("att dessutom utse deltagare.", "refers"),
        ("att betala kostnaderna enligt punkt 2 ur anslaget.", "refers"),
        ("att godkänna det nämnda programmet för de nämnda åren.", "refers"),
        ("Stadsstyrelsen godkänner programmet.", "mixed_grammar"),
        ("att godkänna programmet och", "unfinished"),
        ("att godkänna programmet", "no_full_stop"),
    ),
    "sweden": (
        ("Kommunstyrelsen antar programmet och avsätter 40 000 kronor.", "two_actions"),
        ("Kommunstyrelsen antar programmet samt ger kommundirektören i uppdrag att utbilda.", "two_actions"),
        ("Kommunstyrelsen antar programmet. Kommunstyrelsen utser deltagarna.", "two_actions"),
        ("Kommunstyrelsen beslutar att anta programmet och att avsätta 40 000 kronor.", "two_actions"),
        ("Kommunstyrelsen föreslår att fullmäktige antar programmet och utser deltagare.", "two_actions"),
        ("Kommunstyrelsen finansierar det enligt ovan ur anslaget.", "refers"),
        ("Dessutom utser kommunstyrelsen deltagare.", "refers"),
        ("Kommunstyrelsen finansierar punkt 1 ur anslaget.", "refers"),
        ("att anta programmet.", "att_clause"),
        ("Anta programmet.", "att_clause"),
        ("Antar programmet för förtroendevalda.", "no_subject"),
        ("Kommunstyrelsen antar programmet:", "unfinished"),
        ("Kommunstyrelsen antar programmet", "no_full_stop"),
    ),
    "norway-nb": (
        ("Formannskapet vedtar planen og setter av 40 000 kroner.", "two_actions"),
        ("Planen vedtas og 40 000 kroner bevilges.", "two_actions"),
        ("Formannskapet tar saken til orientering, og oppnevner deltakere.", "two_actions"),
        ("Formannskapet vedtar å godkjenne planen og å oppnevne deltakere.", "two_actions"),
        ("Formannskapet vedtar nevnte plan.", "refers"),
        ("Formannskapet oppnevner i tillegg deltakere.", "refers"),
        ("Formannskapet dekker utgiftene i punkt 1.", "refers"),
        ("å vedta planen.", "att_clause"),
        ("Vedta planen.", "att_clause"),
        ("Vedtar planen.", "no_subject"),
        ("Formannskapet vedtar planen og", "unfinished"),
        ("Formannskapet vedtar planen", "no_full_stop"),
    ),
    "norway-nn": (
        ("Formannskapet vedtek planen og set av 40 000 kroner.", "two_actions"),
        (
            "Planen blir vedteken og 40 000 kroner blir løyvde eller sette av, og deltakarar blir valde.",
            "two_actions",
        ),
        ("Formannskapet vedtek planen, og vel Kari Li til leiar.", "two_actions"),
        ("Formannskapet tek saka til orientering, og oppnemner deltakarar.", "two_actions"),
        ("Formannskapet vedtek å godkjenne planen og å oppnemne deltakarar.", "two_actions"),
        ("Formannskapet vedtek nemnde plan.", "refers"),
        ("Formannskapet oppnemner i tillegg deltakarar.", "refers"),
        ("Formannskapet dekkjer utgiftene i punkt 1.", "refers"),
        ("å vedta planen.", "att_clause"),
        ("Vedtek planen.", "no_subject"),
        ("Formannskapet vedtek planen og", "unfinished"),
        ("Formannskapet vedtek planen", "no_full_stop"),
    ),
}


@pytest.mark.parametrize(("layout", "point"), [(layout, each) for layout in GOOD for each in GOOD[layout]])
def test_a_good_point_passes(layout: str, point: str) -> None:
    """Two objects of one action, tasks of somebody else and subordinate clauses are no second action."""
    draft, house = made_draft(layout)

    found = check(with_part(draft, "proposal", *points(point, opening=OPENINGS.get(layout))), house)

    assert found == ()


@pytest.mark.parametrize(
    ("layout", "point", "rule"), [(layout, *each) for layout in BAD for each in BAD[layout]]
)
def test_a_bad_point_is_told(layout: str, point: str, rule: str) -> None:
    """Each breaks one rule, and is told in the house's language with the place and the words."""
    draft, house = made_draft(layout)

    found = check(with_part(draft, "proposal", *points(point, opening=OPENINGS.get(layout))), house)

    assert rule in rules(found)
    assert all(finding.quote == point for finding in found)
    assert all(words_of(house).headings["proposal"] or finding.where for finding in found)


@pytest.mark.parametrize("layout", ["sweden", "norway-nb", "norway-nn"])
def test_a_house_of_sentences_wants_sentences(layout: str) -> None:
    """Points that go on from an opening cannot stand alone there."""
    draft, house = made_draft(layout)
    told = points(
        "att anta programmet." if layout == "sweden" else "å vedta planen.", opening="Styret vedtar"
    )

    assert "att_clause" in rules(check(with_part(draft, "proposal", *told), house))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_empty_proposal_is_told(layout: str) -> None:
    """Nothing to decide is worse than a point that is wrong."""
    draft, house = made_draft(layout)

    assert rules(check(with_part(draft, "proposal"), house)) == {"no_points"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_points_between_others_need_no_full_stop(layout: str) -> None:
    """Where points go on from an opening only the last one ends the sentence."""
    draft, house = made_draft(layout)
    first, *_, last = (each.removesuffix(".") for each in GOOD[layout])
    told = points(first, f"{last}.", opening=OPENINGS.get(layout))

    found = rules(check(with_part(draft, "proposal", *told), house))

    assert found == (set() if layout in OPENINGS else {"no_full_stop"})


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.sampled_from(LAYOUTS), st.booleans())
def test_any_text_has_actions_within_it(text: str, layout: str, goes_on: bool) -> None:
    """Whatever a clerk writes, the actions stand in it, in order."""
    found = find_actions(text, words_of(own_house(layout)).checks.points, goes_on=goes_on)
    spans = [action.span for action in found]

    assert spans == sorted(spans)
    assert all(text[start:end].strip() for start, end in spans)
