"""The section [dates] of a language file: every word that tells time."""

from typing import Annotated

from pydantic import Field

from config.words import Words

Phrases = tuple[str, ...]
"""Words or phrases in lower case; a phrase's words stand one blank apart."""

Months = Annotated[tuple[Phrases, ...], Field(max_length=12)]
Weekdays = Annotated[tuple[Phrases, ...], Field(max_length=7)]


class SeasonWords(Words):
    """[dates.seasons]: the four seasons, with the halves of a working year named after them.

    `own` forms are mistaken for other words unless `own_after` stands before them, a year after
    them, or they stand alone on a line (Swedish and Norwegian "vår" is also "our");
    `spring_short` and `autumn_short` need a year ("ht 2025"). `each_*` are
    the seasons that come every year, `past_forms` those that are just over ("i somras"); `past`,
    `this` and `next` may stand before any season ("viime", "tänä", "ensi").
    """

    spring: Phrases = ()
    summer: Phrases = ()
    autumn: Phrases = ()
    winter: Phrases = ()
    own: Phrases = ()
    own_after: Phrases = ()
    spring_short: Phrases = ()
    autumn_short: Phrases = ()
    each_spring: Phrases = ()
    each_summer: Phrases = ()
    each_autumn: Phrases = ()
    each_winter: Phrases = ()
    past_forms: Phrases = ()
    past: Phrases = ()
    this: Phrases = ()
    next: Phrases = ()


class YearWords(Words):
    """[dates.years]: words for a year, and phrases that name one without a number.

    `before` stand before a number ("år 2023"), `school` before a school year, `joiners` between a
    month, season or part and its year ("första halvåret i 2024"). After a word of `scene` a year
    says when something happens ("under 2024"), and months told next lie in it. `this`, `last` and
    `next` are counted from the document's own year; `turn`, `new_year` and `midyear` are its
    joints. `decades` are the endings of 2020-luvulla. `each`
    beside a day without a year tell that it comes every year. `month_status` stand before a month written
    as 6/2025, `month_numbers` after months written as 1-7.
    """

    before: Phrases = ()
    school: Phrases = ()
    scene: Phrases = ()
    joiners: Phrases = ()
    this: Phrases = ()
    last: Phrases = ()
    next: Phrases = ()
    turn: Phrases = ()
    new_year: Phrases = ()
    midyear: Phrases = ()
    decades: Phrases = ()
    each: Phrases = ()
    month_status: Phrases = ()
    month_numbers: Phrases = ()


class PartWords(Words):
    """[dates.parts]: halves, thirds and quarters of a year, and weeks.

    `half_first` and `half_second` name a half of their own ("hausthalvåret"). `quarter_sign` stands
    before a quarter's number without a blank (Q1 2024). `first`, `second`, `third_one`, `fourth` and
    `last` are the ranks that may stand before a part.
    """

    half: Phrases = ()
    half_first: Phrases = ()
    half_second: Phrases = ()
    third: Phrases = ()
    quarter: Phrases = ()
    quarter_sign: Phrases = ()
    week: Phrases = ()
    week_short: Phrases = ()
    first: Phrases = ()
    second: Phrases = ()
    third_one: Phrases = ()
    fourth: Phrases = ()
    last: Phrases = ()


class ClockWords(Words):
    """[dates.clock]: what stands before a clock time.

    `before` are the words for o'clock; `bare_after` stand before a time that is written as 10.00
    without them ("start 10.00"); `between` opens "mellom kl. 9 og 14"; `about` may stand before the
    end of a range ("kl. 13 - ca 16").
    """

    before: Phrases = ()
    from_words: Phrases = ()
    bare_after: Phrases = ()
    between: Phrases = ()
    about: Phrases = ()


class TermWords(Words):
    """[dates.terms]: terms of office.

    `words` stand for themselves; `guarded` only with an `openers` word (or `new`, `this`, `next`,
    `previous`, which also tell the term) or a `guarded_after` word before them, a qualifier or
    years after them. `whose` may stand before either ("valtuuston toimikauden"). `each` are
    phrases for every term, `year` the word for a year of a term ("1. vuosi"), `numbers` what may stand
    after it from one on ("år två"), `every_four` and
    `coming` phrases for a recurring or coming span of four years.
    """

    words: Phrases = ()
    guarded: Phrases = ()
    guarded_after: Phrases = ()
    whose: Phrases = ()
    openers: Phrases = ()
    new: Phrases = ()
    this: Phrases = ()
    next: Phrases = ()
    previous: Phrases = ()
    each: Phrases = ()
    year: Phrases = ()
    numbers: tuple[Phrases, ...] = ()
    every_four: Phrases = ()
    coming: Phrases = ()


class RelativeWords(Words):
    """[dates.relative]: times counted from today, which have a value where the document's day is known.

    `before_yesterday` to `after_tomorrow` are days; `month_unit` are words for a month that may stand
    after "last" or "next" (`[dates.seasons]` past, this, next). `days`, `weeks`, `months` and `years`
    are counted units, `counts` the words for one, two, three and so on that may stand before them;
    `ago` and `hence` follow them, `hence_before` stands before ("om två veckor"). `weekday_past` is
    what a weekday takes that has just been, with what stands before it: `["i ", "s"]` for "i lördags".
    """

    before_yesterday: Phrases = ()
    yesterday: Phrases = ()
    today: Phrases = ()
    tomorrow: Phrases = ()
    after_tomorrow: Phrases = ()
    month_unit: Phrases = ()
    days: Phrases = ()
    weeks: Phrases = ()
    months: Phrases = ()
    years: Phrases = ()
    counts: tuple[Phrases, ...] = ()
    ago: Phrases = ()
    hence: Phrases = ()
    hence_before: Phrases = ()
    weekday_past: Annotated[Phrases, Field(max_length=2)] = ()


class NotDates(Words):
    """[dates.not_dates]: words that turn the number beside them into something else.

    After a word of `before` ("kap.", "kohta") a number such as 1.1.10 is a reference, after one of
    `case` a number such as 2015/16 is a case; before a word of `after` ("kr", "personer") a number
    such as 2000 or 10.00 is an amount.
    """

    before: Phrases = ()
    case: Phrases = ()
    after: Phrases = ()


class RoleWords(Words):
    """[dates.roles]: words near a date that tell what it is the date of.

    Stems: each finds a word that begins so, with `*` before it a word that holds it; `meeting_body`
    are whole words, with `*` the endings of words. Each list speaks for a role the more the nearer
    its words stand.

    `meeting_label` and `meeting_body` stand just before the day of a meeting, `section_after` just
    after it; `meeting_clock` beside a time of the meeting itself; `when` label the time of any
    event; a year after one of `when_before` tells when ("under 2024"), after another word which
    ("budget 2024"). `minutes_of` stand before the day of earlier minutes. `decided` and
    `deciding_body` together tell that a body decided that day. `meeting` and `session` name what
    takes place, `arranged` are the verbs for it; `no_meeting` only look like the first.
    `deadline_before` and `deadline` stand before a last day, `deadline_after` end its expression.
    `takes_office` stand beside the day a term begins or ends, `term` before its years. `law` tells
    that something is in force; `law_rule` names what can be, where `law_from` ends the expression.
    `stamp` marks days of the page itself, `paper` letters, reports and other documents that have a
    day, `budget` what years are counted for, `election` elections, `earlier` a round before this one,
    `superseded` what is put off, called off or only proposed. `calendar` name a plan of meetings or
    courses, whose year is that of the days listed below it.
    """

    meeting_label: Phrases = ()
    meeting_body: Phrases = ()
    meeting: Phrases = ()
    no_meeting: Phrases = ()
    meeting_clock: Phrases = ()
    when: Phrases = ()
    when_before: Phrases = ()
    section_after: Phrases = ()
    minutes_of: Phrases = ()
    decided: Phrases = ()
    deciding_body: Phrases = ()
    session: Phrases = ()
    arranged: Phrases = ()
    deadline_before: Phrases = ()
    deadline_after: Phrases = ()
    deadline: Phrases = ()
    term: Phrases = ()
    takes_office: Phrases = ()
    law: Phrases = ()
    law_rule: Phrases = ()
    law_from: Phrases = ()
    stamp: Phrases = ()
    paper: Phrases = ()
    budget: Phrases = ()
    election: Phrases = ()
    earlier: Phrases = ()
    superseded: Phrases = ()
    calendar: Phrases = ()


class DateWords(Words):
    """Words of time, all in lower case.

    `months` and `weekdays` are lists in calendar order, a list of spellings each, to which
    `month_endings` and `weekday_endings` are joined. `month_people` are the months that are also
    people's names. `months_short` stand only beside a day or before another month;
    `weekdays_short` only beside a day or a clock. `weekday_each` are the endings of a weekday that
    comes every week, `weekday_parts` those of its morning or evening, `weekday_from` and
    `weekday_to` the endings of "from Friday to Saturday", `day_parts` words for a part of a day.
    `ordinals` are the days of a month in words, from the first. `day_words` may follow a day's
    number, `den` stand between a weekday and its day. `joined` and `until` join two times.
    `qualifiers_before` and `qualifiers_after` belong to the expression ("toukokuun alussa") but
    not to its value. `month_of` are the endings of a month
    before its day ("elokuun 15."), `month_from` and `month_to` those of "from May to August". After
    `on_from_before` or before `on_from_after` a time goes on from then ("fr.o.m. mars", "lokakuusta
    alkaen"). After a word of `confirming` a bare 24.8 or 24/8 is a day.
    """

    months: Months = ()
    months_short: Months = ()
    month_endings: Phrases = ("",)
    month_people: Phrases = ()
    weekdays: Weekdays = ()
    weekdays_short: Weekdays = ()
    weekday_endings: Phrases = ("",)
    weekday_each: Phrases = ()
    weekday_parts: Phrases = ()
    weekday_from: Phrases = ()
    weekday_to: Phrases = ()
    day_parts: Phrases = ()
    ordinals: tuple[Phrases, ...] = ()
    day_words: Phrases = ()
    den: Phrases = ()
    joined: Phrases = ()
    until: Phrases = ()
    qualifiers_before: Phrases = ()
    qualifiers_after: Phrases = ()
    month_of: Phrases = ()
    month_from: Phrases = ()
    month_to: Phrases = ()
    on_from_before: Phrases = ()
    on_from_after: Phrases = ()
    confirming: Phrases = ()
    seasons: SeasonWords = SeasonWords()
    years: YearWords = YearWords()
    parts: PartWords = PartWords()
    clock: ClockWords = ClockWords()
    terms: TermWords = TermWords()
    relative: RelativeWords = RelativeWords()
    not_dates: NotDates = NotDates()
    roles: RoleWords = RoleWords()
