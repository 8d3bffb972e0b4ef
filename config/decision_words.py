"""The section [decision] of a language file: what minutes, agendas and case papers call things."""

from config.words import Words

Phrases = tuple[str, ...]


class BodyWords(Words):
    """How bodies are named.

    `endings` close a body's name as the nominative prints it, `genitives` the form that owns
    something ("hallituksen", "styrelsens"). `joints` tie two names into one ("ja", "och"),
    `links` open what follows a body's kind ("för", "for"), `places` a municipality behind it ("i").
    `outside` are small words that never stand before a body's kind in its name ("av", "till");
    `adjectives` may stand between the place and the kind ("Bygda kyrkjelege fellesråd"), `targets`
    end the form to which a proposal is made ("valtuustolle").
    """

    endings: Phrases = ()
    genitives: Phrases = ()
    joints: Phrases = ()
    links: Phrases = ()
    places: Phrases = ()
    outside: Phrases = ()
    adjectives: Phrases = ()
    targets: Phrases = ()


class PeopleWords(Words):
    """How offices are named and what stands beside names.

    `offices` and `office_genitives` are endings, `office_stems` first parts of compounds that make an
    unknown word before a name an office ("kaupungin|geodeetti"), `owners` those that make any word
    an owner where it opens a heading ("Kommunledningens förslag"); `prefixes` open an office ("vs.", "tf").
    `particles` make the word before them an owner ("sitt", "si"). `contacts` open a phone number
    or address, `joints` tie two persons. `firms` stand in the name of a firm or society ("Oy", "rf"), no
    person's.
    """

    offices: Phrases = ()
    office_genitives: Phrases = ()
    office_stems: Phrases = ()
    owners: Phrases = ()
    prefixes: Phrases = ()
    particles: Phrases = ()
    contacts: Phrases = ()
    joints: Phrases = ()
    firms: Phrases = ()


class HeadWords(Words):
    """What tells a document's kind and its head.

    `minutes`, `agenda`, `case_paper` and `officer_decision` name the document; `digest` stands after
    a body's genitive above a list of its decisions, `extract` opens an extract from minutes.
    `table_day` and `table_item` head the columns of a table of treatments, behind "§".
    `taken_up` stands before or behind the day of a meeting that the matter comes back from
    ("Pöydältä 21.3.2017 § 84", "Bordlagt ..."): no body treats it there.
    `session` heads a body's debate ("Saksprotokoll i ..."). `meeting` stands between body and date,
    `section` and `item` before a number (an item's number on an agenda is no section),
    `section_kinds` are the short codes before it ("PS").
    `body_field`, `date_field`, `section_field`, `case_field` and `title_field` label those values;
    `paper_date_field` dates a meeting's minutes but in a case paper only the paper. `other_fields`
    label what is of no use, and end the value before them. `lists` head a list of items,
    `list_columns` its columns; `chrome` are lines of navigation, `empty_titles` words of the frame
    that are no title, `publishers` the endings of a municipality's or department's name. `page`
    counts pages, `addressees` open the body that a paper is written to.
    """

    minutes: Phrases = ()
    agenda: Phrases = ()
    case_paper: Phrases = ()
    officer_decision: Phrases = ()
    digest: Phrases = ()
    extract: Phrases = ()
    table_day: Phrases = ()
    table_item: Phrases = ()
    taken_up: Phrases = ()
    session: Phrases = ()
    meeting: Phrases = ()
    section: Phrases = ()
    item: Phrases = ()
    section_kinds: Phrases = ()
    body_field: Phrases = ()
    date_field: Phrases = ()
    paper_date_field: Phrases = ()
    section_field: Phrases = ()
    case_field: Phrases = ()
    title_field: Phrases = ()
    other_fields: Phrases = ()
    lists: Phrases = ()
    list_columns: Phrases = ()
    chrome: Phrases = ()
    empty_titles: Phrases = ()
    publishers: Phrases = ()
    page: Phrases = ()
    addressees: Phrases = ()


class LabelWords(Words):
    """The headings inside an item, by what stands under them.

    `contact` names who can tell more: a preparer where no other is named. `asked` and `asked_for`
    are the verb and the noun of a sentence that works as the label of a proposal ("foreslår ...
    vedtak:"), `points` open its points below it ("att"). `history` opens earlier handlings, `tail`
    ends the decision; `motions` are proposals made at the meeting. `lead_ins` close a line that only
    announces the decision and is no part of it; `announces` close one that is, where it stands
    behind its label; `decides` are the verbs of a body that decides in a sentence without a label.
    """

    preparer: Phrases = ()
    contact: Phrases = ()
    presenter: Phrases = ()
    proposal: Phrases = ()
    decision: Phrases = ()
    handling: Phrases = ()
    background: Phrases = ()
    history: Phrases = ()
    attachments: Phrases = ()
    tail: Phrases = ()
    asked: Phrases = ()
    asked_for: Phrases = ()
    points: Phrases = ()
    lead_ins: Phrases = ()
    announces: Phrases = ()
    decides: Phrases = ()


class OutcomeWords(Words):
    """Phrases that tell how an item ended; each word is the beginning of a word in the text.

    One that ends in a stop is a decision of these words alone ("utsatt.").

    `refers` is a decision that only points to the proposal. `amends` tells a change in the decision
    itself, `motions` that somebody moved a change, `carried` that it won.
    """

    returned: Phrases = ()
    tabled: Phrases = ()
    withdrawn: Phrases = ()
    rejected: Phrases = ()
    noted: Phrases = ()
    approved: Phrases = ()
    other: Phrases = ()
    refers: Phrases = ()
    amends: Phrases = ()
    motions: Phrases = ()
    carried: Phrases = ()


class DecisionWords(Words):
    """Words of minutes, agendas and case papers.

    `function_words` tell the language from its neighbours: frequent, and absent there.
    """

    function_words: Phrases = ()
    bodies: BodyWords = BodyWords()
    people: PeopleWords = PeopleWords()
    head: HeadWords = HeadWords()
    labels: LabelWords = LabelWords()
    outcome: OutcomeWords = OutcomeWords()
