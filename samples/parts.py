"""Knows in which order an item of a meeting is printed: labels, lines and blocks, before any markup."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from samples.council import AgendaItem, Earlier, Layout, Meeting, PartName, State, Treatment
from samples.markup import Block, read_blocks

Role = Literal["front", "case", "title", "line", "section", "history", "labelled"]
LABELLED: tuple[PartName, ...] = (
    "preparers",
    "text",
    "presenter",
    "proposal",
    "handling",
    "decision",
    "told",
)
AFTER_THE_MEETING: tuple[PartName, ...] = ("handling", "told")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an item's print: `label` stands in bold before the blocks, `inline` on their line."""

    role: Role
    blocks: tuple[Block, ...] = ()
    label: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """Everything that decides how one item is printed."""

    layout: Layout
    meeting: Meeting
    item: AgendaItem
    state: State


def compose(layout: Layout, meeting: Meeting, item: AgendaItem, state: State) -> tuple[Part, ...]:
    """Return the item's parts in the layout's order, as agenda or as minutes."""
    printed = Print(layout, meeting, item, state)
    found: list[Part] = []
    for name in layout.order:
        if name in LABELLED:
            found.extend(_labelled(printed, name, item))
        else:
            found.extend(HEADS[name](printed))
    return tuple(found)


def day(meeting: Meeting | Earlier) -> str:
    """Return the meeting's date as the record system writes it: `09.11.2026`."""
    return meeting.date.strftime("%d.%m.%Y")


def number(item: AgendaItem, state: State) -> int:
    """Return what the item is called by: its § in minutes, its place in an agenda."""
    return item.section if state == "minutes" and item.section is not None else item.n


def _line(printed: Print) -> Iterator[Part]:
    meeting = printed.meeting
    pattern = printed.layout.line
    if printed.state == "agenda":
        pattern = pattern.partition(" §")[0]
    shown = pattern.format(
        body=meeting.body,
        short=meeting.short,
        date=day(meeting),
        section=number(printed.item, printed.state),
    )
    yield _bare("line", shown)


def _front(printed: Print) -> Iterator[Part]:
    if not printed.item.history:
        return
    rows = [f"{past.body} | § {past.section} | {day(past)}" for past in printed.item.history]
    own = number(printed.item, printed.state)
    rows.append(f"{printed.meeting.body} | § {own} | {day(printed.meeting)}")
    yield Part("front", tuple(Block("row", row) for row in rows))


def _case(printed: Print) -> Iterator[Part]:
    told = (printed.item.case_number, printed.item.classification)
    blocks = tuple(Block("paragraph", text) for text in told if text)
    if blocks:
        yield Part("case", blocks)


def _title(printed: Print) -> Iterator[Part]:
    yield _bare("title", printed.item.title)


def _section(printed: Print) -> Iterator[Part]:
    shown = number(printed.item, printed.state)
    if printed.state == "minutes":
        yield _bare("section", f"§ {shown}")
    elif printed.layout.bare_number:
        yield _bare("section", str(shown))


def _history(printed: Print) -> Iterator[Part]:
    if printed.item.history and printed.layout.labels.get("history"):
        yield Part("history", label=printed.layout.labels["history"])
    past_order = [name for name in printed.layout.order if name in LABELLED]
    for past in printed.item.history:
        yield _bare("line", past.line)
        for name in past_order:
            yield from _labelled(replace(printed, state="minutes"), name, past)


HEADS: dict[PartName, Callable[[Print], Iterator[Part]]] = {
    "front": _front,
    "case": _case,
    "title": _title,
    "line": _line,
    "section": _section,
    "history": _history,
}


def _bare(role: Role, text: str) -> Part:
    return Part(role, (Block("paragraph", text),))


def _labelled(printed: Print, name: PartName, source: Treatment) -> Iterator[Part]:
    empty_decision = name == "decision" and printed.state == "agenda"
    if printed.state == "agenda" and name in AFTER_THE_MEETING:
        return
    presenter = _presenter(printed, source)
    told = presenter if name == "presenter" else str(getattr(source, name))
    blocks = () if empty_decision else read_blocks(told)
    if name == "presenter" and (printed.layout.presenter != "part" or not source.proposal):
        return
    if not blocks and not (empty_decision and source.proposal):
        return
    yield _with_label(printed, name, blocks, presenter)


def _presenter(printed: Print, source: Treatment) -> str:
    own = printed.meeting.presenter if source is printed.item else ""
    return source.presenter or own


def _with_label(printed: Print, name: PartName, blocks: tuple[Block, ...], presenter: str) -> Part:
    layout = printed.layout
    label = layout.labels.get(name, "")
    if name == "proposal" and layout.presenter == "label" and presenter:
        label = presenter
    if name == "proposal" and layout.presenter == "after_label" and presenter:
        blocks = (Block("paragraph", presenter), *blocks)
        return Part("labelled", blocks, _ended(label, layout), inline=True)
    return Part("labelled", blocks, _ended(label, layout), layout.inline)


def _ended(label: str, layout: Layout) -> str:
    return f"{label}:" if label and layout.colon else label
