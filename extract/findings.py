"""Everything found in one item, and how it becomes the record: values in place, evidence by pointer."""

from collections.abc import Iterator
from dataclasses import dataclass

from config.confidence import load_confidences
from extract.decision_record import Backing, decision_issues, decision_record
from extract.decision_types import DecisionFound
from extract.programme_found import ProgrammeFound
from records.dates import DateFinding
from records.document import Contradiction, DocumentRecord, Origin, Relevance, decision_pointer
from records.evidence import Evidence, Found, kind_of
from records.item import Item

# How sure a role is whose kind nobody measured.
_ROLE = 0.8


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in an item; of `decisions` the first is the one that the record calls its own."""

    item: Item
    origin: Origin
    language: Found[str]
    relevance: Relevance
    decisions: tuple[DecisionFound, ...]
    dates: tuple[Found[DateFinding], ...]
    programmes: tuple[ProgrammeFound, ...]
    issues: tuple[Contradiction, ...] = ()

    def record(self) -> DocumentRecord:
        """Return the record, with evidence for each of its values."""
        decisions = [decision_record(found) for found in self.decisions]
        evidence = dict(self._backing())
        issues = list(self.issues)
        for position, (_, backing) in enumerate(decisions):
            place = decision_pointer(position)
            evidence |= {f"{place}{pointer}": measured(f"{place}{pointer}", one) for pointer, one in backing}
            issues += decision_issues(self.decisions[position], place)
        return DocumentRecord(
            source=self.origin,
            document_type=decisions[0][0].document_type if decisions else "page",
            language=self.language.value,
            text=self.item.text,
            relevance=self.relevance,
            decision=decisions[0][0] if decisions else None,
            further_decisions=tuple(decision for decision, _ in decisions[1:]),
            attachments=self.item.attachments,
            dates=tuple(found.value for found in self.dates),
            programmes=tuple(found.record() for found in self.programmes),
            issues=tuple(issues),
            evidence=evidence,
        )

    def _backing(self) -> Iterator[Backing]:
        for pointer, one in self._whole():
            yield pointer, measured(pointer, one)
        for index, date in enumerate(self.dates):
            yield from _date(f"/dates/{index}", date)
        for index, programme in enumerate(self.programmes):
            for below, found in programme.backing():
                yield (pointer := f"/programmes/{index}{below}"), _backed(pointer, found)

    def _whole(self) -> Iterator[Backing]:
        """Yield the backing of what is told of the document as a whole."""
        yield "/language", self.language.evidence
        yield "/document_type", self.decisions[0].document_type.evidence if self.decisions else _page()
        yield "/relevance", _verdict(self.relevance)
        for index in range(len(self.item.attachments)):
            yield f"/attachments/{index}", Evidence(spans=(), rule="links of the page")


def _date(pointer: str, found: Found[DateFinding]) -> Iterator[Backing]:
    """Yield the backing of a date's value, and that of its role with the reasons that told it.

    Both are measured before they are built, since a page holds more dates than all else.
    """
    rule, _, told = found.rule.partition("; ")
    role, _, reasons = told.partition(": ")
    sure = _share("dates", rule, found.confidence)
    yield pointer, Evidence(spans=found.spans, rule=rule, how=found.how, confidence=sure)
    if role:
        rule = f"role {role}; {reasons}" if reasons else f"role {role}"
        sure = _share("dates.role", rule, _ROLE)
        yield f"{pointer}/role", Evidence(spans=found.spans, rule=rule, how="inferred", confidence=sure)


def _page() -> Evidence:
    return Evidence(spans=(), rule="no head of a meeting's item", how="inferred", confidence=0.97)


def measured(pointer: str, backing: Evidence) -> Evidence:
    """Return the backing with the confidence that annotated documents gave its rule, where they did."""
    sure = _share(kind_of(pointer), backing.rule, backing.confidence)
    return backing if sure == backing.confidence else backing.model_copy(update={"confidence": sure})


def _backed(pointer: str, found: Found[object]) -> Evidence:
    """Return the backing of a value, measured before it is built."""
    sure = _share(kind_of(pointer), found.rule, found.confidence)
    return Evidence(spans=found.spans, rule=found.rule, how=found.how, confidence=sure)


def _share(kind: str, rule: str, otherwise: float) -> float:
    """Return the share of a rule's values of a kind that are right, `otherwise` where nobody measured it."""
    share = load_confidences().of(kind, rule)
    return otherwise if share is None else share


def _verdict(relevance: Relevance) -> Evidence:
    """Return the reasons as backing; the confidence is that of the verdict given."""
    sure = relevance.score if relevance.is_programme else 1 - relevance.score
    spans = tuple(reason.span for reason in relevance.reasons)
    return Evidence(spans=spans, rule="relevance", how="inferred", confidence=round(sure, 4))
