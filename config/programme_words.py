"""The section [programme] of a language file: sessions, organisers, places, costs, kinds.

Words are written in lower case. Keys said to hold *heads* hold the last part of a word without its
ending ("seminari"): a word is one of them when it ends in a head and one of `endings`. Keys said to
hold *stems* hold the first letters of a word, of which any ending may follow ("järjest"); a stem may
be several words. All other keys hold words or phrases as they stand in the text.
"""

from config.words import Words


class CostWords(Words):
    """What an amount is for. `currency` is the code where the text tells only a unit.

    `units` stand behind an amount, `before_amount` before it, `millions` between. The rest are stems:
    `free` of charge (`not_free` takes it back), `membership` that `covered` it, `per_head` and `in_all`
    behind an amount, and what the nearest noun tells: `participation`, `travel`, `funding`, `fee`.
    `price_verbs` cost without a noun, `past` tells an earlier price, `billed` and `financed` what is
    paid without an amount.
    """

    currency: str = ""
    units: tuple[str, ...] = ()
    before_amount: tuple[str, ...] = ()
    millions: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    not_free: tuple[str, ...] = ()
    membership: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    per_head: tuple[str, ...] = ()
    in_all: tuple[str, ...] = ()
    participation: tuple[str, ...] = ()
    travel: tuple[str, ...] = ()
    price_verbs: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    billed: tuple[str, ...] = ()
    financed: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    fee: tuple[str, ...] = ()


class OrganiserWords(Words):
    """The names of those who arrange or deliver training, and what ties them to it.

    `known` are names as they stand; `company_forms` close a name, `organisation_openers` open one.
    Heads: `organisations` outside the council; `bodies` of the council, with `body_endings` instead of
    `endings` where only some make a subject; `places` (municipalities) among them. `not_bodies` are
    such words without a name, which arrange nothing. `possessives` end a name
    before its body ("Norrviks kommun"); `after_place` are nouns that need none ("Norrvik kommun").
    Stems before or behind a name: `arranges`, `trains` (training in itself), `delivers`, `offers`;
    `arranged_by` and `delivered_by` before it, `arranged_after` and `delivered_after` right behind it,
    `responsible` as a label. `labels` stand alone before or above the organiser. `signatures` stand
    before whose page it is, and `owners` are bare nouns for a municipality or body that answers for one.
    `lecturers` (stems) say in a sentence that someone teaches, and `origins` tie him to his organisation.
    """

    known: tuple[str, ...] = ()
    company_forms: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    organisation_openers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    body_endings: tuple[str, ...] = ()
    not_bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    after_place: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    arranges: tuple[str, ...] = ()
    trains: tuple[str, ...] = ()
    arranged_by: tuple[str, ...] = ()
    arranged_after: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    lecturers: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    delivers: tuple[str, ...] = ()
    delivered_by: tuple[str, ...] = ()
    delivered_after: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


class PlaceWords(Words):
    """Places: `heads` of rooms, houses and hotels, `openers` before a name, `labels` before a place.

    A language with place cases has their `endings`, another the prepositions that stand `before` a
    place. `held` are stems of verbs that say that something takes place somewhere, `meeting_labels`
    name the body's own room, and words in `never` are no places.
    """

    heads: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    meeting_labels: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class KindWords(Words):
    """Stems that tell the kind: `participation`, `report` and `calendar` in a title, `offer` beside a
    provider, `own_offer` said by who offers, `joining` in a decision to take part.
    """

    participation: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    own_offer: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()


class ProgrammeWords(Words):
    """Words of programmes and their sessions.

    Heads: `events` name training; `compound_events` only in a longer word ("kursdag"); `parts` name a
    part of a programme; `not_events` end like one and are none. `whole` are stems of words for a whole
    programme, `programme_names` phrases for one.

    Lists: `part_leads` before points that are sessions, `detail_labels` of columns and details, `steps`
    before a number and `modules` such as are trainings by themselves, `choices` stems of a lead to offers,
    `detail_headings` stems of headings over price, contact and the like, `not_sessions` stems of rows that
    tell none ("last day ..."), `meetings` heads of ordinary ones, `start_labels` and `end_labels` before
    the first and last day of one, `every_day` stems that tell a clock for all, `place_leads`
    above rows of places, `alike` stems that say that days have one content,
    `recordings` stems of what is read or watched, `none` before "no training",
    `including` before a training within something else, `offer_labels` before a new one, `chrome` before
    lines that are no titles, `time_openers` before a date.

    Names: `modifiers` are endings of adjectives before an event word, `not_modifiers` words and
    `not_modifier_endings` endings that are none; `complements` tie a subject to it ("i", "om"),
    `joiners` two nouns; `copulas` open a definition, `theme_cues` a subject, `relatives` a clause of its own.

    Stems: `arranged` says that something takes place, `cancelled` that it does not, `self_study` that
    one learns alone, `registration`, `starts`, `closings` (the last row of a day), `days` and `hours`;
    `alternatives` stand between days. `pieces` are what a series is counted in, `numbers` the names of 1, 2
    and so on,
    `ordinals` of first, second; `first_ones` and `last_ones` pick sessions out.
    """

    endings: tuple[str, ...] = ("",)
    events: tuple[str, ...] = ()
    compound_events: tuple[str, ...] = ()
    not_events: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    programme_names: tuple[str, ...] = ()
    chrome: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    part_leads: tuple[str, ...] = ()
    detail_labels: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    detail_headings: tuple[str, ...] = ()
    not_sessions: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    start_labels: tuple[str, ...] = ()
    end_labels: tuple[str, ...] = ()
    every_day: tuple[str, ...] = ()
    place_leads: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    recordings: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    not_modifiers: tuple[str, ...] = ()
    not_modifier_endings: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    theme_cues: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    time_openers: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    arranged: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    self_study: tuple[str, ...] = ()
    numbers: tuple[tuple[str, ...], ...] = ()
    ordinals: tuple[str, ...] = ()
    first_ones: tuple[str, ...] = ()
    last_ones: tuple[str, ...] = ()
    offer_labels: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    registration: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    organisers: OrganiserWords = OrganiserWords()
    places: PlaceWords = PlaceWords()
    costs: CostWords = CostWords()
    kinds: KindWords = KindWords()
