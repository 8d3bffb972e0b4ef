"""What unattended nights need: a queue of entries, gaps, withdrawn items, documents beside pages.

Drafts are kept as data, with their versions, and with what a meeting made of them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the queue and its company, and the columns that tell of withdrawal and change."""
    _make_queue()
    _make_gaps_and_tombstones()
    _make_version_pages()
    op.create_table(
        "discards",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_discards"),
    )
    for name in ("lost_at", "redacted_at"):
        op.add_column("pages", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("items", sa.Column("gone_at", sa.DateTime(timezone=True)))
    op.add_column("items", sa.Column("redacted_at", sa.DateTime(timezone=True)))
    op.add_column("versions", sa.Column("changes", sa.JSON()))
    for name in ("gone", "requests"):
        op.add_column("source_summaries", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("source_summaries", sa.Column("robots", sa.Text()))
    _widen_drafts()
    _make_draft_parts()


def _make_queue() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("base_id", sa.Text(), nullable=False),
        sa.Column("native_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
    )
    op.create_index("ix_entries_due", "entries", ["source", "due_at"])


def _make_gaps_and_tombstones() -> None:
    op.create_table(
        "gaps",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("oldest", sa.Date(), nullable=False),
        sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("number", name="pk_gaps"),
    )
    op.create_index("ix_gaps_source", "gaps", ["source"])
    op.create_table(
        "tombstones",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("base_id", sa.Text(), nullable=False),
        sa.Column("native_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source", "base_id", "native_id", name="pk_tombstones"),
    )


def _make_version_pages() -> None:
    op.create_table(
        "version_pages",
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("item", "version", "position", name="pk_version_pages"),
        sa.ForeignKeyConstraint(
            ["item", "version"],
            ["versions.item", "versions.number"],
            name="fk_version_pages_item",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name="fk_version_pages_page"),
    )
    op.create_index("ix_version_pages_page", "version_pages", ["page"])


def _widen_drafts() -> None:
    for name in ("claimed_at", "written_at", "decided_at"):
        op.add_column("drafts", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("drafts", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("drafts", sa.Column("meeting_date", sa.Date()))
    for name in ("body", "data", "item", "verdict", "aftermath"):
        op.add_column("drafts", sa.Column(name, sa.Text()))


def _make_draft_parts() -> None:
    op.create_table(
        "draft_versions",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("data", sa.Text()),
        sa.Column("written_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("draft", "number", name="pk_draft_versions"),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name="fk_draft_versions_draft", ondelete="CASCADE"),
    )
    op.create_table(
        "draft_records",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "record", name="pk_draft_records"),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name="fk_draft_records_draft", ondelete="CASCADE"),
    )
    op.create_index("ix_draft_records_record", "draft_records", ["record"])
