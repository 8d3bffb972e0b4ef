"""Knows the last look at sessions: what is none, what two rows tell as one, their clocks and their names."""

from collections.abc import Sequence

from extract.programme_material import Material
from extract.session_blocks import with_blocks
from extract.session_clock_rows import with_row_clocks
from extract.session_edges import with_edges
from extract.session_found import Outset
from extract.session_naming import with_names
from extract.session_refused import real_sessions
from records.base import Span


def settled(material: Material, outsets: Sequence[Outset], title: Span | None) -> list[Outset]:
    """Return the sessions as they are told: without what is none, joined, with their clocks and names.

    `title` is the programme's own, for sessions that nothing nearer names.
    """
    joined = with_edges(material, outsets)
    clocked = with_row_clocks(material, real_sessions(material, joined))
    return with_names(material, with_blocks(material, clocked), title)
