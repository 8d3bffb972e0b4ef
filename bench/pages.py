"""A 60 KB item page of the sample council's kind, with Word's markup, about drains or about training."""

from html import escape

SIZE = 60_000
_HEAD = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Suurlammen kaupunki</title></head><body>"
    "<div class='data-part page-navigation'><a href='../kokous/20261-1.PDF'>Kokousasia</a></div>"
    "<h1>Kaupunginhallitus  Pöytäkirja 16.11.2026/Pykälä 12</h1>"
    "<div class='data-part meetingitem'><div class='data-part-block-htm'>"
)
_TAIL = "</div></div></body></html>"
_ORDINARY = (
    "Vesihuoltoverkoston saneeraus Rantakadulla aloitetaan {day}.5.2026 ja valmistuu lokakuussa 2026.",
    "Tekninen lautakunta on käsitellyt asiaa kokouksessaan {day}.3.2026 § 41.",
    "Kustannusarvio on 412 000 euroa, joka katetaan investointimäärärahoista, ja takuuaika on kaksi vuotta.",
    "Asukkaille tiedotetaan katkoista viimeistään kolme päivää ennen töiden alkua kaupungin verkkosivuilla.",
)
_TRAINING = (
    "Luottamushenkilöiden koulutus esteellisyydestä järjestetään {day}.2.2027 klo 17–19 valtuustosalissa.",
    "Uusille valtuutetuille pidetään perehdytysilta {day}.3.2027, kouluttajana Siltaväylän Kuntaopisto Oy.",
    "Aiheina ovat kuntalaki, kokousmenettely, talous ja hyvän hallinnon periaatteet lautakuntien jäsenille.",
)
_PARAGRAPH = '<p class="MsoNormal" style="margin-left:117.0pt;text-indent:0cm">{runs}</p>'
_RUN = '<span lang="FI" style="font-size:11.0pt;font-family:Arial">{words}</span>'
_WORDS_A_RUN = 4
"""Word cuts a sentence into runs where somebody once typed."""


def dynasty_page(*, training: bool) -> bytes:
    """Return the page; one on training has a paragraph on it after every three ordinary ones."""
    parts = [
        _HEAD,
        _paragraph("Rantakadun saneeraus" if not training else "Luottamushenkilöiden koulutus 2027"),
    ]
    size, number = len(_HEAD), 0
    while size < SIZE:
        on_training = training and number % 4 == 3
        sentences = _TRAINING if on_training else _ORDINARY
        parts.append(_paragraph(sentences[number % len(sentences)].format(day=number % 27 + 1)))
        size += len(parts[-1])
        number += 1
    return "".join([*parts, _TAIL]).encode()


def _paragraph(text: str) -> str:
    words = text.split()
    runs = (" ".join(words[start : start + _WORDS_A_RUN]) for start in range(0, len(words), _WORDS_A_RUN))
    return _PARAGRAPH.format(runs=" ".join(_RUN.format(words=escape(run)) for run in runs))
