"""Damage that texts come with, and what every record keeps to all the same."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from extract.document import extract_item
from ingest.text import infer_blocks
from records.base import Span
from records.council import Country
from records.document import DocumentRecord, Origin
from records.item import Item

TEXTS: dict[str, str] = {
    "fi": """\
Kuusirannan kaupunki
Kaupunginhallitus
Pöytäkirja 16.11.2026/Pykälä 12

Luottamushenkilöiden koulutus keväällä 2027

412/00.02.00/2026

Valmistelija Hallintojohtaja Aila Rinneharju

Uusille valtuutetuille ja lautakuntien jäsenille järjestetään koulutus, kouluttajana Tapulin Opisto Oy:
- ke 3.2.2027 klo 17–19 Esteellisyys ja hyvä hallinto, valtuustosali
- 10.2. klo 17.30–20 Kuntatalouden perusteet, etäyhteydellä
Ilmoittautuminen viimeistään 22.1.2027. Osallistumismaksu on 120 euroa henkilöltä.

Päätösehdotus
Kaupunginhallitus hyväksyy koulutuksen ohjelman vuodelle 2027.

Päätös
Ehdotus hyväksyttiin.
""",
    "sv": """\
Strandholms kommun
Kommunstyrelsen 2026-11-16 § 12

Utbildning för förtroendevalda mandatperioden 2027–2030

Dnr KS 2026/412

Handläggare: Maja Ekedal

Nya ledamöter och ersättare i kommunfullmäktige bjuds in till utbildning för förtroendevalda:
- onsdag den 3 februari 2027 kl. 17–19, jäv och offentlighet, sessionssalen
- den 10 februari kl. 17.30, kommunal ekonomi
Anmälan senast den 22 januari. Kostnaden är 1 200 kronor per deltagare.

Förslag till beslut
Kommunstyrelsen godkänner utbildningsplanen.

Beslut
Kommunstyrelsen beslutar enligt förslaget.
""",
    "nb": """\
Granfjord kommune
Formannskapet 16.11.2026 Sak 12/26

Folkevalgtopplæring for perioden 2027–2031

Saksbehandler: Ingrid Solbakken

Nye medlemmer av kommunestyret og varamedlemmer inviteres til folkevalgtopplæring:
- onsdag 3. februar 2027 kl. 17.00–19.00 Habilitet og åpenhet, kommunestyresalen
- 10. februar kl. 18 Kommuneøkonomi
Påmelding innen 22. januar. Opplæringen koster 1 200 kroner per deltaker.

Kommunedirektørens innstilling
Formannskapet vedtar planen for folkevalgtopplæringen.

Vedtak
Innstillingen ble enstemmig vedtatt.
""",
    "nn": """\
Heimvik kommune
Formannskapet 16.11.2026 Sak 12/26

Folkevaldopplæring for perioden 2027–2031

Sakshandsamar: Eldbjørg Hauge

Nye medlemer av kommunestyret og varamedlemer vert inviterte til folkevaldopplæring:
- onsdag 3. februar 2027 kl. 17.00–19.00 Habilitet og openheit, kommunestyresalen
- 10. februar kl. 18 Kommuneøkonomi
Påmelding innan 22. januar. Opplæringa kostar 1 200 kroner per deltakar.

Tilråding frå kommunedirektøren
Formannskapet vedtek planen for folkevaldopplæringa.

Vedtak
Tilrådinga vart samrøystes vedteken.
""",
}
COUNTRIES: dict[str, Country] = {"fi": "FI", "sv": "SE", "nb": "NO", "nn": "NO"}


def _every(step: int, sign: str) -> Callable[[str], str]:
    return lambda text: sign.join(text[at : at + step] for at in range(0, len(text), step))


def _swap(pairs: str) -> Callable[[str], str]:
    table = str.maketrans(dict(pair.split("=") for pair in pairs.split()))
    return lambda text: text.translate(table)


DAMAGE: dict[str, Callable[[str], str]] = {
    "letters taken apart (NFD)": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "soft hyphens": _every(7, "\u00ad"),
    "zero-width spaces": _every(5, "\u200b"),
    "zero-width joiners": _every(9, "\u200d"),
    "right-to-left marks": _every(11, "\u200f"),
    "overrides of direction": _every(40, "\u202e"),
    "a mark of byte order in the text": _every(60, "\ufeff"),
    "combining signs everywhere": _every(1, "\u0301"),
    "NUL": _every(23, "\x00"),
    "lone surrogates": _every(31, "\ud800"),
    "emoji of several code points": _every(37, "👩🏽\u200d🏫"),
    "letters misread": _swap("l=1 O=0 I=l ä=a ö=o å=a §=S –=~ 3=8"),
    "blanks lost": lambda text: text.replace(" ", ""),
    "line ends lost": lambda text: text.replace("\n", ""),
    "line ends lost, blanks left": lambda text: text.replace("\n", " "),
    "signs lost": lambda text: re.sub(r"[^\w\s]", "", text),
    "digits lost": lambda text: re.sub(r"\d", "", text),
    "letters lost": lambda text: re.sub(r"[^\W\d_]", "", text),
    "a line for each word": lambda text: re.sub(r"\s+", "\n", text),
    "hyphens at line ends": _every(13, "-\n"),
    "capitals": str.upper,
    "small letters": str.lower,
    "letters that grow in small letters": lambda text: text.replace("i", "İ"),
    "wide digits": _swap("0=０ 1=１ 2=２ 3=３ 4=４ 5=５ 6=６ 7=７ 8=８ 9=９"),
    "digits of another script": _swap("0=٠ 1=١ 2=٢ 3=٣ 4=٤ 5=٥ 6=٦ 7=٧ 8=٨ 9=٩"),
    "powers for digits": _swap("1=¹ 2=² 3=³"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "line ends of another system": lambda text: text.replace("\n", "\r\n"),
    "form feeds": lambda text: text.replace("\n\n", "\f"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "letters of another script": _swap("a=а e=е o=о p=р c=с"),
    "read twice as utf-8": lambda text: text.encode().decode("latin-1"),
    "backwards": lambda text: text[::-1],
    "cut off": lambda text: text[: len(text) * 2 // 3],
    "begun late": lambda text: text[len(text) // 3 :],
    "doubled": lambda text: text + text,
}
"""What a text may go through, by name; each gives another text for any text."""


def hostile_item(text: str) -> Item:
    """Return a bare text as an item."""
    blocks = infer_blocks(text)
    return Item(
        source_id="", base_id="", native_id="1", url=None, text=text, blocks=blocks, text_version="text-2"
    )


def extract_text(text: str, language: str | None = "fi") -> DocumentRecord:
    """Return the record of a bare text."""
    return extract_item(hostile_item(text), Origin(country=COUNTRIES.get(language or "")), language=language)


def check(record: DocumentRecord, text: str) -> None:
    """Assert that the text is as it was, that every span lies in it, and that quotes say what it says.

    Only lone surrogates, which nothing can print, stand as U+FFFD in the record.
    """
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert record.text == text
    assert record.model_dump_json()
    for start, end in _spans(record):
        assert 0 <= start <= end <= len(text)
    for date in record.dates:
        assert date.text == text[slice(*date.span)]
    for programme in record.programmes:
        for named in (*programme.organisers, *programme.providers):
            assert squeezed(named.name) in squeezed(text)
    for decision in filter(None, (record.decision, *record.further_decisions)):
        for value in (decision.body, decision.title, decision.section, decision.proposal, decision.decision):
            assert value is None or value != ""


def squeezed(text: str) -> str:
    """Return a text without white space, as quotes over line ends are compared."""
    return "".join(text.split())


def _spans(record: DocumentRecord) -> Iterator[Span]:
    for evidence in record.evidence.values():
        yield from evidence.spans
    yield from (reason.span for reason in record.relevance.reasons)
    yield from (date.span for date in record.dates)
    yield from (span for issue in record.issues for span in issue.spans)
    for programme in record.programmes:
        parts = (
            programme.organisers, programme.providers, programme.audiences, programme.topics,
            programme.sessions, programme.costs,
        )  # fmt: skip
        yield from (one.span for part in parts for one in part)
