"""How an evaluation is told: to people as tables with misses in their context, to programs as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.table import Table

from evaluate.compare import Change
from evaluate.figures import ALL, Figures
from evaluate.score import Count, DocumentScore, Miss
from paragraf.console import out

CONTEXT = 60
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed since an earlier run: misses gone and new, its figures, and in how many documents."""

    changes: tuple[Change, ...]
    before: Figures
    documents: int


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The figures of a run, its documents' scores, the field whose misses are asked for, the comparison."""

    figures: Figures
    scores: tuple[DocumentScore, ...]
    errors: str | None = None
    compared: Compared | None = None


def show(evaluated: Evaluated) -> None:
    """Print the figures, then the misses of the field and the changes that were asked for."""
    _show_figures(evaluated.figures, len(evaluated.scores))
    if evaluated.errors:
        _show_misses(evaluated.scores, evaluated.errors)
    if evaluated.compared:
        _show_changes(evaluated)


def as_json(evaluated: Evaluated) -> dict[str, object]:
    """Return the figures as JSON, with misses and changes where they were asked for."""
    told: dict[str, object] = {"documents": len(evaluated.scores), "fields": _figures(evaluated.figures)}
    if field := evaluated.errors:
        told["misses"] = [
            {"document": score.key, "field": field, "want": miss.want, "got": miss.got, "span": miss.span}
            for score in evaluated.scores
            for miss in score.misses(field)
        ]
    if compared := evaluated.compared:
        told["compared"] = {"documents": compared.documents, "before": _figures(compared.before)}
        told["changes"] = [
            {
                "document": change.key,
                "field": change.field,
                "change": _change(change),
                "want": change.miss.want,
                "got": change.miss.got,
                "span": change.miss.span,
            }
            for change in compared.changes
        ]
    return told


def _figures(figures: Figures) -> dict[str, object]:
    return {
        field: {language: _count(by_language[language]) for language in sorted(by_language)}
        for field, by_language in figures.items()
    }


def _count(count: Count) -> dict[str, float]:
    shares = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
    counts = {"right": count.right, "found": count.found, "there": count.there}
    return {name: round(share, 4) for name, share in shares.items()} | counts


def _show_figures(figures: Figures, documents: int) -> None:
    """Print one row a field: precision, recall, F1, F1 by language, and how many values there are.

    Of what is never right, since it should not be there, the number is told.
    """
    languages = sorted({language for by in figures.values() for language in by} - {ALL})
    table = Table(title=f"{documents} annotated documents", title_justify="left", box=None)
    table.add_column("field", no_wrap=True)
    for column in ("P", "R", "F1", *languages, "cases"):
        table.add_column(column, justify="right", no_wrap=True)
    wrong = []
    for field, by_language in figures.items():
        whole = by_language[ALL]
        if not whole.there:
            wrong.append(f"{field}: {whole.found} of {documents}, each is wrong")
            continue
        cells = [_share(whole.precision), _share(whole.recall), _share(whole.f1)]
        cells += [_cell(by_language.get(language)) for language in languages]
        table.add_row(field, *cells, str(whole.there))
    out().print(table)
    for line in wrong:
        out().print(f" {line}", markup=False)


def _show_misses(scores: Sequence[DocumentScore], field: str) -> None:
    """Print every miss of a field with the words around it, and how many there are."""
    told = [(score, miss) for score in scores for miss in score.misses(field)]
    out().print(f"\n{len(told)} misses of {field}", markup=False)
    for score, miss in told:
        out().print(f"{score.key}: {_told(miss)}{_context(miss, score.text)}", markup=False)


def _show_changes(evaluated: Evaluated) -> None:
    """Print the misses that are gone and new, document by document, and how the figures moved."""
    compared = evaluated.compared
    if compared is None:
        return
    out().print(f"\n{compared.documents} of {len(evaluated.scores)} documents are in both runs")
    texts = {score.key: score.text for score in evaluated.scores}
    for key, of_document in groupby(compared.changes, key=lambda change: change.key):
        out().print(key, markup=False)
        for line in _told_changes(of_document, texts[key]):
            out().print(line, markup=False)
    gone = sum(change.gained for change in compared.changes)
    out().print(f"{gone} misses gone, {len(compared.changes) - gone} new")
    if compared.documents == len(evaluated.scores):
        for line in _moved(compared.before, evaluated.figures):
            out().print(line, markup=False)


def _told_changes(changes: Iterable[Change], text: str) -> Iterator[str]:
    for change in changes:
        yield f"  {_change(change):4} {change.field}: {_told(change.miss)}{_context(change.miss, text)}"


def _change(change: Change) -> str:
    return "gone" if change.gained else "new"


def _moved(before: Figures, now: Figures) -> Iterator[str]:
    """Yield the fields whose F1 over all languages is another than before."""
    for field, by_language in now.items():
        was, is_now = before.get(field, {}).get(ALL, Count()).f1, by_language[ALL].f1
        if abs(was - is_now) > 0.0005:
            yield f"{field}: F1 {_share(was)} to {_share(is_now)}"


def _told(miss: Miss) -> str:
    return f"want {miss.want or NOTHING} | got {miss.got or NOTHING}"


def _context(miss: Miss, text: str) -> str:
    if miss.span is None:
        return ""
    start, end = miss.span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " | …" + " ".join(f"{before}[{text[start:end]}]{after}".split()) + "…"


def _cell(count: Count | None) -> str:
    return _share(count.f1) if count and count.there else NOTHING


def _share(value: float) -> str:
    return f"{value:.3f}"
