"""`paragraf evaluate`: how right the records of annotated documents are, and where they are wrong."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from evaluate.compare import compare_scores
from evaluate.figures import FIELDS, sum_figures
from evaluate.floors import Floors, below_floors, read_floors, too_few
from evaluate.gold import GoldDocument, read_gold
from evaluate.measure import measure_document
from evaluate.score import DocumentScore
from paragraf.console import err, say_error, say_line
from paragraf.documents import extract_bytes
from paragraf.evaluated import Compared, Evaluated, as_json, show
from paragraf.inputs import About, check_choice
from records.document import DocumentRecord
from records.errors import ParagrafError, ReadError, StoreError

Records = dict[str, DocumentRecord]


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """What `paragraf evaluate` is asked for beside the figures.

    `predictions` and `compare` are files of records as `paragraf extract` prints them; `save` is
    where to write the ones made now; `errors` a field whose misses to show; `floors` a TOML file.
    """

    predictions: Path | None = None
    compare: Path | None = None
    save: Path | None = None
    errors: str | None = None
    floors: Path | None = None
    as_json: bool = False


def run_evaluate(places: Sequence[Path], options: EvaluateOptions) -> int:
    """Print precision, recall and F1 per field and language; return 1 below a floor or after a failure.

    Raises ReadError for annotations or records that cannot be read, ConfigError for an unknown field,
    and StoreError when the records cannot be kept.
    """
    check_choice("--errors", options.errors, FIELDS)
    gold = read_gold(places)
    floors = read_floors(options.floors, FIELDS) if options.floors else Floors()
    base = _read_records(options.compare, gold.documents) if options.compare else {}
    if options.save:
        _save(options.save)
    told = options.predictions
    records = _read_records(told, gold.documents) if told else _extract_all(gold.documents)
    if options.save:
        _save(options.save, records.values())
    scores = _measure(gold.documents, records)
    compared = _compare(gold.documents, base, scores) if options.compare else None
    evaluated = Evaluated(sum_figures(scores), tuple(scores), options.errors, compared)
    if options.as_json:
        say_line(json.dumps(as_json(evaluated), ensure_ascii=False))
    else:
        show(evaluated)
    missing = [document.key for document in gold.documents if document.key not in records]
    faults = [*too_few(floors.least, gold.documents), *below_floors(floors, evaluated.figures)]
    _say_faults([path.name for path in gold.passed_over], missing, faults)
    if options.floors and not faults:
        err().print(f"no figure is below its floor in {options.floors}", markup=False)
    return int(bool(faults or missing))


def _say_faults(passed: Sequence[str], missing: Sequence[str], faults: Sequence[str]) -> None:
    if passed:
        err().print(f"passed over, no annotated document: {', '.join(passed)}", markup=False)
    if missing:
        err().print(f"without a record: {', '.join(missing)}", style="bold red", markup=False)
    for line in faults:
        err().print(line, style="bold red", markup=False)


def _compare(documents: Sequence[GoldDocument], base: Records, scores: Sequence[DocumentScore]) -> Compared:
    """Return what changed in the documents of which both runs have a record."""
    both = [document for document in documents if document.key in base]
    before = _measure(both, base)
    return Compared(tuple(compare_scores(before, scores)), sum_figures(before), len(both))


def _measure(documents: Sequence[GoldDocument], records: Mapping[str, DocumentRecord]) -> list[DocumentScore]:
    return [measure_document(document, records.get(document.key)) for document in documents]


def _extract_all(documents: Sequence[GoldDocument]) -> Records:
    """Return the record of each document by its key; one that fails is said and left out.

    The annotation is never shown to the extraction: it gets the text and the address.
    """
    records = {}
    watched = track(documents, "extracting", console=err(), transient=True, disable=not err().is_terminal)
    for document in watched:
        about = About(path=document.path, url=document.address)
        try:
            records[document.key] = extract_bytes(document.text.encode(), f"{document.key}.txt", about)
        except ParagrafError as error:
            say_error(error)
    return records


def _read_records(path: Path, documents: Sequence[GoldDocument]) -> Records:
    """Return the records of a file by the key of the document each is of; others are passed over.

    A record's `source.path` names its document: "fi-001.txt", or the annotated file itself.
    """
    keys = {document.key for document in documents}
    records = {}
    for number, line in enumerate(_lines(path), 1):
        if (record := _record(line, f"{path}, line {number}")) is None:
            continue
        told = Path(record.source.path or "")
        key = next((key for key in (told.stem, f"{told.parent.name}-{told.stem}") if key in keys), None)
        if key:
            records[key] = record
    return records


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(
            str(path), expected="records as `paragraf extract` prints them", found=str(error)
        ) from error


def _record(line: str, where: str) -> DocumentRecord | None:
    """Return the record of a line; None for an empty line and for a document that failed."""
    try:
        told = json.loads(line) if line.strip() else {"error": ""}
        return None if "error" in told else DocumentRecord.model_validate(told)
    except ValueError as error:
        raise ReadError(
            where,
            expected="one record a line, as `paragraf extract` prints it",
            found=str(error).splitlines()[0],
            advice="Make the file again with this version.",
        ) from error


def _save(path: Path, records: Iterable[DocumentRecord] | None = None) -> None:
    """Keep records in a file; without records only make sure that it can be written."""
    try:
        with path.open("a" if records is None else "w", encoding="utf-8") as file:
            file.writelines(f"{one.model_dump_json()}\n" for one in records or ())
    except OSError as error:
        found = error.strerror or str(error)
        raise StoreError(str(path), expected="a file that can be written", found=found) from error
