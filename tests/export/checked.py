"""What tests of checks share: a house's draft whose proposal is given, and the dates of a language."""

from collections.abc import Sequence

from config.houses import House
from config.languages import load_language
from config.wording_checks import RuleKey
from export.check import FindDates, Finding, check_draft
from export.draft import draft_programme
from extract.dates import scan_dates
from records.dates import DateFinding
from records.draft import Block, Draft, Line, Paragraph, Plain, Points
from tests.export.houses import own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in


def dates_of(language: str) -> FindDates:
    """Return what finds dates by a language's own words, as the command hands it to checks."""

    def find(text: str) -> Sequence[DateFinding]:
        return [found.value for found in scan_dates(text, load_language(language).dates)]

    return find


def made_draft(layout: str) -> tuple[Draft, House]:
    """Return the draft that a made-up house gets of Kuusiranta's programme."""
    house = own_house(layout)
    names = names_in(house.language)
    return draft_programme(basis_of(finnish_record()), house, words_of(house), names, TRIGGER), house


def with_part(draft: Draft, key: str, *blocks: Block) -> Draft:
    """Return a draft with other blocks in one of its parts."""
    sections = tuple(
        section.model_copy(update={"blocks": blocks}) if section.key == key else section
        for section in draft.sections
    )
    return draft.model_copy(update={"sections": sections})


def line(*pieces: object) -> Line:
    """Return a line of pieces, words for wording of the house."""
    made = [Plain(text=piece) if isinstance(piece, str) else piece for piece in pieces]
    return Paragraph.model_validate({"line": made}).line


def points(*told: str, opening: str | None = None) -> tuple[Block, ...]:
    """Return a proposal of these points, after an opening if there is one."""
    items = Points(items=tuple(line(each) for each in told), numbered=True)
    return (Paragraph(line=line(opening)), items) if opening else (items,)


def check(draft: Draft, house: House) -> tuple[Finding, ...]:
    """Return what the checks of a draft find but for its open placeholders."""
    found = check_draft(draft, house, words_of(house), dates_of(house.language))
    return tuple(finding for finding in found if finding.severity != "open")


def rules(findings: Sequence[Finding]) -> set[RuleKey]:
    """Return the rules that findings break."""
    return {finding.rule for finding in findings}
