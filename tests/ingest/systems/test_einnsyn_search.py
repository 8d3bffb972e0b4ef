"""eInnsyn: what its search shows, and what it leaves out."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from ingest.systems import einnsyn
from ingest.systems.base import Horizon
from records.errors import (
    ConfigError,
    FetchError,
    ReadError,
)
from records.page import FeedEntry
from tests.ingest.systems.einnsyn_answers import (
    API,
    BODY,
    MEETING,
    OLDEST,
    SOURCE,
    UNIT,
    Api,
    case,
    search,
)


def test_the_search_asks_for_the_cases_of_one_unit_since_a_day() -> None:
    """Entity, unit, first day, order, page size and what is sent in full stand in the address."""
    api = Api([])
    search(api)
    asked = parse_qs(urlsplit(api.asked[0]).query)

    assert asked["entity"] == ["Moetesak"]
    assert asked["administrativEnhet"] == [UNIT]
    assert asked["moetedatoFrom"] == ["2026-01-01"]
    assert (asked["sortBy"], asked["sortOrder"], asked["limit"]) == (["publisertDato"], ["desc"], ["100"])
    assert "moetemappe" in asked["expand"][0].split(",")


def test_an_entry_tells_body_day_and_where_one_answer_holds_the_case() -> None:
    """The day is Norway's (22.30 UTC is past midnight), the body its unit's name, not the code."""
    (entry,) = einnsyn.discover(SOURCE, Api([case()]).fetch, Horizon(OLDEST)).entries

    assert (entry.native_id, entry.base_id, entry.body) == ("ms_1", "main", "Formannskapet")
    assert entry.meeting_date == dt.date(2026, 10, 21)
    assert entry.url.startswith(f"{API}/moetesak/ms_1?expand=moetemappe,")
    assert entry.published == dt.datetime(2026, 10, 15, 12, tzinfo=dt.UTC)


def test_pages_are_followed_until_a_known_case_shows() -> None:
    """What was published before a known case is known too; a walk goes on to the end."""
    pages = [[case("ms_3")], [case("ms_2")], [case("ms_1")]]

    def known(entry: FeedEntry) -> bool:
        return entry.native_id == "ms_2"

    assert search(Api(*pages), Horizon(OLDEST, known)) == ["ms_3", "ms_2"]
    assert search(Api(*pages), Horizon(OLDEST, known, walk=True)) == ["ms_3", "ms_2", "ms_1"]


@pytest.mark.parametrize(
    ("strange", "warning"),
    [
        pytest.param(
            case(journalenhet="enh_x", utvalgObjekt={**BODY, "id": "enh_y", "parent": "enh_x"}),
            f"no meeting cases of {UNIT}",
            id="another municipality's: the unit was passed over",
        ),
        pytest.param({"entity": "Journalpost", "id": "jp_1"}, "no meeting cases", id="another entity"),
        pytest.param("ms_7", "no meeting cases", id="a bare id"),
        pytest.param(
            case(moetemappe={**MEETING, "moetedato": "2025-12-01T10:00:00Z"}),
            "meetings before 2026-01-01",
            id="too early: moetedatoFrom was passed over",
        ),
        pytest.param(case(moetesaksaar="i fjor"), "cannot be read", id="a field of another type"),
    ],
)
def test_what_was_not_asked_is_left_out_with_a_warning(strange: object, warning: str) -> None:
    """The API ignores what it does not know, so the results are held against the question."""
    found = einnsyn.discover(SOURCE, Api([strange, case("ms_2")]).fetch, Horizon(OLDEST))

    assert [entry.native_id for entry in found.entries] == ["ms_2"]
    assert len(found.warnings) == 1
    assert warning in found.warnings[0]


@pytest.mark.parametrize(
    "mine",
    [
        pytest.param(case(journalenhet=UNIT, utvalgObjekt="enh_fsk"), id="the publisher as an id"),
        pytest.param(case(journalenhet=None), id="the body's parent"),
        pytest.param(case(journalenhet=None, utvalgObjekt=None), id="no unit told at all"),
    ],
)
def test_a_case_of_the_unit_is_kept_however_that_is_told(mine: object) -> None:
    """Ids and expanded units both count; what is not told cannot be held against a case."""
    assert search(Api([mine])) == ["ms_1"]


def test_an_organisation_number_names_the_unit_too() -> None:
    """The API takes either."""
    source = SOURCE.model_copy(update={"unit": "999000111"})

    assert einnsyn.discover(source, Api([case()]).fetch, Horizon(OLDEST)).warnings == ()


def test_results_in_another_order_are_looked_through_to_the_end() -> None:
    """A known case says nothing of what follows it when the order was ignored."""
    older = case("ms_1", publisertDato="2026-02-01T12:00:00Z")
    found = einnsyn.discover(
        SOURCE, Api([older, case("ms_2")], [case("ms_3")]).fetch, Horizon(OLDEST, lambda _entry: True)
    )

    assert len(found.entries) == 3
    assert "not in the order" in found.warnings[0]


def test_a_case_without_a_day_is_kept_and_told() -> None:
    """Its meeting may not have been fixed yet."""
    found = einnsyn.discover(SOURCE, Api([case(moetemappe=None)]).fetch, Horizon(OLDEST))

    assert [entry.meeting_date for entry in found.entries] == [None]
    assert "tell no day" in found.warnings[0]


def test_deleted_cases_and_repeated_ones_give_no_entry() -> None:
    """A case stands once, newest first; one marked deleted is gone."""
    assert search(Api([case("ms_2"), case("ms_9", deleted=True)], [case("ms_2"), case("ms_1")])) == [
        "ms_2",
        "ms_1",
    ]


@pytest.mark.parametrize(
    ("api", "gap"),
    [
        (Api([case()], FetchError("https://x", found="status 500")), "status 500"),
        (Api([case()], {"type": "internalServerError"}), "items"),
        (Api([case()], [], following="https://evil.example/search"), "elsewhere"),
    ],
)
def test_a_list_that_breaks_off_is_a_gap(api: Api, gap: str) -> None:
    """What came is kept; the sentence names what did not."""
    found = einnsyn.discover(SOURCE, api.fetch, Horizon(OLDEST))

    assert len(found.entries) == 1
    assert gap in found.gaps[0]


def test_a_list_that_leads_back_to_itself_ends() -> None:
    """The same address twice is no new page."""
    again = f"{API}/search?startingAfter=1"

    found = einnsyn.discover(
        SOURCE, Api([case()], [case()], [case()], following=again).fetch, Horizon(OLDEST)
    )

    assert "leads back" in found.gaps[0]


def test_without_a_first_page_there_is_no_night() -> None:
    """The source's error is raised as it is."""
    with pytest.raises(ReadError, match="page of search results"):
        search(Api({"type": "badRequest", "message": "Enhet not found"}))
    with pytest.raises(ConfigError, match="unit"):
        einnsyn.discover(SOURCE.model_copy(update={"unit": None}), Api([]).fetch, Horizon(OLDEST))


def test_the_next_page_may_be_told_without_its_host() -> None:
    """The API prints it that way."""
    api = Api([case("ms_2")], [case("ms_1")])
    api.following = "/search?limit=100&startingAfter=2026-10-15,ms_2"
    api.pages = (api.pages[0], {"items": [case("ms_1")]})

    assert search(api) == ["ms_2", "ms_1"]
    assert api.asked[1] == f"{API}/search?limit=100&startingAfter=2026-10-15,ms_2"
