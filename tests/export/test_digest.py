"""The digest of a house's drafts as text, in five languages."""

import datetime as dt

import pytest

from config.wording import Wording
from export.digest import WIDTH, Covered, Digest, DraftNews, HandledNews, digest_subject, render_digest
from records.aftermath import Aftermath, Part, Point
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.minutes import minuted, minutes_of

DAY = dt.date(2026, 11, 22)
LONG = "kuusiranta/siltavaylan-kuntaopisto-oy-koulutukset-luottamushenkiloi-6bb6c511f533.docx"
NEW = DraftNews(
    title="Luottamushenkilöiden koulutusohjelma [kausi tai vuosi]",
    reason="watched",
    source="Siltaväylän Kuntaopisto Oy: Koulutukset luottamushenkilöille syksyllä 2026",
    file=LONG,
    gaps=9,
)
SHORT = DraftNews("Kurssi", "asked", "Heimvik kommune", "heimvik/a.docx", 1, 2)


def _words(layout: str = "finland-fi") -> Wording:
    return words_of(own_house(layout))


def _amended() -> Aftermath:
    changed = Point(number=2, parts=(Part(kind="added", text="x", span=(0, 1)),))
    found = minuted(minutes_of(decision="x", outcome="approved_amended"))
    return Aftermath(verdict="amended", found=found, by="likeness", decided=(changed,))


def _full() -> Digest:
    return Digest(
        council="Lehtorannan kunta",
        day=DAY,
        new=(NEW, SHORT),
        versions=(SHORT,),
        handled=(HandledNews("Koulutusohjelma", _amended(), "kuusiranta/b.docx"),),
        waiting=(DraftNews("Muokattu", "asked", "x", "kuusiranta/c.docx", 0),),
        untouched=3,
        covered=Covered(5, ("Kuusirannan kaupunki", "Heimvik kommune")),
    )


def test_a_clerk_reads_what_is_new_and_how_it_stands() -> None:
    """News by kind, each draft with reason, source, what is left to fill in and file; then what waits."""
    assert (
        render_digest(_full(), _words())
        == f"""Luonnosten kooste 22.11.2026
Lehtorannan kunta

2 uutta luonnosta
-----------------

* Luottamushenkilöiden koulutusohjelma [kausi tai vuosi]
  Syy: seurattu organisaatio on julkaissut koulutusta koskevan
  asiakirjan.
  Lähde: Siltaväylän Kuntaopisto Oy: Koulutukset luottamushenkilöille
  syksyllä 2026
  9 kohtaa täydennettävänä
  Tiedosto:
  {LONG}

* Kurssi
  Syy: luonnos on pyydetty.
  Lähde: Heimvik kommune
  1 kohta täydennettävänä
  Tiedosto: heimvik/a.docx

1 luonnoksesta uusi versio
--------------------------

* Kurssi
  Versio 2: lähde on muuttunut. Aiempi tiedosto on tallella.
  1 kohta täydennettävänä
  Tiedosto: heimvik/a.docx

1 luonnoksen asia on edennyt
----------------------------

* Koulutusohjelma
  Tulos: päätettiin muutettuna, kohta 2.
  Kunnanhallitus 19.1.2026 § 12, ”Luottamushenkilöiden koulutusohjelma
  2026”, asianumero 31/01.03.00/2026
  https://lehtoranta.example/item/1
  Tiedosto: kuusiranta/b.docx

1 muokattu luonnos odottaa kokousta
-----------------------------------

* Muokattu
  Ei täydennettäviä kohtia jäljellä
  Tiedosto: kuusiranta/c.docx

3 luonnosta on vielä muokkaamatta.

Mitä on luettu
--------------

5 lähdettä luettiin ilman huomautettavaa.
2 lähteessä on huomautettavaa: Kuusirannan kaupunki, Heimvik kommune.
Ylläpitäjä näkee syyt komennolla paragraf doctor.
"""
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_language_tells_all_of_it_in_lines_of_a_mail(layout: str) -> None:
    """Nothing but a path is longer than a line; every draft, council and verdict stands there."""
    wording = _words(layout)

    text = render_digest(_full(), wording)

    too_long = [line for line in text.splitlines() if len(line) > WIDTH]
    assert too_long == [f"  {LONG}"]
    assert "{" not in text
    for told in (NEW.title, "Heimvik kommune", wording.aftermath.verdicts["amended"], "https://lehtoranta"):
        assert told in " ".join(text.split())
    assert text.startswith(wording.digest.title.partition("{")[0])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_new_is_said_too(layout: str) -> None:
    """In the text and in the subject; and what was read, or that nothing was yet."""
    wording = _words(layout)
    quiet = Digest(council="Lehtorannan kunta", day=DAY, untouched=1, covered=Covered(3))

    text = render_digest(quiet, wording)

    assert wording.digest.nothing in text
    assert wording.digest.read[1].format(value=3) in text
    assert wording.digest.untouched[0].format(value=1) in text
    assert wording.digest.nothing.rstrip(".")[1:] in digest_subject(quiet, wording)
    assert wording.digest.unread in render_digest(Digest("x", DAY), wording)


def test_a_subject_counts_what_is_new() -> None:
    """One and several are told apart; what has no news is left out."""
    two = Digest(council="x", day=DAY, new=(NEW, SHORT))
    one = Digest(council="x", day=DAY, new=(NEW,), handled=_full().handled)

    assert digest_subject(two, _words()) == "Paragraf: 2 uutta luonnosta"
    assert digest_subject(one, _words()) == "Paragraf: 1 uusi luonnos, 1 luonnoksen asia on edennyt"
    assert digest_subject(Digest("x", DAY), _words("sweden")) == "Paragraf: inget nytt sedan förra gången"


def test_items_that_could_be_a_drafts_are_all_named() -> None:
    """The clerk is to say which."""
    items = tuple(minuted(minutes_of(told={"section": section})) for section in ("401", "402"))
    told = HandledNews("Ohjelma", Aftermath(verdict="possible", possible=items), "k/a.docx")

    text = render_digest(Digest("x", DAY, handled=(told,)), _words())

    assert "§ 401" in text
    assert "§ 402" in text


def test_a_draft_whose_places_nobody_can_count_says_nothing_of_them() -> None:
    """A file that cannot be read just now."""
    unread = DraftNews("Muokattu", "asked", "x", "k/c.docx", None)

    text = render_digest(Digest("x", DAY, waiting=(unread,)), _words())

    assert "täydennettä" not in text


def test_many_ill_councils_are_cut_short() -> None:
    """A night without network must not hide the drafts."""
    names = tuple(f"Kunta {number}" for number in range(1, 31))

    text = render_digest(Digest("x", DAY, covered=Covered(0, names)), _words())

    assert "Kunta 10, ja 20 muuta" in " ".join(text.split())
    assert "Kunta 11" not in text


def test_titles_can_neither_break_lines_nor_add_a_heading() -> None:
    """A title with line breaks, control characters or a header's look stays one title."""
    evil = DraftNews("Koulutus\r\nBcc: x@y.example\u202e\x00\n\n# 9", "asked", "a\nb", "k/\ta.docx", 1)

    text = render_digest(Digest("x\ny", DAY, new=(evil,)), _words())

    assert "* Koulutus Bcc: x@y.example # 9\n" in text
    assert "\r" not in text
    assert "\u202e" not in text
