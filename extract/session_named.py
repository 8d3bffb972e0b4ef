"""Knows sessions that running text names: in a count with a list, side by side, in quotes, by definition."""

import re
from collections.abc import Iterator

from extract.programme_cues import EventWord, number_of, phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.session_found import Outset
from extract.session_phrases import event_phrase, quoted_name
from extract.session_titles import has_words, trimmed
from records.base import Span
from records.evidence import Found

_LONGEST_NAME = 60
_MOST_WORDS = 8


def find_counted(material: Material) -> list[tuple[Span, Outset]]:
    """Return the parts that a sentence counts and lists ("tre delar: a, b och c"), each with its lead.

    Only where as many are listed as are counted.
    """
    found = []
    for sentence in material.outline.sentences:
        lead = _count(material, sentence) if material.holds(sentence) else None
        if lead is None:
            continue
        span, number = lead
        items = list(_items(material, (span[1], sentence[1])))
        if len(items) == number > 1:
            found += [(span, _outset(material, item, item, "session_counted")) for item in items]
    return found


def _count(material: Material, sentence: Span) -> tuple[Span, int] | None:
    folded = material.outline.folded
    if folded.find(": ", sentence[0], sentence[1] + 2) < 0:
        return None
    for match in phrase_pattern(material.words.part_leads).finditer(folded, *sentence):
        before = folded[sentence[0] : match.start()].rsplit(None, 1)
        number = number_of(before[-1], material.words.numbers) if before else None
        if number and folded[match.end() : match.end() + 2] == ": ":
            return (sentence[0], match.end() + 1), number
    return None


def _items(material: Material, span: Span) -> Iterator[Span]:
    joiners = "|".join(map(re.escape, material.words.joiners))
    parts = re.compile(rf", |;|(?<!-) (?:{joiners}) (?=[^,]*\Z)")
    start = span[0]
    for mark in parts.finditer(material.outline.folded, *span):
        yield trimmed(material.text, (start, mark.start()))
        start = mark.end()
    yield trimmed(material.text, (start, span[1] - 1))


def side_by_side(material: Material, sentence: Span) -> list[Span]:
    """Return the trainings that one sentence puts side by side, each told by what it is about.

    "grundutbildning för alla, utbildning för nämnderna samt utbildning i mötesteknik": at least two,
    with nothing but a comma or a joining word between them.
    """
    words = material.words
    events = [(event, event_phrase(material, event)) for event in material.events_in(sentence)]
    phrases = [phrase for event, phrase in events if event.specific or phrase != event.span]
    joiners = "|".join(map(re.escape, words.joiners))
    articles = "|".join(map(re.escape, words.numbers[0])) if words.numbers else "(?!)"
    between = re.compile(rf",? ?(?:(?:{joiners}) )?(?:(?:{articles}) )?")
    chain: list[Span] = []
    for phrase in phrases:
        if chain and not between.fullmatch(material.outline.folded, chain[-1][1], phrase[0]):
            if len(chain) > 1:
                break
            chain = []
        chain.append(phrase)
    return chain if len(chain) > 1 else []


def find_quoted(material: Material) -> list[Outset]:
    """Return the trainings whose names stand in quotation marks in a sentence on training."""
    found = []
    for sentence in material.outline.sentences:
        on_training = material.holds(sentence) and material.has_event(sentence)
        name = quoted_name(material, sentence) if on_training else None
        if name and _is_name(material, name):
            found.append(_outset(material, name, sentence, "session_quoted"))
    return found


def _is_name(material: Material, span: Span) -> bool:
    """Tell whether quoted words are a name and not a sentence that somebody said."""
    words = material.text[span[0] : span[1]]
    return words[-1] not in ".!," and len(words.split()) <= _MOST_WORDS


def find_defined(material: Material) -> list[Outset]:
    """Return the trainings that a sentence says what they are ("Trygg politiker är en onlinekurs")."""
    found = []
    copula = phrase_pattern(material.words.copulas)
    for sentence in material.outline.sentences:
        if not material.has_event(sentence) or not material.holds(sentence):
            continue
        verb = copula.search(material.outline.folded, *sentence)
        event = next(iter(material.events_in((verb.end(), sentence[1]))), None) if verb else None
        if verb and event and _names(material, (sentence[0], verb.start()), event, verb.end()):
            title = trimmed(material.text, (sentence[0], verb.start()))
            found.append(_outset(material, title, sentence, "session_defined"))
    return found


def _names(material: Material, subject: Span, event: EventWord, verb_end: int) -> bool:
    words = material.outline.folded[verb_end : event.span[0]].split()
    short = subject[1] - subject[0] < _LONGEST_NAME and len(words) < 4
    return short and has_words(material.text, subject) and material.text[subject[0]].isupper()


def find_offered(material: Material) -> list[Outset]:
    """Return what outside organisations offer by its subject ("GR håller en utbildning i X för Y")."""
    offers = stem_pattern(material.words.organisers.offers)
    found = []
    for event in material.events if material.words.numbers else ():
        sentence = material.outline.sentence(event.span[0])
        folded = material.outline.folded
        before = folded[sentence[0] : event.span[0]].split()[-2:]
        one = any(word in material.words.numbers[0] for word in before)
        if not one or not offers.search(folded, sentence[0], event.span[0]):
            continue
        phrase = event_phrase(material, event)
        if phrase[1] > event.span[1]:
            found.append(_outset(material, phrase, sentence, "session_offered"))
    return found


def _outset(material: Material, name: Span, scope: Span, rule: str) -> Outset:
    event = next(iter(material.events_in(scope)), None)
    quote = Found(material.outline.quote(name), (name,), rule)
    return Outset(quote, name, scope, head=event.head if event else None)
