"""The section [programme] of a language file: sessions, organisers, places, costs, kinds.

Words are written in lower case. Keys said to hold *heads* hold the last part of a word without its
ending ("seminari"): a word is one of them when it ends in a head and one of `endings`. Keys said to
hold *stems* hold the first letters of a word, of which any ending may follow ("järjest"); a stem may
be several words. All other keys hold words or phrases as they stand in the text.
"""

from config.words import Words


class CostWords(Words):
    """Words that tell what an amount is for; all but `currency` hold stems."""

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
    """Words around the names of those who arrange or deliver training.

    `bodies` and `organisations` hold heads, verbs and nouns stems. `known` are names as they stand.
    """

    known: tuple[str, ...] = ()
    company_forms: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    organisation_openers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    body_endings: tuple[str, ...] = ()
    not_bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    arranges: tuple[str, ...] = ()
    trains: tuple[str, ...] = ()
    arranged_by: tuple[str, ...] = ()
    arranged_after: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    delivers: tuple[str, ...] = ()
    delivered_by: tuple[str, ...] = ()
    delivered_after: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


class PlaceWords(Words):
    """Words of places: `heads` of rooms, houses and hotels, `openers` before a name, `labels`.

    `endings` are the endings of place cases, for languages that have them; `before` the
    prepositions of the others.
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
    """Stems that tell what kind of programme a title or decision speaks of."""

    participation: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    own_offer: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()


class ProgrammeWords(Words):
    """Words of programmes."""

    endings: tuple[str, ...] = ("",)
    events: tuple[str, ...] = ()
    compound_events: tuple[str, ...] = ()
    not_events: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    programme_names: tuple[str, ...] = ()
    chrome: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    part_leads: tuple[str, ...] = ()
    topic_leads: tuple[str, ...] = ()
    detail_labels: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    not_modifiers: tuple[str, ...] = ()
    not_modifier_endings: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    theme_cues: tuple[str, ...] = ()
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
    ends: tuple[str, ...] = ()
    organisers: OrganiserWords = OrganiserWords()
    places: PlaceWords = PlaceWords()
    costs: CostWords = CostWords()
    kinds: KindWords = KindWords()
