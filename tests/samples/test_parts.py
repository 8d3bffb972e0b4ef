"""An item is printed in the order and under the labels of its site."""

import datetime as dt

from samples.council import AgendaItem, Earlier, Layout, Meeting
from samples.markup import Block, plain
from samples.parts import Part, compose

EARLIER = Earlier(
    line="TEKLA § 7",
    body="Tekninen lautakunta",
    section=7,
    date=dt.date(2026, 4, 1),
    proposal="Puolletaan.",
    decision="Puollettiin.",
)
ITEM = AgendaItem(
    n=4,
    section=81,
    title="Otsikko",
    case_number="9/2026",
    classification="00.02",
    text="Tausta.",
    proposal="Ehdotetaan.",
    handling="Keskusteltiin.",
    decision="Päätettiin.",
    history=(EARLIER,),
)
MEETING = Meeting(
    id="20261",
    body="Kaupunginhallitus",
    body_id=1,
    short="KH",
    date=dt.date(2026, 5, 4),
    place="Talo",
    presenter="Johtaja Siiri Esimerkki",
    published=dt.date(2026, 5, 5),
    item=(ITEM,),
)
LABELS = {"presenter": "Esittelijä", "proposal": "Ehdotus", "handling": "Käsittely", "decision": "Päätös"}


def layout(*order: str, **more: object) -> Layout:
    """Return a layout with the usual labels."""
    return Layout.model_validate({"order": order, "labels": LABELS, **more})


def lines(parts: tuple[Part, ...]) -> list[str]:
    """Return each part as `label|text`."""
    return [f"{part.label}|{plain(part.blocks)}" for part in parts]


def test_parts_follow_the_order_of_the_layout() -> None:
    """The same item prints in any order."""
    printed = compose(layout("decision", "title", "case"), MEETING, ITEM, "minutes")

    assert lines(printed) == ["Päätös|Päätettiin.", "|Otsikko", "|9/2026\n00.02"]


def test_an_agenda_has_no_section_no_handling_and_an_empty_decision() -> None:
    """Before the meeting, the label of the decision stands alone."""
    order = layout("line", "section", "proposal", "handling", "decision")

    printed = compose(order, MEETING, ITEM, "agenda")

    assert lines(printed) == ["|Kaupunginhallitus 04.05.2026", "Ehdotus|Ehdotetaan.", "Päätös|"]


def test_an_agenda_may_print_the_bare_number() -> None:
    """Static sites put the item's number where the § will stand."""
    order = layout("section", bare_number=True)

    assert lines(compose(order, MEETING, ITEM, "agenda")) == ["|4"]
    assert lines(compose(order, MEETING, ITEM, "minutes")) == ["|§ 81"]


def test_the_presenter_stands_alone_after_the_label_or_is_the_label() -> None:
    """The three ways in which sites name who presents."""
    order = ("presenter", "proposal")
    shown = {
        how: lines(compose(layout(*order, presenter=how), MEETING, ITEM, "minutes"))
        for how in ("part", "after_label", "label")
    }

    assert shown == {
        "part": ["Esittelijä|Johtaja Siiri Esimerkki", "Ehdotus|Ehdotetaan."],
        "after_label": ["Ehdotus|Johtaja Siiri Esimerkki\nEhdotetaan."],
        "label": ["Johtaja Siiri Esimerkki|Ehdotetaan."],
    }


def test_earlier_handlings_are_printed_whole_even_in_an_agenda() -> None:
    """What another body decided earlier stands under its own line, with its own labels."""
    order = layout("front", "history", "line", "proposal", "decision", line="{short} § {section}")

    printed = compose(order, MEETING, ITEM, "agenda")

    assert lines(printed) == [
        "|Tekninen lautakunta\t§ 7\t01.04.2026\nKaupunginhallitus\t§ 4\t04.05.2026",
        "|TEKLA § 7",
        "Ehdotus|Puolletaan.",
        "Päätös|Puollettiin.",
        "|KH",
        "Ehdotus|Ehdotetaan.",
        "Päätös|",
    ]


def test_a_heading_may_announce_the_history() -> None:
    """Where the layout has a label for it, earlier handlings come under a heading."""
    labels = {**LABELS, "history": "Päätöshistoria"}

    printed = compose(layout("history", labels=labels), MEETING, ITEM, "minutes")

    assert printed[0] == Part("history", label="Päätöshistoria")


def test_an_item_without_proposal_names_no_presenter() -> None:
    """A secret item is a title and a sentence."""
    secret = AgendaItem(n=1, title="Salainen asia", text="Asia on salassa pidettävä.")
    order = layout("title", "text", "presenter", "proposal", "decision")

    printed = compose(order, MEETING, secret, "minutes")

    assert printed == (
        Part("title", (Block("paragraph", "Salainen asia"),)),
        Part("labelled", (Block("paragraph", "Asia on salassa pidettävä."),), inline=True),
    )
