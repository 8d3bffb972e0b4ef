"""Mistakes in templates: every one is named, with its part, the number of its paragraph and its text."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from export.template import check_template, open_template
from export.template_tags import FIELDS, MARK
from export.word import render_draft
from records.errors import DraftError
from tests.export.houses import own_house, words_of
from tests.export.made_drafts import draft_of
from tests.export.templates import Change, letterhead, texts, write_template


def _told(path: Path) -> list[str]:
    return [each.describe() for each in check_template(path)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ kokous }}", "unknown field 'kokous'"),
        ("{{ meetng }}", "did you mean meeting?"),
        ("{{ Title }}", "did you mean title?"),
        ("{{ case number }}", "only {{ field }}"),
        ("{{ }}", "only {{ field }}"),
        ("{{ meeting }", "a broken tag: {{"),
        ("meeting }}", "a broken tag: }}"),
        ("{ { meeting }}", "a broken tag: }}"),
        ("{% if %}x{% endif %}", "only {{ field }}"),
        ("{% when title %}", "only {{ field }}"),
        ("{{r title }}", "only {{ field }}"),
    ],
)
def test_a_wrong_tag_is_named_with_its_paragraph(text: str, told: str, tmp_path: Path) -> None:
    """Number, text and what is wrong, and what the field may be called."""
    (mistake, *_) = _told(write_template(tmp_path / "a.docx", "Kunta", text, "{{ content }}"))

    assert mistake.startswith("body, paragraph 2 (")
    assert text[:20] in mistake
    assert told in mistake


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    """A clerk mends a template in one round; opening it tells the first and how many more there are."""
    path = write_template(tmp_path / "a.docx", "{{ one }} ja {{ two }}", "{{ body }", "teksti {{ content }}")

    mistakes = check_template(path)

    assert [each.paragraph for each in mistakes] == [1, 1, 2, 3]
    with pytest.raises(DraftError, match=r"'one'.*and 3 more"):
        open_template(path)


def _in_table(document: Document) -> None:
    document.add_table(1, 1).cell(0, 0).paragraphs[0].text = "{{ content }}"


def _in_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ content }}"


def _in_box(document: Document) -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>{{ content }}</w:t></w:r></w:p></w:txbxContent></w:pict>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}><w:r>{box}</w:r></w:p>"))


def _in_control(document: Document) -> None:
    inner = "<w:sdtContent><w:p><w:r><w:t>{{ content }}</w:t></w:r></w:p></w:sdtContent>"
    document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{inner}</w:sdt>"))


def _in_markup(document: Document) -> None:
    held = "<w:p><w:r><w:t>{{ content }}</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(f"<w:customXml {nsdecls('w')}>{held}</w:customXml>"))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_in_markup, "in a part of its own"),
        (_in_table, "in a table"),
        (_in_header, "in a header"),
        (_in_box, "in a text box"),
        (_in_control, "in a content control"),
    ],
)
def test_the_mark_stands_in_the_text_itself(change: Change, told: str, tmp_path: Path) -> None:
    """A draft of pages and tables fits nowhere else."""
    (mistake,) = _told(write_template(tmp_path / "a.docx", "Kunta", change=change))

    assert told in mistake


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (("Kunta",), "the body mark is missing"),
        (("{{ content }}", "{{ content }}"), "once more"),
        (("Teksti: {{ content }}",), "alone in its paragraph"),
        (("{{ title }} {{ content }}",), "alone in its paragraph"),
    ],
)
def test_the_mark_stands_once_and_alone(paragraphs: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """Missing, twice, beside other text: each is told for what it is."""
    (mistake,) = _told(write_template(tmp_path / "a.docx", *paragraphs))

    assert told in mistake


def test_a_condition_may_not_take_the_mark_away(tmp_path: Path) -> None:
    """A draft that vanishes when the meeting is unknown would be lost."""
    path = write_template(tmp_path / "a.docx", "{% if meeting %}", "{{ content }}", "{% endif %}")

    with pytest.raises(DraftError, match="a condition around the body mark"):
        check_template(path)


@pytest.mark.parametrize("paragraphs", [("{% if meeting %}",), ("{% endif %}",), ("{% else %}",)])
def test_a_condition_is_closed(paragraphs: tuple[str, ...], tmp_path: Path) -> None:
    """A condition without its other half is no template."""
    path = write_template(tmp_path / "a.docx", *paragraphs, "{{ content }}")

    with pytest.raises(DraftError, match="tags that cannot be read"):
        check_template(path)


def test_headers_and_tables_are_checked_too(tmp_path: Path) -> None:
    """A wrong tag in a header is told with the part it stands in."""

    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ nimi }}"
        document.add_table(1, 1).cell(0, 0).paragraphs[0].text = "{{ numero }}"

    told = _told(letterhead(tmp_path / "a.docx", change))

    assert [each.partition(" (")[0] for each in told] == ["body, paragraph 6", "header, paragraph 1"]


def test_a_tag_may_be_cut_into_runs(tmp_path: Path) -> None:
    """Word cuts words into runs where somebody once typed: the tag is read as it is seen."""
    path = write_template(tmp_path / "a.docx", "{{ content }}")
    document = docx.Document(str(path))
    paragraph = document.add_paragraph()
    for part in ("{", "{ mee", "ting }", "}"):
        paragraph.add_run(part).bold = True
    document.save(str(path))

    assert check_template(path) == ()
    assert open_template(path).printed == {"meeting"}


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_may_be_printed(name: str, tmp_path: Path) -> None:
    """The closed list is open to templates, one by one."""
    path = write_template(tmp_path / "a.docx", f"Tieto: {{{{ {name} }}}}", f"{{{{{MARK}}}}}")
    template = open_template(path)
    house = own_house("sweden")
    content = render_draft(draft_of("sweden"), words_of(house), template)

    assert template.printed == {name}
    assert any(text.startswith("Tieto: ") and len(text) > len("Tieto: ") for text in texts(content))


def test_conditions_without_end_are_told(tmp_path: Path) -> None:
    """Thousands of conditions within each other are no template, and no traceback either."""
    path = write_template(
        tmp_path / "a.docx", "{% if title %}" * 3000 + "{% endif %}" * 3000, "{{ content }}"
    )
    with pytest.raises(DraftError, match="tags that cannot be read"):
        check_template(path)

    (mistake,) = _told(write_template(path, f"{{{{ {'not ' * 5000}title }}}}", "{{ content }}"))
    assert "only {{ field }}" in mistake


def test_half_tags_without_end_are_read_in_one_go(tmp_path: Path) -> None:
    """A hundred thousand opening braces: each is told as half a tag, and none reads the others again."""
    path = write_template(tmp_path / "a.docx", "{{" * 100_000, "{{ content }}")

    assert len(_told(path)) == 100_000
