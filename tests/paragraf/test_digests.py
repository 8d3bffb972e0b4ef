"""What clerks are told of their drafts, by a real mail server on loopback and in the outbox."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from config.houses import load_house
from config.paths import own
from config.settings import DigestSettings, DraftSettings, MailSettings, NotifySettings, Settings
from config.wording import load_wording
from paragraf.digests import MEMORY, digest_path, lay_digest, mail_digest, send_digests, show_digest
from paragraf.workshop import Workshop
from records.aftermath import Aftermath, Minuted, Verdict
from records.draft import Draft, Facts, Placeholder, Plain, Trigger
from records.errors import DraftError, FetchError
from samples.load import load_houses
from store.aftermaths import save_aftermath
from store.database import Store, open_store
from store.drafts import Claim, claim_draft, claim_version, save_draft, save_draft_state
from tests.paragraf.conftest import NOW
from tests.paragraf.mailing import Mailbox, mail_server

CLERK = "sihteeri@kuusiranta.example"


@dataclass
class Office:
    """A home house whose clerk is told of drafts, day after day."""

    store: Store
    port: int
    box: Mailbox
    to: tuple[str, ...] = (CLERK,)
    nothing_new: bool = True
    now: dt.datetime = NOW
    drafts: list[Draft] = field(default_factory=list)

    @property
    def workshop(self) -> Workshop:
        """What a night works with."""
        mail = MailSettings(host="localhost", port=self.port, security="none", sender="p@k.example")
        digest = DigestSettings(to={"kuusiranta": self.to} if self.to else {}, nothing_new=self.nothing_new)
        settings = Settings(
            drafts=DraftSettings(houses=("kuusiranta",), digest=digest), notify=NotifySettings(mail=mail)
        )
        return Workshop(settings, self.store, (load_house("kuusiranta"),), lambda: self.now)

    def sleep(self, days: int = 1) -> None:
        """Let days pass."""
        self.now += dt.timedelta(days=days)

    def draft(self, name: str = "kuusiranta-1", **told: Any) -> Draft:
        """Lay a draft into the outbox, its first version or the next."""
        gap = Placeholder(key="period", text="kausi", hint="")
        values: dict[str, Any] = {
            "id": name,
            "house": "kuusiranta",
            "council": "Kuusirannan kaupunki",
            "language": "fi",
            "tag": "fi-FI",
            "country": "FI",
            "document": "esityslistateksti",
            "trigger": Trigger(kind="watched", key=name, made_at=self.now),
            "title": "Luonnos",
            "cover": (),
            "heading": (Plain(text=f"Ohjelma {name[-1]} "), gap),
            "head": Facts(facts=()),
            "sections": (),
            "closing": (),
            "sources": (),
        }
        draft = Draft(**{**values, **told})
        path = f"kuusiranta/{name}-v{draft.version}.docx"
        claim = Claim(name, "watched", "kuusiranta", "fi", "Luonnos")
        if draft.version == 1:
            claim_draft(self.store, claim, self.now)
        else:
            claim_version(self.store, name, self.now)
        file = self.workshop.settings.outbox / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"a draft")
        save_draft(self.store, draft, path, hashlib.sha256(b"a draft").hexdigest(), self.now)
        return draft

    def night(self) -> list[str]:
        """Tell of a night; return what went wrong, and let the next day come."""
        problems = [str(problem) for problem in send_digests(self.workshop)]
        self.sleep()
        return problems

    @property
    def mails(self) -> list[str]:
        """The texts that came by mail."""
        return [mail.get_content() for mail in self.box.mails]

    @property
    def text(self) -> str:
        """The text in the outbox."""
        return digest_path(self.workshop, load_house("kuusiranta")).read_text(encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A house, an empty store and a mail server."""
    own("houses").mkdir(parents=True)
    for name, text in load_houses().items():
        own("houses", name).write_text(text, encoding="utf-8")
    with (
        open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store,
        mail_server() as (box, port),
    ):
        yield Office(store, port, box)


def _decide(office: Office, draft: Draft, verdict: Verdict = "unchanged", version: int = 1) -> None:
    found = Minuted(item="k-x", version=version, document_type="minutes", council="K", section="401")
    save_aftermath(office.store, draft.id, Aftermath(verdict=verdict, found=found, by="likeness"), office.now)


def test_a_clerk_is_mailed_what_is_new_in_the_houses_language(office: Office) -> None:
    """To the house's own addresses, by the operator's mail server."""
    office.draft()

    assert office.night() == []

    (mail,) = office.box.mails
    assert mail["To"] == CLERK
    assert mail["Subject"] == "Paragraf: 1 uusi luonnos"
    assert (mail["Content-Language"], mail["Auto-Submitted"]) == ("fi-FI", "auto-generated")
    assert "* Ohjelma 1 [kausi]\n" in mail.get_content().replace("\r\n", "\n")
    assert "1 kohta täydennettävänä" in mail.get_content()


def test_no_news_comes_twice(office: Office) -> None:
    """The second night says that nothing is new; the third tells what came since, and no more."""
    office.draft("kuusiranta-1")
    office.night()
    office.night()
    office.draft("kuusiranta-2")
    office.night()

    subjects = [mail["Subject"].removeprefix("Paragraf: ") for mail in office.box.mails]
    assert subjects == ["1 uusi luonnos", "ei uutta edellisen koosteen jälkeen", "1 uusi luonnos"]
    assert "Ohjelma 1" not in office.mails[2]


def test_each_step_of_a_draft_is_news_once(office: Office) -> None:
    """New, on an agenda, in a new version, decided, and decided otherwise by corrected minutes."""
    draft = office.draft()
    office.night()
    _decide(office, draft, "agenda")
    office.night()
    office.draft(version=2)
    office.night()
    _decide(office, draft, "unchanged")
    office.night()
    _decide(office, draft, "unchanged", version=2)  # the same words in a new version of the minutes
    office.night()
    _decide(office, draft, "rejected", version=3)
    office.night()

    told = [mail["Subject"].removeprefix("Paragraf: ") for mail in office.box.mails]
    assert told == [
        "1 uusi luonnos",
        "1 luonnoksen asia on edennyt",
        "1 luonnoksesta uusi versio",
        "1 luonnoksen asia on edennyt",
        "ei uutta edellisen koosteen jälkeen",
        "1 luonnoksen asia on edennyt",
    ]


def test_one_mail_a_day_is_enough(office: Office) -> None:
    """A second sync of the day, and --send, send no second one; what came since is told the next day."""
    office.draft("kuusiranta-1")
    send_digests(office.workshop)
    office.draft("kuusiranta-2")
    send_digests(office.workshop)
    assert mail_digest(office.workshop, load_house("kuusiranta")) == ((), [])

    office.sleep()
    send_digests(office.workshop)

    assert [("Ohjelma 1" in text, "Ohjelma 2" in text) for text in office.mails] == [
        (True, False),
        (False, True),
    ]


def test_a_mail_that_fails_is_told_and_sent_the_next_night(office: Office) -> None:
    """No news is lost; the outbox has it all the same."""
    office.draft()
    office.box.refuses = True
    first = office.night()
    office.box.refuses = False
    second = office.night()

    assert [("localhost" in told, "no mail today" in told) for told in first] == [(True, True)]
    assert second == []
    assert ["Ohjelma 1" in text for text in office.mails] == [True]
    assert "Ohjelma 1" in office.text


def test_an_address_that_is_refused_is_told_and_costs_the_others_nothing(office: Office) -> None:
    """Who has it gets it once."""
    office.to = (CLERK, "gone@kuusiranta.example")
    office.box.unknown = ("gone@kuusiranta.example",)
    office.draft()

    sent, (problem,) = mail_digest(office.workshop, load_house("kuusiranta"))
    office.sleep()
    mail_digest(office.workshop, load_house("kuusiranta"))

    assert sent == (CLERK,)
    assert isinstance(problem, FetchError)
    assert "gone@kuusiranta.example" in str(problem)
    assert ["Ohjelma 1" in text for text in office.mails] == [True, False]


def test_quiet_days_can_be_left_out(office: Office) -> None:
    """For a clerk who wants to hear of news alone."""
    office.nothing_new = False
    office.night()
    office.draft()
    office.night()
    office.night()

    assert len(office.mails) == 1


def test_without_addresses_nothing_is_sent(office: Office) -> None:
    """Mail is off unless the settings name somebody; the outbox has the text."""
    office.to = ()
    office.draft()

    assert office.night() == []

    assert office.mails == []
    assert "Ohjelma 1" in office.text


def test_the_outbox_keeps_earlier_news_below(office: Office) -> None:
    """A clerk who looks in once a week misses nothing: quiet days push nothing out."""
    office.draft("kuusiranta-1")
    office.night()
    office.draft("kuusiranta-2")
    office.night()
    for _ in range(3):
        office.night()

    text = office.text
    assert text.index("Ei uutta") < text.index("Aiemmat koosteet") < text.index("Ohjelma 2")
    assert text.index("Ohjelma 2") < text.index("Ohjelma 1")
    assert text.count("Ei uutta") == 1


def test_the_text_says_that_it_is_written_anew(office: Office) -> None:
    """A note that a clerk wrote into it would be gone the next night; a mail is the clerk's own."""
    office.draft("kuusiranta-1")
    office.night()
    told = load_wording("fi", "FI").digest.rewritten

    assert told in office.text
    assert told not in office.mails[0]


def test_a_second_run_of_the_day_leaves_the_days_news_on_top(office: Office) -> None:
    """Nothing new at noon does not hide what was new in the morning."""
    office.draft()
    lay_digest(office.workshop, load_house("kuusiranta"))
    before = office.text
    lay_digest(office.workshop, load_house("kuusiranta"))

    assert office.text == before
    assert "Ei uutta" not in before


def test_an_outbox_that_refuses_is_told_and_made_good(office: Office, home: Path) -> None:
    """A folder in the file's place: the news stands there the next night."""
    office.draft()
    blocked = digest_path(office.workshop, load_house("kuusiranta"))
    blocked.mkdir()
    (problem,) = lay_digest(office.workshop, load_house("kuusiranta"))
    blocked.rmdir()
    office.sleep()

    assert lay_digest(office.workshop, load_house("kuusiranta")) == []
    assert isinstance(problem, DraftError)
    assert "Ohjelma 1" in office.text
    assert list((home / "outbox" / "kuusiranta").glob("*.new")) == []


def test_an_edited_draft_waits_with_what_is_left_in_it(office: Office, home: Path) -> None:
    """Told every time, as it is no news; one that was decided on or put away waits no more."""
    names = ("kuusiranta-1", "kuusiranta-2", "kuusiranta-3")
    drafts = [office.draft(name) for name in names]
    office.night()
    for draft in drafts:
        (home / "outbox" / "kuusiranta" / f"{draft.id}-v1.docx").write_bytes(b"edited")
    _decide(office, drafts[1])
    save_draft_state(office.store, drafts[2].id, "dismissed")
    office.night()
    office.night()

    for text in office.mails[1:]:
        assert "1 muokattu luonnos odottaa kokousta" in text
        assert "Ohjelma 1" in text
    assert "Ohjelma 3" not in office.mails[1]


def test_a_digest_is_shown_without_being_told(office: Office) -> None:
    """To look is to change nothing; without news, the last news stand below."""
    house = load_house("kuusiranta")
    office.draft()

    first = show_digest(office.workshop, house)
    again = show_digest(office.workshop, house)
    lay_digest(office.workshop, house)
    after = show_digest(office.workshop, house)

    assert first == again
    assert "Ohjelma 1" in first
    assert after.index("Ei uutta") < after.index("Ohjelma 1")


def test_a_damaged_memory_tells_all_again(office: Office, home: Path) -> None:
    """Better twice than never."""
    office.draft()
    office.night()
    (home / MEMORY).write_text("{broken")
    office.night()

    assert ["Ohjelma 1" in text for text in office.mails] == [True, True]


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"houses": [], "digest": {"to": {"kuusiranta": [CLERK]}}}, "unlike kuusiranta"),
        ({"houses": ["kuusiranta"], "digest": {"to": {"kuusiranta": ["x"]}}}, "mail addresses"),
        (
            {"houses": ["kuusiranta"], "digest": {"to": {"kuusiranta": [f"{CLERK}\nBcc: a@b"]}}},
            "mail addresses",
        ),
        *(
            ({"houses": ["kuusiranta"], "digest": {"to": {"kuusiranta": [address]}}}, "mail addresses")
            for address in ("a@[", '"@b.example', "a@b.example\x00", "a@(b)", "\ud800@b.example", "a\\@b")
        ),
        ({"houses": ["kuusiranta"], "digest": {"too": {}}}, "Extra inputs"),
    ],
)
def test_wrong_settings_are_told_when_they_are_read(told: dict[str, Any], message: str) -> None:
    """Not first at night, when there is something to send."""
    with pytest.raises(ValidationError, match=message):
        DraftSettings.model_validate(told)
