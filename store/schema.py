"""Knows the tables: what is kept, under which names, and what hangs on what.

    councils ── sources ── items ── versions ── pages
        │                    │
        │                    ├── decisions ── meetings, matters
        │                    └── programmes ── sessions, topics, audiences, organisers
        └── bodies ── body_aliases, meetings
    drafts (store.draft_tables)   runs ── source_summaries, issues
    entries   gaps   tombstones   discards

Decisions and programmes are rows of the newest version's record, made for questions; the record as
a whole stands in `versions.record`. The full-text index is apart: `store.index`. A change here
needs a migration beside `migrations/versions/v0001_first.py`.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    UniqueConstraint,
)

from store.columns import Count, Moment, Words
from store.draft_tables import draft_records as draft_records
from store.draft_tables import draft_versions as draft_versions
from store.draft_tables import drafts as drafts
from store.table_names import metadata as metadata

councils = Table(
    "councils",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Words, nullable=False, unique=True),
    Column("country", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("code", Words),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
)
"""`key` is country, type and official code (or, for want of one, the folded name)."""

sources = Table(
    "sources",
    metadata,
    Column("id", Words, primary_key=True),
    Column("council", ForeignKey("councils.number"), nullable=False),
    Column("system", Words, nullable=False),
    Column("first_seen", Moment, nullable=False),
)

bodies = Table(
    "bodies",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("council", ForeignKey("councils.number"), nullable=False),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    UniqueConstraint("council", "folded"),
)

body_aliases = Table(
    "body_aliases",
    metadata,
    Column("body", ForeignKey("bodies.number"), primary_key=True),
    Column("folded", Words, primary_key=True),
)

meetings = Table(
    "meetings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("body", ForeignKey("bodies.number"), nullable=False),
    Column("date", Date, nullable=False),
    UniqueConstraint("body", "date"),
)

matters = Table(
    "matters",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("council", ForeignKey("councils.number"), nullable=False),
    Column("case_number", Words, nullable=False),
    UniqueConstraint("council", "case_number"),
)

pages = Table(
    "pages",
    metadata,
    Column("id", Words, primary_key=True),
    Column("sha256", Words, nullable=False, index=True),
    Column("url", Words, nullable=False),
    Column("final_url", Words, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", JSON, nullable=False),
    Column("size", Integer, nullable=False),
    Column("retrieved_at", Moment, nullable=False),
    Column("lost_at", Moment),
    Column("redacted_at", Moment),
)
"""`id` is made from digest and address: the same bytes at two addresses are two pages, one file.

`lost_at` is when the file was found gone or damaged, `redacted_at` when personal data in the bytes were
overwritten: they are no longer those that the site sent.
"""

discards = Table("discards", metadata, Column("sha256", Words, primary_key=True))
"""Page files that no row names any more and that are to go; one whose removal was cut off is still here."""

items = Table(
    "items",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("source", ForeignKey("sources.id"), nullable=False, index=True),
    Column("base_id", Words, nullable=False),
    Column("native_id", Words, nullable=False),
    Column("url", Words),
    Column("title", Words),
    Column("language", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("gone_at", Moment),
    Column("redacted_at", Moment),
)
"""`id` is a function of (source, base_id, native_id), so one key has one row. `version` is the newest.

`gone_at` is when the site was first found to publish it no longer, `redacted_at` when personal data in it
were overwritten.
"""

entries = Table(
    "entries",
    metadata,
    Column("id", Words, primary_key=True),
    Column("source", Words, nullable=False),
    Column("base_id", Words, nullable=False),
    Column("native_id", Words, nullable=False),
    Column("place", Integer, nullable=False),
    Column("entry", JSON, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("reason", Words, nullable=False),
    Column("due_at", Moment),
    Column("tries", Integer, nullable=False),
    Column("problem", Words),
    Index("ix_entries_due", "source", "due_at"),
)
"""Everything that a source ever listed, and when it is to be fetched next: never, if `due_at` is null.

`id` is that of the item under the same key, whether there is one or not.
`reason` tells why: new, agenda (until minutes replace it), watch (a page that may change any day),
correction, retry, backfill. `tries` counts fetches in a row that failed, `problem` says how the last one did.
"""

gaps = Table(
    "gaps",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", Words, nullable=False, index=True),
    Column("message", Words, nullable=False),
    Column("oldest", Date, nullable=False),
    Column("noticed_at", Moment, nullable=False),
    Column("closed_at", Moment),
)
"""Where entries may have been missed; a walk back over the time before `noticed_at` closes it."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("source", Words, primary_key=True),
    Column("base_id", Words, primary_key=True),
    Column("native_id", Words, primary_key=True),
    Column("reason", Words, nullable=False),
    Column("made_at", Moment, nullable=False),
)
"""Items that were taken down on somebody's demand, and are never fetched again."""

versions = Table(
    "versions",
    metadata,
    Column("item", ForeignKey("items.number"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document_type", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("text_sha256", Words, nullable=False),
    Column("text_version", Words, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("page", ForeignKey("pages.id"), nullable=False, index=True),
    Column("seen_at", Moment, nullable=False),
    Column("is_programme", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("digest", Words, nullable=False),
    Column("record", Words, nullable=False),
    Column("changes", JSON),
)
"""`record` is the DocumentRecord as JSON without its text; `digest` tells whether anything changed.

`changes` tells what differs from the version before.
"""

version_pages = Table(
    "version_pages",
    metadata,
    Column("item", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("page", ForeignKey("pages.id"), nullable=False, index=True),
    ForeignKeyConstraint(["item", "version"], ["versions.item", "versions.number"], ondelete="CASCADE"),
)
"""The documents that were read with a version beside its own page, in the order of its attachments."""

decisions = Table(
    "decisions",
    metadata,
    Column("item", ForeignKey("items.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("document_type", Words, nullable=False),
    Column("meeting", ForeignKey("meetings.number"), index=True),
    Column("matter", ForeignKey("matters.number"), index=True),
    Column("body", ForeignKey("bodies.number"), index=True),
    Column("body_name", Words),
    Column("meeting_date", Date, index=True),
    Column("section", Words),
    Column("case_number", Words),
    Column("title", Words),
    Column("outcome", Words),
    Column("proposal", Words),
    Column("decision", Words),
)
"""`position` 0 is the record's `decision`, 1 and on its `further_decisions`; `body_name` is as printed."""

programmes = Table(
    "programmes",
    metadata,
    Column("id", Words, primary_key=True),
    Column("item", ForeignKey("items.number"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("decision", Integer),
    Column("title", Words),
    Column("kind", Words, nullable=False, index=True),
    Column("term", Words),
    Column("term_first", Count),
    Column("term_last", Count),
    Column("first_date", Date),
    Column("last_date", Date),
    Column("cost_amount", Float),
    Column("cost_currency", Words),
    Column("score", Float, nullable=False),
)
"""`decision` is a position in `decisions`; `first_date` and `last_date` span the dated sessions."""

sessions = Table(
    "sessions",
    metadata,
    Column("programme", ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("title", Words),
    Column("edtf", Words),
    Column("start", Date, index=True),
    Column("end", Date),
    Column("time", Words),
    Column("season", Count),
    Column("term_year", Count),
    Column("month", Count),
    Column("recurring", Words),
    Column("place", Words),
    Column("format", Words),
    Column("duration_hours", Float),
    Column("duration_days", Float),
    Column("parts", Count),
    Column("registration_deadline", Words),
    Column("url", Words),
    Column("audiences", JSON, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("organisers", JSON, nullable=False),
)

programme_topics = Table(
    "programme_topics",
    metadata,
    Column("programme", ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("code", Words, primary_key=True, index=True),
)

programme_audiences = Table(
    "programme_audiences",
    metadata,
    Column("programme", ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("code", Words, primary_key=True, index=True),
)

programme_organisers = Table(
    "programme_organisers",
    metadata,
    Column("programme", ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Words, nullable=False),
    Column("name", Words, nullable=False),
)
"""`role` is "organiser" or "provider"."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
)

source_summaries = Table(
    "source_summaries",
    metadata,
    Column("run", ForeignKey("runs.id"), primary_key=True),
    Column("source", Words, primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("fetched", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("queued", Integer, nullable=False),
    Column("relevant", Integer, nullable=False),
    Column("programmes", Integer, nullable=False),
    Column("drafts", Integer, nullable=False),
    Column("gone", Integer, nullable=False, server_default="0"),
    Column("requests", Integer, nullable=False, server_default="0"),
    Column("robots", Words),
)

issues = Table(
    "issues",
    metadata,
    Column("run", Integer, primary_key=True),
    Column("source", Words, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("message", Words, nullable=False),
    Column("url", Words),
    Column("severity", Words, nullable=False),
    ForeignKeyConstraint(
        ["run", "source"], ["source_summaries.run", "source_summaries.source"], ondelete="CASCADE"
    ),
)

Index("ix_programmes_dates", programmes.c.first_date, programmes.c.last_date)

IS_NEWEST = (versions.c.item == items.c.number) & (versions.c.number == items.c.version)
"""The condition that a version is its item's newest, to join them by."""
