"""Knows who arranges training and who delivers it, and whose page or plan it is where nobody is named."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.organiser_owners import find_host, find_masthead, find_owner, find_signature
from extract.organiser_shapes import Name
from extract.organiser_ties import arranges, delivers, invites, offers, sentence_of
from extract.programme_material import Material
from extract.session_titles import trimmed
from records.base import Span
from records.evidence import Found, How
from records.programme import Named

_FIRST_LINES = 2
_LABEL = re.compile(r"([^\W\d_][^:\n]{2,28}?)(?::\s*|$)", re.MULTILINE)
_LIST = re.compile(r"[,;]|[.!?] ")
_LONGEST_NAME = 80
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Parties:
    """Who arranges or answers for a programme, and who delivers it from outside; each named once."""

    organisers: tuple[Found[Named], ...]
    providers: tuple[Found[Named], ...]
    mentions: tuple[Found[str], ...] = ()
    """Every place that ties one of them to training, with the name as it stands above."""


def find_parties(
    material: Material,
    names: Sequence[Name],
    body: Found[str] | None,
    *,
    guest: bool = False,
    joins: bool = False,
) -> Parties:
    """Return organisers and providers in text order; `body` is the council body whose plan it is.

    `names` are those that the text names. A `guest` only takes part in what others arrange, and no body of
    its own is an organiser; so does one that `joins` (signs up, travels) where an outside organisation is
    said to arrange. Persons are neither. Where no body is told to arrange, the municipality that is named
    does, where none is named, the organisation that offers, and else whose page it is.
    """
    if joins and any(name.kind != "body" and invites(material, name) for name in names):
        body, guest = None, True
    outside = _with_partners(material, names, [name for name in names if name.kind != "body"])
    bodies = [] if guest else [name for name in names if name.kind == "body"]
    inside = [name for name in bodies if arranges(material, name)]
    labelled = _labelled_organisers(material, names)
    organisers = [_named(material, body.span, "decision_body")] if body and not labelled else []
    organisers += [_named(material, name.span, "organiser_cue") for name in _shortest_forms(material, inside)]
    organisers = _named_in_full(organisers) + labelled + _masthead(material, body, guest=guest)
    organisers = organisers or _municipality(material, bodies) or ([] if guest else _signed(material, names))
    organisers = organisers or _offering(material, names, outside)
    organisers = organisers or ([] if guest or body else _owner(material, names))
    chosen = _distinct(organisers)
    taken = [found.value.name for found in chosen]
    providers = _distinct([_named(material, name.span, "provider_cue") for name in outside])
    others = tuple(found for found in providers if not _among(found.value.name, taken))
    return Parties(chosen, others, tuple(_mentions(material, [*inside, *outside], (*chosen, *others))))


def _with_partners(material: Material, names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Return the outside organisations that deliver, and those joined to one of them ("A AS og avisa B")."""
    outside = frozenset(others)
    delivering = dict.fromkeys(name for name in others if delivers(material, name))
    for before, name in pairwise(names):
        if before in delivering and name in outside and _are_joined(material, before, name):
            delivering.setdefault(name)
    return list(delivering)


def _are_joined(material: Material, before: Name, name: Name) -> bool:
    """Tell whether only a joining word and at most a noun stand between two names."""
    joiners = "|".join(map(re.escape, material.words.joiners))
    between = re.compile(rf"(?:,| (?:{joiners}))(?: [^\W\d_]+)? ")
    return bool(between.fullmatch(material.outline.folded, before.span[1], name.span[0]))


def _shortest_forms(material: Material, names: Sequence[Name]) -> list[Name]:
    """Return the names of several bodies, each once in its shortest form ("Nämnderna")."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        words = material.outline.quote(name.span)
        key = next((other for other in groups if same_name(other, words)), words)
        groups.setdefault(key, []).append(name)
    return [min(group, key=lambda one: one.span[1] - one.span[0]) for group in groups.values()]


def _mentions(
    material: Material, names: Sequence[Name], parties: Sequence[Found[Named]]
) -> Iterator[Found[str]]:
    for name in sorted(names, key=lambda one: one.span):
        quote = material.outline.quote(name.span)
        party = next((one for one in parties if same_name(one.value.name, quote)), None)
        if party:
            yield Found(party.value.name, (name.span,), party.rule, party.how, party.confidence)


def _municipality(material: Material, names: Sequence[Name]) -> list[Found[Named]]:
    """Return the first municipality or body that the text gives a full name."""
    named = [name for name in names if name.kind == "body" and name.full and _leads(material, name)]
    return [_named(material, name.span, "named_body", "inferred") for name in named[:1]]


def _owner(material: Material, names: Sequence[Name]) -> list[Found[Named]]:
    """Return whose page it is: the organisation that it begins with, else who answers for it."""
    first = next((line for line in material.outline.lines if material.holds(line.span)), None)
    named = [name for name in names if first and name.kind != "body" and name.span[0] == first.start]
    if named:
        return [_named(material, named[0].span, "organiser_offers", "inferred")]
    owner = find_owner(material, names)
    return [_named(material, owner, "owner", "inferred")] if owner else []


def _masthead(material: Material, body: Found[str] | None, *, guest: bool) -> list[Found[Named]]:
    """Return the organisation whose name heads its own page; the minutes of a body need none."""
    span = None if body or guest else find_masthead(material) or find_host(material)
    return [_named(material, span, "organiser_offers")] if span else []


def _signed(material: Material, names: Sequence[Name]) -> list[Found[Named]]:
    span = find_signature(material, names)
    return [_named(material, span, "owner", "inferred")] if span else []


def _labelled_organisers(material: Material, names: Sequence[Name]) -> list[Found[Named]]:
    """Return what stands behind or below a label for the organiser ("Arrangør: X"), named or not."""
    labels, outline = material.words.organisers.labels, material.outline
    found = []
    for index, line in enumerate(outline.lines):
        label = _LABEL.match(outline.folded, line.start, line.end)
        if not label or label.group(1) not in labels or not material.holds(line.span):
            continue
        below = outline.lines[index + 1] if index + 1 < len(outline.lines) else line
        told = (label.end(), line.end) if label.end() < line.end else below.span
        inside = [name.span for name in names if told[0] <= name.span[0] < told[1]]
        found += [trimmed(material.text, told)] if _is_name(material, told) else inside
    return [_named(material, span, "organiser_label") for span in found]


def _is_name(material: Material, span: Span) -> bool:
    """Tell whether a label's value is one name: few words, the first with a capital, no list."""
    words = material.text[span[0] : span[1]]
    few = 0 < len(words) <= _LONGEST_NAME and len(words.split()) <= _MOST_WORDS
    return few and words[0].isupper() and not _LIST.search(words)


def _named_in_full(found: list[Found[Named]]) -> list[Found[Named]]:
    """Leave out a bare noun ("Kommunestyret", "Nämnden") where a longer name ends in the same one."""
    names = [one.value.name for one in found]
    return [
        one
        for place, one in enumerate(found)
        if not any(_is_bare_form(one.value.name, name) for i, name in enumerate(names) if i != place)
    ]


def _is_bare_form(name: str, other: str) -> bool:
    """Tell whether a single word is the last part of another name, be it in another inflection."""
    last = other.casefold().rpartition(" ")[2]
    if " " in name or len(other) <= len(name):
        return False
    return last.endswith(name.casefold()) or (" " in other and same_name(name, last))


def _leads(material: Material, name: Name) -> bool:
    """Tell whether a name stands in a heading, in the first lines or in a sentence on training."""
    outline = material.outline
    index = outline.line_index(name.span[0])
    early = index - outline.line_index(material.region[0]) < _FIRST_LINES
    heading = outline.is_heading(outline.lines[index])
    return early or heading or material.has_event(sentence_of(material, name))


def _offering(material: Material, names: Sequence[Name], outside: Sequence[Name]) -> list[Found[Named]]:
    """Return who offers, with those joined to them ("utviklet av A og B"); else the first one named."""
    leading = [name for name in outside if offers(material, name)] or list(outside[:1])
    offering = {material.outline.quote(name.span) for name in leading}
    for before, name in pairwise(names):
        if material.outline.quote(before.span) in offering and _are_joined(material, before, name):
            leading += [name] if name in outside and name not in leading else []
    return [_named(material, name.span, "organiser_offers") for name in leading]


def parties_in(parties: Parties, span: Span) -> tuple[Found[str], ...]:
    """Return the names of the organisers and providers that a stretch ties to its training, each once."""
    found: dict[str, Found[str]] = {}
    for mention in parties.mentions:
        if span[0] <= mention.span[0] < span[1]:
            found.setdefault(mention.value, mention)
    return tuple(found.values())


def _named(material: Material, span: Span, rule: str, how: How = "stated") -> Found[Named]:
    return Found(Named(name=material.outline.quote(span), span=span), (span,), rule, how)


def _distinct(found: Iterable[Found[Named]]) -> tuple[Found[Named], ...]:
    """Return each organisation once; a branch ("KS Innlandet") goes with its parent where both are named."""
    kept: list[Found[Named]] = []
    everyone = list(found)
    short = {one.value.name for one in everyone if one.value.name.isupper()}
    for one in everyone:
        branch = " " in one.value.name and one.value.name.split(" ")[0] in short
        shorter = next(
            (i for i, other in enumerate(kept) if _ends_with(one.value.name, other.value.name)), None
        )
        if shorter is not None and one.rule == kept[shorter].rule:
            kept[shorter] = one
        elif not branch and not _among(one.value.name, [other.value.name for other in kept]):
            kept.append(one)
    return tuple(kept)


def _ends_with(name: str, shorter: str) -> bool:
    return len(name) > len(shorter) and name.casefold().endswith(f" {shorter.casefold()}")


def _among(name: str, others: Sequence[str]) -> bool:
    return any(same_name(name, other) for other in others)


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one in different inflections: they share all but a short ending."""
    a, b = one.casefold().rstrip("."), other.casefold().rstrip(".")
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) <= 4:
        return longer.split(":")[0] == shorter or longer == shorter + "s"
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(shorter))
    return common >= len(shorter) - 3 and len(longer) - common <= 5
