"""Labels: where they may stand, and what looks like one but is the rest of a sentence."""

import pytest

from config.languages import load_language
from extract.decision_label_forms import find_labels
from extract.decision_lexicon import lexicon_of
from extract.decision_lines import split_lines
from extract.folded import fold
from extract.labels import CONTENT, Label

Told = list[tuple[str, str]]
LONG = (
    "Dette er en lang linje fra en PDF der flere felt står etter hverandre uten linjeskift og uten annet "
    "skille enn blanke. "
)


def labels(text: str, language: str) -> list[Label]:
    """Return the labels of content in a text."""
    return [label for label in all_labels(text, language) if label.kind in CONTENT]


def all_labels(text: str, language: str) -> tuple[Label, ...]:
    """Return all labels of a text."""
    lexicon = lexicon_of(load_language(language).decision)
    folded = fold(text)
    return find_labels(text, folded, split_lines(text), lexicon, lexicon.openers_in(folded))


def told(text: str, language: str) -> Told:
    """Return kind and printed form of each label."""
    return [(label.kind, text[label.start : label.end].strip()) for label in labels(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fi", "Päätös\nHyväksyttiin.", [("decision", "Päätös")], id="alone on its line"),
        pytest.param("fi", "Päätös: Hyväksyttiin.", [("decision", "Päätös:")], id="with a colon"),
        pytest.param(
            "fi", "Päätös\u00a0\u00a0 Hyväksyttiin.", [("decision", "Päätös")], id="text behind blanks"
        ),
        pytest.param(
            "fi", "Päätös Kaupunginhallitus päätti.", [("decision", "Päätös")], id="text in capitals behind"
        ),
        pytest.param("fi", "Päätös asiasta tehdään myöhemmin.", [], id="the rest of a sentence"),
        pytest.param("fi", "Ehdotus hyväksyttiin.", [], id="a sentence that begins like a label"),
        pytest.param("fi", "PäätösEhdotus hyväksyttiin.", [("decision", "Päätös")], id="glued to its text"),
        pytest.param(
            "fi",
            "Valmistelijaviestintäpäällikkö Kaisa Laine",
            [("preparer", "Valmistelija")],
            id="glued to an office",
        ),
        pytest.param("fi", "ppky § 17 päätös viran täyttämisestä", [], id="small letters"),
        pytest.param(
            "fi",
            "Kunnanjohtajan päätösehdotus:",
            [("proposal", "Kunnanjohtajan päätösehdotus:")],
            id="owned by an office",
        ),
        pytest.param(
            "fi",
            "Kaupunginhallituksen ehdotus\nA.",
            [("proposal", "Kaupunginhallituksen ehdotus")],
            id="owned by a body",
        ),
        pytest.param(
            "fi", "Ehdotus / Kj\nHyväksytään.", [("proposal", "Ehdotus / Kj")], id="owner's short name behind"
        ),
        pytest.param(
            "fi",
            "Ehdotus (kunnanjohtaja): Hyväksytään.",
            [("proposal", "Ehdotus (kunnanjohtaja):")],
            id="owner in brackets",
        ),
        pytest.param(
            "fi",
            "Valmistelija(t) ja lisätiedot\nAino Vesa",
            [("preparer", "Valmistelija(t) ja lisätiedot")],
            id="signs within the phrase",
        ),
        pytest.param(
            "fi",
            "Valmistelijat ja lisätiedot (etunimi.sukunimi@x.example):",
            [("preparer", "Valmistelijat ja lisätiedot (etunimi.sukunimi@x.example):")],
            id="a remark before the colon",
        ),
        pytest.param(
            "fi",
            "Valmistelija kehittämispäällikkö Aino Vesa",
            [("preparer", "Valmistelija")],
            id="an office in small letters",
        ),
        pytest.param("fi", "Valmistelu on kesken.", [], id="a label of persons in a sentence"),
        pytest.param(
            "fi",
            "Valmistelu Valmistelu: Hallintojohtaja Aino Vesa",
            [("preparer", "Valmistelu"), ("preparer", "Valmistelu:")],
            id="doubled",
        ),
        pytest.param("fi", "selostus_liite.pdf", [], id="a file's name"),
        pytest.param(
            "sv",
            "Förslag till beslut på sammanträdet\nBifall.",
            [("handling", "Förslag till beslut på sammanträdet")],
            id="the longest phrase wins",
        ),
        pytest.param(
            "sv",
            "Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.",
            [("proposal", "Kommunstyrelsens förslag till kommunfullmäktige")],
            id="made to another body",
        ),
        pytest.param("sv", "Ärendet bordlades enhälligt.", [], id="a noun that also heads a section"),
        pytest.param("sv", "Beslutet fattades i maj.", [], id="a longer word"),
        pytest.param(
            "nn",
            "Rådmannen sitt framlegg til vedtak:",
            [("proposal", "Rådmannen sitt framlegg til vedtak:")],
            id="sitt",
        ),
        pytest.param(
            "nn",
            "LEIAREN I VALSTYRET SI TILRÅDING: Ja.",
            [("proposal", "LEIAREN I VALSTYRET SI TILRÅDING:")],
            id="capitals",
        ),
        pytest.param(
            "nn",
            "VALSTYRET 001/15 VEDTAK: Ja.",
            [("decision", "VALSTYRET 001/15 VEDTAK:")],
            id="body and number",
        ),
        pytest.param("nn", "FSK - Tilråding:\nJa.", [("proposal", "FSK - Tilråding:")], id="code and dash"),
        pytest.param(
            "nn", "Vedtak (samrøystes):\nJa.", [("decision", "Vedtak (samrøystes):")], id="remark of the vote"
        ),
        pytest.param(
            "nb",
            "Rådmannen foreslår at det gjøres følgende vedtak:",
            [("proposal", "Rådmannen foreslår at det gjøres følgende vedtak:")],
            id="a sentence as label",
        ),
        pytest.param(
            "nb",
            LONG
            + (
                "Saksbehandler: Eva Dal Ordførers innstilling: Ja. Behandling Det ble stilt spørsmål. "
                "Vedtak Saken utsettes."
            ),
            [
                ("preparer", "Saksbehandler:"),
                ("proposal", "Ordførers innstilling:"),
                ("handling", "Behandling"),
                ("decision", "Vedtak"),
            ],
            id="within running text",
        ),
        pytest.param("nb", LONG + "De fattet vedtak om saken.", [], id="small letters within running text"),
    ],
)
def test_tells_labels_from_sentences(language: str, text: str, expected: Told) -> None:
    """A label opens its line, or stands with a colon or capitals in running text."""
    assert told(text, language) == expected


def test_keeps_the_owner_of_a_label() -> None:
    """Who a label belongs to is known without its particle, and whether it is an office, body or code."""
    texts = ("Rådmannen sitt framlegg til vedtak:", "Formannskapets innstilling:", "KST - Vedtak:")
    owners = [label.owner for text in texts for label in labels(text, "nn")]
    found = [
        (owner.kind, text[owner.start : owner.end])
        for text, owner in zip(texts, owners, strict=True)
        if owner
    ]
    assert found == [("office", "Rådmannen"), ("body", "Formannskapets"), ("code", "KST")]


def test_finds_tails_glued_to_their_text_only_beside_other_glued_labels() -> None:
    """ "Tiedoksiviestintä" is a label and its text where the page glues its labels, else a word."""
    glued = "PäätösHyväksyttiin.\n\nTiedoksiviestintä, ohjaaja"
    plain = "Päätös\nHyväksyttiin.\n\nTiedoksiviestintä, ohjaaja"
    kinds = [[label.kind for label in all_labels(text, "fi")] for text in (glued, plain)]
    assert kinds == [["decision", "tail"], ["decision"]]
