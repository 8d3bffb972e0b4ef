"""Pages that stand before the content are told from pages of content."""

import datetime as dt

import pytest

from ingest.walls import find_wall
from records.errors import Gone, Walled
from records.page import Page
from tests.ingest.fetchers import fetcher
from tests.ingest.servers import Reply, serve

NOW = dt.datetime(2026, 9, 28, tzinfo=dt.UTC)
BOX = (
    "<div class='corner'><form><label>Tunnus <input name=u></label>"
    "<label>Salasana <input type='password'></label><button>Kirjaudu</button></form></div>"
)
WORDS = "Kaupunginhallitus päätti järjestää luottamushenkilöille koulutuksen. " * 30
SHORT = "<h1>Kokouksen avaus</h1><p>Kaupunginhallitus 28.9.2026. Puheenjohtaja avasi kokouksen klo 17.00 ja "
SHORT += "totesi sen laillisesti koolle kutsutuksi ja päätösvaltaiseksi.</p>"


def page(markup: str, media_type: str = "text/html; charset=utf-8") -> Page:
    """Return a page with this markup."""
    return Page(
        url="http://a.example/x",
        final_url="http://a.example/x",
        status=200,
        headers={"content-type": media_type},
        content=markup.encode(),
        retrieved_at=NOW,
    )


def site(main: str, title: str = "Kuusiranta") -> Page:
    """Return a page of a site with its frame around `main`."""
    return page(
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav>{'Etusivu ' * 90}</nav>"
        f"{main}<footer>Kuusirannan kaupunki, Raatihuoneenkatu 1, puhelin 08 123 456, 2026</footer>"
    )


LOGINS = [
    (BOX, "a bare form"),
    (f"<h1>Kirjaudu sisään</h1><p>Anna tunnuksesi ja salasanasi.</p>{BOX}<p>Unohtuiko se?</p>", "words"),
    (f"<p>{'Palvelu on tarkoitettu luottamushenkilöille. ' * 12}</p>{BOX}", "with a long explanation"),
    ("<div>Salasana: <INPUT TYPE = PASSWORD></div>", "without form and quotes"),
    (f"<p>{'Tietoa evästeistä ' * 20}</p><form action='/login'>{BOX}</form>", "with a word on cookies"),
]


@pytest.mark.parametrize(("main", "reason"), LOGINS)
def test_logins(main: str, reason: str) -> None:
    """A password field with little else is a login, whatever stands in the frame around it."""
    assert find_wall(site(main, "Kirjaudu")) == "a login page titled 'Kirjaudu'", reason


PUZZLES = [
    "<div class='g-recaptcha' data-sitekey='x'></div>",
    "<h2>Checking your browser</h2><div id='cf-challenge-running'></div><p>Please enable JavaScript.</p>",
    "<script>window._cf_chl_opt={cvId:'3'};</script><noscript>Enable JavaScript and cookies</noscript>",
    "<div class='h-captcha'></div><p>Are you human?</p>",
    "<iframe src='/_Incapsula_Resource?SWUDNSAI=31'></iframe>",
    "<script src='https://ct.captcha-delivery.com/c.js'></script>",
]


@pytest.mark.parametrize("main", PUZZLES)
def test_puzzles(main: str) -> None:
    """A puzzle with little else is one, by the marks of those who make them."""
    assert (find_wall(site(main)) or "").startswith("a puzzle that tells people from programs")


CONSENTS = [
    "<div id='CybotCookiebotDialog'><p>Käytämme evästeitä 12.5.2026 alkaen. {}</p></div>",
    "<div id='onetrust-consent-sdk'><p>Vi bruker informasjonskapsler. {}</p></div>",
    "<div class='qc-cmp2-container'><p>{}</p></div>",
]


@pytest.mark.parametrize("main", CONSENTS)
def test_walls_of_consent(main: str) -> None:
    """A box that asks for consent is a wall where nothing stands beside it, however much it says itself."""
    told = main.format("evästeet " * 300)

    assert (find_wall(site(told)) or "").startswith("a wall that asks for consent")
    assert find_wall(site(f"<main>{WORDS}</main>{told}")) is None


ERRORS = [
    "404 Not Found", "Not Found", "Error 404", "HTTP Error 503. The service is unavailable.", "403",
    "404 - File or directory not found.", "500 Internal Server Error", "502: Bad gateway",
    "503 Service Temporarily Unavailable", "HTTP Status 404 – Not Found", "Service Unavailable",
]  # fmt: skip


@pytest.mark.parametrize("title", ERRORS)
def test_errors_sent_as_pages(title: str) -> None:
    """A title that is an HTTP status of an error, over little else, is that error."""
    assert find_wall(site(f"<h1>{title}</h1><hr>nginx", title)) == f"an error sent as a page titled {title!r}"


@pytest.mark.parametrize("start", ["<br />\n<b>Fatal error</b>:  Uncaught", "<b>Parse error</b>: syntax"])
def test_crashes(start: str) -> None:
    """A page that begins with a program's own error is no page."""
    assert find_wall(page(f"{start} PDOException in /srv/x.php")) == "a program's error sent as a page"


CONTENT = [
    (WORDS + BOX, "minutes with a login in the corner"),
    (f"<form id=aspnetForm>{BOX}{WORDS}</form>", "minutes inside the one form of the whole page"),
    (SHORT + BOX, "a short item with a date, and a login in the corner"),
    (f"<p>§ 1 Avaus</p>{BOX}", "a section, and a login in the corner"),
    (f"<p>Utvalgssak 12/26: innkallingen ble godkjent uten merknader av de sju</p>{BOX}", "a case"),
    (WORDS + "<div class='g-recaptcha'></div>", "minutes with a puzzle on the form below them"),
    (WORDS + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>", "minutes, guarded"),
    (SHORT, "a short item and no mark at all"),
    ("", "an empty page, which is another kind of fault"),
    ("<h1>404 nya platser i utbildningen</h1>", "a number that is a number"),
    ("<h1>Conflict</h1>", "one word that is a status as well"),
]


@pytest.mark.parametrize(("main", "reason"), CONTENT)
def test_pages_of_content(main: str, reason: str) -> None:
    """What a council publishes is never taken for a wall."""
    assert find_wall(site(main)) is None, reason


LINKS = [
    "<ul><li><a href='/download/18.4c1/Protokoll-KS.pdf'>Kommunstyrelsen</a>"
    "<li><a href='/download/18.4c2/Protokoll-KF.pdf'>Fullmäktige</a></ul>",
    "<table><tr><td><a href='?id=1'>28.9.2026</a><td><a href='?id=2'>31.8.2026</a></table>",
]


@pytest.mark.parametrize("main", LINKS)
def test_a_list_with_a_login_in_the_corner(main: str) -> None:
    """A page of nothing but links to minutes or meetings is content; the links of a login page are none."""
    links = "<a href='/forgot'>Unohtuiko salasana?</a> <a href='/help'>Ohje</a> <a href='/sv'>På svenska</a>"

    assert find_wall(site(main + BOX)) is None
    assert find_wall(site(links + BOX)) is not None


def test_a_long_page_titled_as_an_error() -> None:
    """The title alone decides nothing."""
    assert find_wall(site(WORDS, "404 Not Found")) is None


@pytest.mark.parametrize(
    "content", ["", "%PDF-1.7 g-recaptcha", "<rss><title>404 Not Found</title></rss>", '{"type":"password"}']
)
def test_what_is_no_html(content: str) -> None:
    """Feeds, documents and data are judged by their own readers."""
    assert find_wall(page(content, "text/html")) is None


def test_hostile_markup_is_read_in_one_go() -> None:
    """Marks without end, nesting without end, bytes without meaning: an answer, never an exception."""
    for piece in ("<title>", "<h1 ", "type=", "<div>", "type = 'password' ", "\ufffd"):
        find_wall(page("<html>" + piece * 100_000 + "g-recaptcha"))


@pytest.mark.parametrize("status", [200, 401, 403])
def test_fetching_a_wall(status: int) -> None:
    """The fetcher raises an error that says what came and what to do."""
    login = site(BOX, "Kirjaudu").content
    with (
        serve({"/": Reply(status, login)}) as server,
        fetcher() as f,
        pytest.raises(Walled, match=r"found a login page titled 'Kirjaudu'.*browser"),
    ):
        f.fetch(f"{server.base}/")


def test_a_missing_page_with_a_login_in_the_corner_is_missing() -> None:
    """What a page with status 404 looks like is of no matter."""
    with serve({"/": Reply(404, site(BOX).content)}) as server, fetcher() as f, pytest.raises(Gone):
        f.fetch(f"{server.base}/")
