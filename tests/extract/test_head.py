"""Heads: what the top of a page tells of body, day, section and kind of document."""

import pytest

from config.languages import load_language
from extract.dates import scan_dates
from extract.decision_cover import find_head
from extract.decision_sheet import read_sheet
from extract.head import Head
from ingest.text import infer_blocks


def head_of(language: str, text: str) -> Head:
    """Return a text's head."""
    words = load_language(language)
    return find_head(read_sheet(text, infer_blocks(text), scan_dates(text, words.dates), words.decision))


@pytest.mark.parametrize(
    ("language", "text", "kind", "body", "day", "section"),
    [
        pytest.param(
            "fi",
            "Kunnanhallitus\nPöytäkirja 08.05.2017/Pykälä 127\n\nOtsikko",
            "minutes",
            "Kunnanhallitus",
            "2017-05-08",
            "127",
            id="slash",
        ),
        pytest.param(
            "fi",
            "Kunnanhallitus\nPöytäkirja 08.05.2017 Pykälä 127\n\nOtsikko",
            "minutes",
            "Kunnanhallitus",
            "2017-05-08",
            "127",
            id="blank, as static pages print it",
        ),
        pytest.param(
            "fi",
            "Valtuusto\nEsityslista 29.05.2017/Asianro 4\n\nOtsikko",
            "agenda",
            "Valtuusto",
            "2017-05-29",
            None,
            id="an agenda's number is no section",
        ),
        pytest.param(
            "fi",
            "Kaupunginhallitus\nProtokoll 05.05.2025/Paragraf 67\nOtsikko",
            "minutes",
            "Kaupunginhallitus",
            "2025-05-05",
            "67",
            id="Swedish head of a Finnish item",
        ),
        pytest.param(
            "sv",
            "Kommunfullmäktige\nFöredragningslista 12.12.2022/Ärendenr 6\n\nRubrik",
            "agenda",
            "Kommunfullmäktige",
            "2022-12-12",
            None,
            id="Swedish agenda",
        ),
        pytest.param(
            "fi",
            "Hyvinvoinnin ja terveyden edistämisen lautakunta, kokous 12.2.2019\n\n§ 11 Otsikko",
            "minutes",
            "Hyvinvoinnin ja terveyden edistämisen lautakunta",
            "2019-02-12",
            None,
            id="body and meeting in a line",
        ),
        pytest.param(
            "fi",
            "Valtuusto, kokous 12.2.2019\n\nEsityslista on julkaistu\n\n§ 11 Otsikko",
            "agenda",
            "Valtuusto",
            "2019-02-12",
            None,
            id="the agenda of such a meeting",
        ),
        pytest.param(
            "fi",
            "Saaristo | § | Kokouspvm | Asia | 1 |\nKaupunginhallitus | 269 | 23.05.2011 | 6 |\n"
            "1289-2010 (000)",
            "minutes",
            "Kaupunginhallitus",
            "2011-05-23",
            "269",
            id="table with its cells apart",
        ),
        pytest.param(
            "fi",
            "3§ 20.01.2017 PUHEENJOHTAJAN VAALI\n\nValtuusto valitsee.",
            "minutes",
            None,
            "2017-01-20",
            "3",
            id="section and day in the first line",
        ),
        pytest.param(
            "fi",
            "Kuusirannan kunta          KOKOUSKUTSU 4/2007\n\n"
            "Perusturvalautakunta      Laadittu: 03.05.2007\n\n"
            "Aika\n\n08.05.2007 kello 15.00\n",
            "agenda",
            "Perusturvalautakunta",
            "2007-05-08",
            None,
            id="notice in columns, the day below its label",
        ),
        pytest.param(
            "fi",
            "Kunnanhallitus\nKOKOUSKUTSU\nAika 04.06.2002\n\n"
            "Käsiteltävät asiat\n149 § AVAUS\n\n"
            "Kunnanhallitus\n"
            "KOKOUSPÖYTÄKIRJA 9/2002\nKOKOUSAIKA 04.06.2002 kello 19.00\n\n"
            "149 § AVAUS\n\nEhdotus: Kokous todetaan "
            "lailliseksi ja päätösvaltaiseksi, ja työjärjestys hyväksytään.",
            "minutes",
            "Kunnanhallitus",
            "2002-06-04",
            None,
            id="minutes behind their own notice",
        ),
        pytest.param(
            "fi",
            "Kaupunginvaltuuston päätökset 10.11.2025\n§ 1 Avaus\nKaupunginvaltuusto avattiin.",
            "minutes",
            "Kaupunginvaltuusto",
            "2025-11-10",
            None,
            id="digest names its body in the genitive",
        ),
        pytest.param(
            "sv",
            "Utdrag ur protokoll fört vid sammanträde med kommunfullmäktige i Hedlinge den 29 november 2021",
            "minutes",
            "kommunfullmäktige",
            "2021-11-29",
            None,
            id="extract, day in words",
        ),
        pytest.param(
            "sv",
            "SAMMANTRÄDESPROTOKOLL\nSocialnämnden\nSammanträdesdatum   Sida\n2015-05-20          7(25)\n",
            "minutes",
            "Socialnämnden",
            "2015-05-20",
            None,
            id="columns with headings",
        ),
        pytest.param(
            "sv",
            "TJÄNSTESKRIVELSE\nDatum: 2024-05-13\n\n"
            "Till kultur- och fritidsnämnden\n\n"
            "Förslag till beslut\nA.",
            "case_paper",
            "kultur- och fritidsnämnden",
            None,
            None,
            id="a paper's day is not the meeting's",
        ),
        pytest.param(
            "nb",
            "Møteprotokoll\nUtvalg: Utvalg for plan og næring\nMøtedato: 4. mars 2020\n",
            "minutes",
            "Utvalg for plan og næring",
            "2020-03-04",
            None,
            id="fields",
        ),
        pytest.param(
            "nn",
            "Kommunestyret - møtebok 14.12.2023\n",
            "minutes",
            "Kommunestyret",
            "2023-12-14",
            None,
            id="body, kind and day in a line",
        ),
        pytest.param(
            "nb",
            "Fylkesutvalget 19. september 2017\n\nSak 1/17 Tittel\nVedtak:\nJa.",
            None,
            "Fylkesutvalget",
            "2017-09-19",
            None,
            id="body and day alone",
        ),
        pytest.param(
            "fi",
            "Tervetuloa kirjastoon\n\nKirjasto on avoinna 12.3.2025.",
            None,
            None,
            None,
            None,
            id="an ordinary page",
        ),
    ],
)
def test_reads_the_head_of_each_layout(
    language: str, text: str, kind: str | None, body: str | None, day: str | None, section: str | None
) -> None:
    """Kind, body, day and section are read where the layout puts them."""
    head = head_of(language, text)
    found = (
        head.kind,
        head.body.value if head.body else None,
        head.day.value.isoformat() if head.day else None,
        head.section.value if head.section else None,
    )
    assert found == (kind, body, day, section)
