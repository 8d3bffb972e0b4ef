"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables and the full-text index."""
    _make_publishers()
    _make_items()
    _make_decisions_and_programmes()
    _make_sessions()
    _make_programme_parts()
    _make_drafts_and_runs()
    _make_index()


def _make_publishers() -> None:
    op.create_table(
        "councils",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_councils"),
        sa.UniqueConstraint("key", name="uq_councils_key"),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("council", sa.Integer(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["council"], ["councils.number"], name="fk_sources_council"),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
    )
    op.create_table(
        "bodies",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("council", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["council"], ["councils.number"], name="fk_bodies_council"),
        sa.PrimaryKeyConstraint("number", name="pk_bodies"),
        sa.UniqueConstraint("council", "folded", name="uq_bodies_council"),
    )
    op.create_table(
        "body_aliases",
        sa.Column("body", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["body"], ["bodies.number"], name="fk_body_aliases_body"),
        sa.PrimaryKeyConstraint("body", "folded", name="pk_body_aliases"),
    )
    op.create_table(
        "meetings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["body"], ["bodies.number"], name="fk_meetings_body"),
        sa.PrimaryKeyConstraint("number", name="pk_meetings"),
        sa.UniqueConstraint("body", "date", name="uq_meetings_body"),
    )
    op.create_table(
        "matters",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("council", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["council"], ["councils.number"], name="fk_matters_council"),
        sa.PrimaryKeyConstraint("number", name="pk_matters"),
        sa.UniqueConstraint("council", "case_number", name="uq_matters_council"),
    )


def _make_items() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pages"),
    )
    op.create_index("ix_pages_sha256", "pages", ["sha256"])
    op.create_table(
        "items",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("base_id", sa.Text(), nullable=False),
        sa.Column("native_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name="fk_items_source"),
        sa.PrimaryKeyConstraint("number", name="pk_items"),
        sa.UniqueConstraint("id", name="uq_items_id"),
    )
    op.create_index("ix_items_source", "items", ["source"])
    op.create_table(
        "versions",
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_type", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("text_version", sa.Text(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_programme", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.number"], name="fk_versions_item"),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name="fk_versions_page"),
        sa.PrimaryKeyConstraint("item", "number", name="pk_versions"),
    )
    op.create_index("ix_versions_page", "versions", ["page"])


def _make_decisions_and_programmes() -> None:
    op.create_table(
        "decisions",
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_type", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Integer()),
        sa.Column("matter", sa.Integer()),
        sa.Column("body", sa.Integer()),
        sa.Column("body_name", sa.Text()),
        sa.Column("meeting_date", sa.Date()),
        sa.Column("section", sa.Text()),
        sa.Column("case_number", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("outcome", sa.Text()),
        sa.Column("proposal", sa.Text()),
        sa.Column("decision", sa.Text()),
        sa.ForeignKeyConstraint(["body"], ["bodies.number"], name="fk_decisions_body"),
        sa.ForeignKeyConstraint(["item"], ["items.number"], name="fk_decisions_item"),
        sa.ForeignKeyConstraint(["matter"], ["matters.number"], name="fk_decisions_matter"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.number"], name="fk_decisions_meeting"),
        sa.PrimaryKeyConstraint("item", "position", name="pk_decisions"),
    )
    op.create_index("ix_decisions_body", "decisions", ["body"])
    op.create_index("ix_decisions_matter", "decisions", ["matter"])
    op.create_index("ix_decisions_meeting", "decisions", ["meeting"])
    op.create_index("ix_decisions_meeting_date", "decisions", ["meeting_date"])
    op.create_table(
        "programmes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer()),
        sa.Column("title", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("term", sa.Text()),
        sa.Column("term_first", sa.Integer()),
        sa.Column("term_last", sa.Integer()),
        sa.Column("first_date", sa.Date()),
        sa.Column("last_date", sa.Date()),
        sa.Column("cost_amount", sa.Float()),
        sa.Column("cost_currency", sa.Text()),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.number"], name="fk_programmes_item"),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
    )
    op.create_index("ix_programmes_dates", "programmes", ["first_date", "last_date"])
    op.create_index("ix_programmes_item", "programmes", ["item"])
    op.create_index("ix_programmes_kind", "programmes", ["kind"])


def _make_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("edtf", sa.Text()),
        sa.Column("start", sa.Date()),
        sa.Column("end", sa.Date()),
        sa.Column("time", sa.Text()),
        sa.Column("season", sa.Integer()),
        sa.Column("term_year", sa.Integer()),
        sa.Column("month", sa.Integer()),
        sa.Column("recurring", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("format", sa.Text()),
        sa.Column("duration_hours", sa.Float()),
        sa.Column("duration_days", sa.Float()),
        sa.Column("parts", sa.Integer()),
        sa.Column("registration_deadline", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("audiences", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("organisers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name="fk_sessions_programme", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme", "position", name="pk_sessions"),
    )
    op.create_index("ix_sessions_start", "sessions", ["start"])


def _make_programme_parts() -> None:
    op.create_table(
        "programme_topics",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name="fk_programme_topics_programme", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme", "code", name="pk_programme_topics"),
    )
    op.create_index("ix_programme_topics_code", "programme_topics", ["code"])
    op.create_table(
        "programme_audiences",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name="fk_programme_audiences_programme", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme", "code", name="pk_programme_audiences"),
    )
    op.create_index("ix_programme_audiences_code", "programme_audiences", ["code"])
    op.create_table(
        "programme_organisers",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name="fk_programme_organisers_programme", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme", "position", name="pk_programme_organisers"),
    )


def _make_drafts_and_runs() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("house", sa.Text(), nullable=False),
        sa.Column("record", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("path", sa.Text()),
        sa.Column("digest", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "source_summaries",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("fetched", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("queued", sa.Integer(), nullable=False),
        sa.Column("relevant", sa.Integer(), nullable=False),
        sa.Column("programmes", sa.Integer(), nullable=False),
        sa.Column("drafts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_source_summaries_run"),
        sa.PrimaryKeyConstraint("run", "source", name="pk_source_summaries"),
    )
    op.create_table(
        "issues",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run", "source"],
            ["source_summaries.run", "source_summaries.source"],
            name="fk_issues_run",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("run", "source", "position", name="pk_issues"),
    )


def _make_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')"
        )
        return
    op.execute(
        "CREATE TABLE search_index ("
        "rowid integer PRIMARY KEY REFERENCES items (number) ON DELETE CASCADE, words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX ix_search_index_words ON search_index USING gin (words)")
