"""Finds what is wrong in a house profile whose keys are right: what its language lacks, or never prints."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from config.houses import APPEALS, House, HouseBody, template_path
from config.toml import line_of
from config.wording import Wording
from records.errors import ConfigError, DraftError


@dataclass(frozen=True, slots=True)
class Profile:
    """A house profile with its file: the house and its language's wording, and what stands in the file.

    `table` holds the file's own keys, without those of what it extends.
    """

    house: House
    wording: Wording
    where: str
    text: str
    table: Mapping[str, Any]

    def mistake(self, key: tuple[str, ...], expected: str, found: str, advice: str) -> ConfigError:
        """Return a mistake at the line of a key; without a line where the key stands in what is extended."""
        return self._at(line_of(self.text, key), expected, found, advice)

    def mistake_of(self, body: HouseBody, expected: str, found: str, advice: str) -> ConfigError:
        """Return a mistake at the line of a body, in whichever way bodies are written."""
        written = re.compile(rf"\bid\s*=\s*[\"']{re.escape(body.id)}[\"']")
        lines = enumerate(self.text.splitlines(), 1)
        line = next((number for number, told in lines if written.search(told)), None)
        return self._at(line, expected, found, advice)

    def _at(self, line: int | None, expected: str, found: str, advice: str) -> ConfigError:
        place = f"{self.where}, line {line}" if line else self.where
        return ConfigError(place, expected=expected, found=found, advice=advice)


def find_slips(profile: Profile) -> Iterator[ConfigError]:
    """Yield each mistake that the keys alone do not show, in the order of the profile's keys."""
    yield from _bodies(profile)
    yield from _responsible(profile)
    yield from _headings(profile)
    yield from _labels(profile)
    yield from _impacts(profile)
    yield from _grammar(profile)
    yield from _appeal(profile)
    yield from _template(profile)


def _bodies(profile: Profile) -> Iterator[ConfigError]:
    """Yield bodies that lack a form of their name that a phrase of the language puts in."""
    house, words = profile.house, profile.wording.proposal
    asked = {house.receiver(body) for body in house.bodies}
    phrase = words.lead_proposes if house.proposal == "lead" else words.proposes
    for body in house.bodies:
        if words.pending and "decision" in house.sections and not body.genitive:
            yield _formless(profile, body, "genitive", words.pending)
        if phrase and "{recipient}" in phrase and body in asked and not body.allative:
            yield _formless(profile, body, "allative", phrase)


def _formless(profile: Profile, body: HouseBody, form: str, phrase: str) -> ConfigError:
    return profile.mistake_of(
        body,
        expected=f"{form} of {body.id}, for the phrase {phrase!r}",
        found=f"{body.name!r} without it",
        advice=f'Add {form} = "..." to that body.',
    )


def _responsible(profile: Profile) -> Iterator[ConfigError]:
    told, ending = profile.house.responsible, profile.wording.proposal.tasked
    if told and ending and not told.split(" ja ")[-1].endswith(ending):
        yield profile.mistake(
            ("responsible",),
            expected=f'the form that the proposal needs, ending in "{ending}"',
            found=f"responsible = {told!r}",
            advice="Write to whom the task is given, in that form.",
        )


def _headings(profile: Profile) -> Iterator[ConfigError]:
    parts = profile.house.parts
    for key, heading in profile.table.get("headings", {}).items():
        place = ("headings", key)
        if key not in parts:
            yield profile.mistake(
                place,
                expected=f"a part that is printed: {', '.join(parts)}",
                found=f"a heading for {key}",
                advice="Add it to sections (or impacts), or take the heading out.",
            )
        elif not heading.strip() and key == parts[0]:
            yield profile.mistake(
                place,
                expected="a heading for the first part",
                found="an empty one, with nothing before it to run on under",
                advice="Write a heading, or put another part first.",
            )


def _labels(profile: Profile) -> Iterator[ConfigError]:
    head = profile.house.head
    for key, label in profile.table.get("labels", {}).items():
        if key not in head or not label.strip():
            yield profile.mistake(
                ("labels", key),
                expected=f"words for a field of the head: {', '.join(head)}",
                found=f"{key} = {label!r}",
                advice="Add the field to head, or take the label out.",
            )


def _impacts(profile: Profile) -> Iterator[ConfigError]:
    if profile.table.get("impacts") and "impacts" not in profile.house.sections:
        yield profile.mistake(
            ("impacts",),
            expected='"impacts" among the sections',
            found=f"sections without it: {', '.join(profile.house.sections)}",
            advice="Add it where the headings of impacts shall stand.",
        )


def _grammar(profile: Profile) -> Iterator[ConfigError]:
    """Yield a grammar that the language has no points or no opening for."""
    house, words = profile.house, profile.wording.proposal
    if house.proposal == "lead":
        needed = {"opening": words.opening, "lead_own": words.lead_own, "lead_attend": words.lead_attend}
        proposes = {"lead_proposes": words.lead_proposes}
    else:
        needed = {"own": words.own, "attend": words.attend}
        proposes = {"proposes": words.proposes}
    if any(house.receiver(body) for body in house.bodies):
        needed |= proposes
    missing = [key for key, told in needed.items() if not told]
    if missing:
        yield profile.mistake(
            ("proposal",),
            expected=f'proposal = "{house.proposal}" with wording in {profile.wording.id}',
            found=f"none under {', '.join(f'proposal.{key}' for key in missing)}",
            advice="Choose the other style, or add the wording in config/wording/ of the home.",
        )


def _appeal(profile: Profile) -> Iterator[ConfigError]:
    house, families = profile.house, profile.wording.appeal.families
    known = [each for each in APPEALS.get(house.country, ()) if each in families]
    if house.appeal and house.appeal not in known:
        yield profile.mistake(
            ("appeal",),
            expected=f"a family of {house.country}: {', '.join(known) or 'none is known'}",
            found=f"appeal = {house.appeal!r}",
            advice="Name one of them, or take the line out: a family is proposed for each draft.",
        )


def _template(profile: Profile) -> Iterator[ConfigError]:
    try:
        template_path(profile.house)
    except DraftError as error:
        yield profile.mistake(("template",), error.expected, error.found, error.advice)
