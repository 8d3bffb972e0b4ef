"""Knows the HTML inside Ahjo's answers: decisions, proposals, and what is left of a secret item."""

from collections.abc import Iterable, Iterator
from html import escape

from samples.ahjo_view import is_secret
from samples.council import Treatment
from samples.dynasty_view import Shown
from samples.markup import Block, grouped, html_of, html_table, read_blocks


def render_decision(shown: Shown) -> str:
    """Return the HTML of an item's decision."""
    if is_secret(shown):
        return _document("paatos", shown.item.title, _secret(shown))
    sections = _sections(shown.item, decided=True)
    return _document("paatos", shown.item.title, f"{_head(shown)}{sections}{_signed()}{_tail(shown)}")


def render_motion(shown: Shown) -> str:
    """Return the HTML of an item's proposal."""
    if is_secret(shown):
        return _document("esitys", shown.item.title, _secret(shown))
    sections = _sections(shown.item, decided=False)
    return _document("esitys", shown.item.title, f"{_head(shown)}{sections}{_tail(shown)}")


def _document(kind: str, title: str, body: str) -> str:
    return (
        '<html lang="fi"><head><META content="text/html; charset=UTF-8" http-equiv="Content-Type">'
        f'<title>{escape(title)}</title></head><body><div class="{kind}">{body}</div></body></html>'
    )


def _head(shown: Shown) -> str:
    section = f"§ {shown.item.section}" if shown.state == "minutes" else str(shown.item.n)
    case = " ".join(filter(None, (shown.item.case_number, shown.item.classification)))
    return (
        f'<div class="Otsikonviite"></div><div class="Asiapykala">{section}</div>'
        f'<h1 class="AsiaOtsikko">{escape(shown.item.title)}</h1><div class="DnroTmuoto">{case}</div>'
    )


def _secret(shown: Shown) -> str:
    return (
        f'<div class="Asiapykala">{shown.item.section} §</div>'
        f'<h1 class="JulkinenOtsikko">{escape(shown.item.title)}</h1>'
        '<p class="Julkisuus SalassapidonPerustelut">Salassa pidettävä '
        f"({escape(shown.item.text.strip())})</p>"
    )


def _sections(told: Treatment, *, decided: bool) -> str:
    parts = [("Päätösehdotus", told.proposal), ("Esittelijän perustelut", told.text)]
    if decided:
        parts = [("Päätös", told.decision), ("Käsittely", told.handling), *parts]
    return "".join(_section(title, text) for title, text in parts if text)


def _section(title: str, text: str) -> str:
    blocks = "".join(_blocks(read_blocks(text)))
    return f'<div class="SisaltoSektio"><h3 class="SisaltoOtsikko">{title}</h3><div>{blocks}</div></div>'


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for group in grouped(blocks):
        if group[0].kind == "row":
            yield html_table(group)
        elif group[0].kind == "bullet":
            yield f"<ul><li>{escape(group[0].text)}</li></ul>"
        else:
            yield html_of(group[0])


def _signed() -> str:
    return (
        '<div class="SahkoinenAllekirjoitusSektio"><p class="SahkoisestiAllekirjoitettuTeksti">'
        "Päätös on sähköisesti allekirjoitettu.</p></div>"
    )


def _tail(shown: Shown) -> str:
    office, _, name = shown.meeting.presenter.partition(", ")
    told = f'<h3 class="EsittelijaTiedot">Esittelijä</h3><div>{escape(office)}</div><div>{escape(name)}</div>'
    more = "".join(_blocks(read_blocks(shown.item.preparers)))
    if more:
        told += f'<h3 class="LisatiedotOtsikko">Lisätiedot</h3>{more}'
    files = "".join(f"<div>{one.id} {escape(one.title)}</div>" for one in shown.item.attachments)
    if files:
        told += f'<h3 class="LiitteetOtsikko">Liitteet</h3>{files}'
    return told
