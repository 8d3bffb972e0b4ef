"""Knows the tables of drafts: what each says, its versions before, and what it rests on."""

from sqlalchemy import Column, Date, ForeignKey, Integer, Table

from store.columns import Moment, Words
from store.table_names import metadata

drafts = Table(
    "drafts",
    metadata,
    Column("id", Words, primary_key=True),
    Column("trigger", Words, nullable=False),
    Column("house", Words, nullable=False),
    Column("record", Words),
    Column("language", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("path", Words),
    Column("digest", Words),
    Column("state", Words, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("claimed_at", Moment),
    Column("written_at", Moment),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("body", Words),
    Column("meeting_date", Date),
    Column("data", Words),
    Column("item", Words),
    Column("verdict", Words),
    Column("aftermath", Words),
    Column("decided_at", Moment),
)
"""The newest version of each draft. `id` follows from house and trigger, so these have one row.

`record` is the id of the programme or item that set it off. `claimed_at` is when a program began to write
a version, null once it lies in the outbox. `data` is the Draft as JSON, null when a record it quotes was
taken down. `item` to `decided_at` tell what the meeting made of it.
"""

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("path", Words, nullable=False),
    Column("digest", Words, nullable=False),
    Column("data", Words),
    Column("written_at", Moment),
)
"""The versions of drafts that newer ones have followed; their files stay where they are."""

draft_records = Table(
    "draft_records",
    metadata,
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("record", Words, primary_key=True, index=True),
)
"""The programmes and items that a draft quotes, by their ids; they need not be there any more."""
