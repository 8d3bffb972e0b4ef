"""Knows how a training is named: in a row of a list, by the words around an event word, by a label."""

import re

from extract.programme_cues import EventWord, head_pattern, number_of, phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from records.base import Span

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LEADING = re.compile(r"[\s,;:.)\]|/–—-]+")
_TRAILING = re.compile(r"[\s,;:.(\[|/–—-]+\Z")
_COLUMNS = re.compile(r"\s{3,}|\t")
_WEEKDAY_OR_CLOCK = re.compile(
    r"(?:\((?:\w{2,4})\)|(?:klo|kello|kl|kl\.)?\s*\d{1,2}[.:]?\d{0,2}(?:\s*[–-]\s*\d{1,2}[.:]?\d{0,2})?(?=\s|,|$))\s*"
)
_COUNTER = re.compile(r"([^\W\d_]+) \d{1,2}")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_FILE = re.compile(r"\.(?:pdf|docx?|pptx?|odt)\Z", re.IGNORECASE)
_TOKEN_BEFORE = re.compile(r"([\w’':-]+) \Z")
_TOKEN_AFTER = re.compile(r" ([\w’'-]+)")
_QUOTED = re.compile(r"[\"”“«»]([^\"”“«»\n]{3,90})[\"”“«»]")
_RUN_IN = re.compile(r"([A-ZÅÄÖÆØ][^.:!?\n]{2,60})[.:]\s+(?=\S)")
_CLAUSE_END = re.compile(r"[.;(\n]|, (?:som|joka|jota|der|hvor)\b")
_CLAUSE_BREAK = re.compile(r"[.;(\n](?:\s|\Z)|, ")
_SUBJECT = re.compile(r": ([A-ZÅÄÖÆØ][^.:,;()\n]{3,60})(?=[.,;(\n]|\Z)")
_LONGEST = 140
_FEWEST_WORDS = 3
_LONGEST_WORD = 40


def trimmed(text: str, span: Span) -> Span:
    """Return a span without blanks, separators and file endings at its ends."""
    start, end = span
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    for pattern in (_FILE, _TRAILING):
        if trailing := pattern.search(text[start:end]):
            end = start + trailing.start()
    if text[start : start + 1] == "(" and text[end - 1 : end] == ")" and text.count("(", start, end) == 1:
        return start + 1, end - 1
    return start, max(start, end)


def has_words(text: str, span: Span) -> bool:
    """Tell whether a stretch holds a word of at least three letters."""
    return bool(_LETTERS.search(text, *span))


def row_title(material: Material, line: Line, date: Span) -> Span | None:
    """Return the name in a row that holds a date: what stands before the date, else what follows it.

    None when the row holds nothing else.
    """
    text = material.text
    before = _without_step(material, trimmed(text, (line.start, date[0])))
    counter = _is_counter(material, before) and has_words(text, (date[1], line.end))
    if has_words(text, before) and not counter and not _is_label(material, before):
        return _without_section(material, before)
    start = date[1]
    if clock := _WEEKDAY_OR_CLOCK.match(text, start + len(_blank(text, start)), line.end):
        start = clock.end()
    after = trimmed(text, (start, line.end))
    if column := _COLUMNS.search(text, *after):
        after = trimmed(text, (after[0], column.start()))
    after = _without_opening(material, after)
    return after if has_words(text, after) else None


def _is_counter(material: Material, span: Span) -> bool:
    """Tell whether words only number a part ("Kveld 2"), whose name follows its date."""
    counter = _COUNTER.fullmatch(material.outline.folded, *span)
    return counter is not None and counter.group(1) in material.words.steps


def _blank(text: str, start: int) -> str:
    blank = re.compile(r"[\s,]*").match(text, start)
    return blank.group() if blank else ""


def _is_label(material: Material, span: Span) -> bool:
    words = material.outline.folded[span[0] : span[1]].strip(" :")
    return words in material.words.detail_labels or words in material.words.time_openers


def _without_section(material: Material, span: Span) -> Span:
    """Take "§ 113" off the front of a title."""
    sign = re.compile(r"(?:§+ ?\d+[a-z]?|\d+ ?§)\s+").match(material.text, *span)
    return (sign.end(), span[1]) if sign else span


def _without_step(material: Material, span: Span) -> Span:
    """Take "steg 2 – " off the front where a name follows."""
    steps = phrase_pattern(material.words.steps)
    opening = steps.match(material.outline.folded, *span)
    if not opening:
        return span
    rest = re.compile(r"\s*\d+\s*[–—:.-]\s+").match(material.text, opening.end(), span[1])
    return (rest.end(), span[1]) if rest and has_words(material.text, (rest.end(), span[1])) else span


def _without_opening(material: Material, span: Span) -> Span:
    opening = phrase_pattern(material.words.including).match(material.outline.folded, *span)
    opening = opening or re.compile(r"(?:sis|inkl)\.\s*").match(material.outline.folded, *span)
    return trimmed(material.text, (opening.end(), span[1])) if opening else span


def short_title(material: Material, span: Span) -> Span:
    """Return the naming part of a row: up to a colon, a spaced hyphen, a bracket or the sentence's end.

    A hyphen ends a name only behind three words or more ("De demokratiska verktygen - spelregler").
    """
    text = material.text
    start, end = trimmed(text, span)
    for mark in (": ", " - ", ". "):
        at = text.find(mark, start + 3, end)
        dash = mark == " - "
        if (
            at > 0
            and has_words(text, (start, at))
            and not (dash and len(text[start:at].split()) < _FEWEST_WORDS)
        ):
            end = at
    return _without_bracket(text, (start, min(end, start + _LONGEST)))


def heading_title(material: Material, span: Span) -> Span:
    """Return a heading up to its colon or bracket."""
    text = material.text
    start, end = trimmed(text, span)
    colon = text.find(": ", start + 3, end)
    return _without_bracket(text, (start, colon if colon > 0 else end))


def _without_bracket(text: str, span: Span) -> Span:
    bracket = _PARENTHESIS.search(text, span[0] + 3, span[1])
    if bracket and has_words(text, (span[0], bracket.start())):
        return trimmed(text, (span[0], bracket.start()))
    return trimmed(text, span)


def event_phrase(material: Material, event: EventWord) -> Span:
    """Return an event word with the adjectives before it and what it is about, as the text has it."""
    subject = _SUBJECT.match(material.text, event.span[1])
    if subject and not material.has_event(subject.span(1)):
        return event.span[0], subject.end(1)
    return _grown_left(material, event.span[0]), _grown_right(material, event.span)


def _grown_left(material: Material, start: int) -> int:
    """Step over at most three words that describe: adjectives, numbers, a name in the genitive."""
    words, folded = material.words, material.outline.folded
    ending = head_pattern(words.modifiers, ("",))
    for _ in range(3):
        token = _TOKEN_BEFORE.search(folded, max(0, start - 40), start)
        if not token or token.group(1) in words.not_modifiers:
            return start
        word = token.group(1)
        if len(word) > 2 and word.endswith(words.not_modifier_endings):
            return start
        counted = word in words.ordinals or any(word in names for names in words.numbers[1:])
        if word in words.joiners or not (counted or ending.search(word)):
            return start
        start = token.start(1)
    return start


def _grown_right(material: Material, span: Span) -> int:
    """Take in "in NOUN" and "for NOUN" behind an event word, up to the clause's end."""
    words, folded = material.words, material.outline.folded
    end = span[1]
    for _ in range(2):
        token = _TOKEN_AFTER.match(folded, end)
        if not token or token.group(1) not in words.complements:
            return end
        object_ = _TOKEN_AFTER.match(folded, token.end())
        if (
            not object_
            or object_.group(1) in words.not_modifiers
            or object_.group(1).isdigit()
            or _is_time(material, object_.start(1))
        ):
            return end
        end = _noun_end(material, object_.end(1))
    return end


def _noun_end(material: Material, end: int) -> int:
    """Step over the rest of a noun phrase: a genitive's noun, "X och Y"; never into a second training."""
    words, folded = material.words, material.outline.folded
    joiners, possessives = words.joiners, words.organisers.possessives
    describing = head_pattern(words.modifiers, ("",))
    for _ in range(4):
        token = _TOKEN_AFTER.match(folded, end)
        joined = _TOKEN_AFTER.match(folded, token.end()) if token and token.group(1) in joiners else token
        if (
            not token
            or not joined
            or joined.group(1) in words.not_modifiers
            or material.has_event(joined.span())
        ):
            return end
        before = folded[max(0, end - _LONGEST_WORD) : end].rsplit(None, 1)[-1]
        if joined is token and not (before.endswith(possessives) or describing.search(before)):
            return end
        end = joined.end(1)
    return end


def _is_time(material: Material, position: int) -> bool:
    return any(
        found.span[0] <= position < found.span[1]
        for found in material.dates_in((position - 30, position + 1))
    )


def quoted_name(material: Material, span: Span) -> Span | None:
    """Return a name in quotation marks within a stretch, without the marks."""
    match = _QUOTED.search(material.text, *span)
    return match.span(1) if match else None


def theme_name(material: Material, span: Span) -> Span | None:
    """Return what a sentence says its training is about ("teemana on X"), up to the clause's end."""
    folded = material.outline.folded
    cue = phrase_pattern(material.words.theme_cues).search(folded, *span)
    end = _CLAUSE_END.search(material.text, cue.end(), span[1]) if cue else None
    if not cue:
        return None
    start, stop = trimmed(material.text, (cue.end(), end.start() if end else span[1]))
    for joiner in material.words.joiners:
        if folded[start:stop].endswith(f" {joiner}"):
            stop -= len(joiner) + 1
    return (start, stop) if 3 < stop - start < _LONGEST else None


def clause_name(material: Material, date: Span) -> Span | None:
    """Return what a clause tells beside its date where no word names a training: first what follows it.

    "den 5 oktober servicen för äldre och den 9 november ..." is the service for the elderly.
    """
    sentence = material.outline.sentence(date[0])
    following = next(iter(material.dates_in((date[1], sentence[1]))), None)
    end = following.span[0] if following else sentence[1]
    stop = _CLAUSE_BREAK.search(material.text, date[1], end)
    after = _without_joiner(material, trimmed(material.text, (date[1], stop.start() if stop else end)))
    if has_words(material.text, after):
        return after[0], min(after[1], after[0] + _LONGEST)
    before = _without_joiner(material, trimmed(material.text, (sentence[0], date[0])))
    return (max(before[0], before[1] - _LONGEST), before[1]) if has_words(material.text, before) else None


def _without_joiner(material: Material, span: Span) -> Span:
    """Take "and the" off the end of a clause, where the next date follows."""
    words = (*material.words.joiners, *material.words.time_openers)
    start, end = span
    while last := re.compile(r"\s(\w+\.?)\Z").search(material.outline.folded[start:end]):
        if last.group(1) not in words:
            break
        end = start + last.start()
    return trimmed(material.text, (start, end))


def run_in_heading(material: Material, line: Line) -> Span | None:
    """Return the short label that opens a paragraph ("Juridisk påfyll. Advokatene ..."), or None."""
    match = _RUN_IN.match(material.text, line.start, line.end)
    if not match:
        return None
    verbs = stem_pattern(material.words.arranged).search(material.outline.folded, *match.span(1))
    longest = 3
    if verbs or material.dates_in(match.span(1)) or len(match.group(1).split()) > longest:
        return None
    return match.span(1)


def numbered_step(material: Material, sentence: Span) -> Span | None:
    """Return "Del två" or "Den andra kvällen" where a numbered part opens a sentence."""
    steps, folded = material.words.steps, material.outline.folded
    counted = _ordinal_step(material, sentence[0])
    if counted:
        return counted
    opening = (
        re.compile(rf"(?:{'|'.join(steps)}) (\w+)(?=[ ,:.])").match(folded, *sentence) if steps else None
    )
    if not opening or number_of(opening.group(1), material.words.numbers) is None:
        return None
    return opening.span()


def _ordinal_step(material: Material, start: int) -> Span | None:
    """Return "Den andra kvällen", "Toisen illan": an ordinal with the word for a part, in any case."""
    steps, ordinals = material.words.steps, material.words.ordinals
    if not steps or not ordinals:
        return None
    pattern = rf"(?:\w{{2,3}} )?(?:{'|'.join(ordinals)}) (?:{'|'.join(steps)})\w{{0,3}}(?=[ ,:.])"
    opening = re.compile(pattern).match(material.outline.folded, start)
    return opening.span() if opening else None


def numbered_steps(material: Material) -> list[tuple[Span, Span]]:
    """Return the sentences that numbered parts open, each with its part, where there are several."""
    outline = material.outline
    steps = [
        (span, step)
        for span in outline.sentences
        if material.holds(span)
        and (step := numbered_step(material, span))
        and not outline.is_heading(outline.lines[outline.line_index(span[0])])
    ]
    return steps if len(steps) > 1 else []
