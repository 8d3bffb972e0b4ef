"""Knows the words that tie an organisation to training: verbs, labels, agents, and where they must stand."""

import re

from extract.organiser_shapes import Name
from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from records.base import Span

_NEAR = 70
_NEXT = 15
_ENDING = re.compile(r"[\w:]* ?")


def sentence_of(material: Material, name: Name) -> Span:
    """Return the sentence that a name begins in."""
    return material.outline.sentence(name.span[0])


def arranges(material: Material, name: Name) -> bool:
    """Tell whether a body is tied to training in its sentence: as subject, agent or by its duty."""
    words, sentence = material.words.organisers, sentence_of(material, name)
    if _labelled(material, name) or _before_verb(material, name, words.trains):
        return True
    if not material.has_event(sentence):
        return False
    if _beside_cue(material, name, words.arranged_by, words.arranged_after):
        return True
    if _is_owner(material, name):
        return bool(stem_pattern(words.arranges).match(material.outline.folded, _behind(material, name)))
    return _before_verb(material, name, words.arranges)


def _is_owner(material: Material, name: Name) -> bool:
    """Tell whether a Finnish name stands in the genitive: what follows is its, and it is no subject."""
    return bool(material.words.places.endings) and material.text[name.span[1] - 1] == "n"


def _labelled(material: Material, name: Name) -> bool:
    """Tell whether a label gives the body the duty: "Ansvarig: X", "Xs ansvar (...):"."""
    words, folded = material.words.organisers, material.outline.folded
    line = material.outline.lines[material.outline.line_index(name.span[0])]
    duty = stem_pattern(words.responsible)
    before = duty.match(folded, line.start, name.span[0])
    if (
        before
        and ":" in material.text[before.start() : name.span[0]]
        and name.span[0] - line.start < _NEXT * 2
    ):
        return True
    after = duty.match(folded, _behind(material, name), line.end)
    return bool(after and line.start == name.span[0])


def _behind(material: Material, name: Name) -> int:
    """Return where the next word behind a name begins, past the ending that was taken off."""
    rest = _ENDING.match(material.text, name.span[1])
    return rest.end() if rest else name.span[1]


def _before_verb(material: Material, name: Name, verbs: tuple[str, ...]) -> bool:
    """Tell whether one of the verbs follows soon after the name, or stands right before it, in its clause."""
    folded, sentence = material.outline.folded, sentence_of(material, name)
    pattern = stem_pattern(verbs)
    verb = pattern.search(folded, name.span[1], min(sentence[1], name.span[1] + _NEAR))
    if verb:
        return not any(mark in material.text[name.span[1] : verb.start()] for mark in ".;:")
    return bool(pattern.search(folded, max(sentence[0], name.span[0] - _NEXT), name.span[0]))


def _beside_cue(material: Material, name: Name, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Tell whether a cue stands right before the name ("i regi av X") or right behind it ("X:n kautta")."""
    folded = material.outline.folded
    if stem_pattern(after).match(folded, _behind(material, name)):
        return True
    start = max(sentence_of(material, name)[0], name.span[0] - _NEXT * 3)
    return any(
        name.span[0] - match.end() < _NEXT and "." not in folded[match.end() : name.span[0]]
        for match in stem_pattern(before).finditer(folded, start, name.span[0])
    )


def delivers(material: Material, name: Name) -> bool:
    """Tell whether an outside organisation is tied to training: in an event's sentence, or by a cue."""
    words, sentence = material.words.organisers, sentence_of(material, name)
    if material.has_event(_around(material, sentence) if name.kind == "known" else sentence):
        return True
    if stem_pattern(words.lecturers).search(material.outline.folded, *sentence):
        return True
    verbs = (*words.delivers, *words.trains, *words.offers)
    if _before_verb(material, name, verbs) or _opens_session(material, name):
        return True
    return _beside_cue(material, name, words.delivered_by, words.delivered_after)


def _opens_session(material: Material, name: Name) -> bool:
    """Tell whether a name opens a sentence in a session's paragraph, or closes a timetable's row."""
    line = material.outline.lines[material.outline.line_index(name.span[0])]
    dates = [found for found in material.dates_in(line.span) if found.value.role == "session"]
    opens = sentence_of(material, name)[0] == name.span[0]
    row = bool(dates) and dates[0].span[0] == line.start and material.outline.is_entry(line)
    return bool(dates) and (opens or (row and name.span[1] >= line.end - 1))


def _around(material: Material, sentence: Span) -> Span:
    """Return a sentence with its neighbours."""
    index, sentences = material.outline.sentence_index(sentence[0]), material.outline.sentences
    if not sentences:
        return sentence
    return sentences[max(0, index - 1)][0], sentences[min(len(sentences) - 1, index + 1)][1]


def invites(material: Material, name: Name) -> bool:
    """Tell whether an outside organisation is the subject of a sentence that arranges or invites."""
    return _before_verb(material, name, material.words.organisers.offers)


def offers(material: Material, name: Name) -> bool:
    """Tell whether an organisation is said to offer or arrange, wherever it stands."""
    words = material.words.organisers
    verbs = (*words.offers, *words.arranges)
    return _before_verb(material, name, verbs) or _beside_cue(
        material, name, words.arranged_by, words.arranged_after
    )
