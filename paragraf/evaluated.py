"""How an evaluation is told to people: figures, misses in their context, gains and losses."""

from collections.abc import Sequence
from itertools import groupby

from rich.table import Table

from evaluate.compare import Change
from evaluate.figures import ALL, Figures
from evaluate.score import Count, DocumentScore, Miss
from paragraf.console import out

CONTEXT = 60
NOTHING = "-"


def show_figures(figures: Figures, documents: int) -> None:
    """Print one row a field: precision, recall, F1, F1 by language, and how many values there are."""
    languages = sorted({language for by in figures.values() for language in by} - {ALL})
    table = Table(title=f"{documents} annotated documents", title_justify="left", box=None)
    table.add_column("field")
    for column in ("P", "R", "F1", *languages, "cases"):
        table.add_column(column, justify="right")
    for field, by_language in figures.items():
        whole = by_language[ALL]
        cells = [_share(whole.precision), _share(whole.recall), _share(whole.f1)]
        cells += [_cell(by_language.get(language)) for language in languages]
        table.add_row(field, *cells, str(whole.there))
    out().print(table)


def show_misses(scores: Sequence[DocumentScore], field: str | None) -> None:
    """Print every miss of a field with the words around it; nothing for no field."""
    for score in scores if field else ():
        for miss in score.misses(field or ""):
            out().print(f"{score.key}: {_told(miss)}{_context(miss, score.text)}", markup=False)


def show_changes(changes: Sequence[Change], scores: Sequence[DocumentScore]) -> None:
    """Print gains (+) and losses (-) document by document, and their sums by field."""
    texts = {score.key: score.text for score in scores}
    for key, of_document in groupby(changes, key=lambda change: change.key):
        out().print(key, markup=False)
        for change in of_document:
            sign = "+" if change.gained else "-"
            told = f"{_told(change.miss)}{_context(change.miss, texts[key])}"
            out().print(f"  {sign} {change.field}: {told}", markup=False)
    gained = sum(change.gained for change in changes)
    out().print(f"{gained} misses went, {len(changes) - gained} came")


def _told(miss: Miss) -> str:
    return f"want {miss.want or NOTHING} | got {miss.got or NOTHING}"


def _context(miss: Miss, text: str) -> str:
    if miss.span is None:
        return ""
    start, end = miss.span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " | …" + " ".join(f"{before}[{text[start:end]}]{after}".split()) + "…"


def _cell(count: Count | None) -> str:
    return NOTHING if count is None else _share(count.f1)


def _share(value: float) -> str:
    return f"{value:.3f}"
