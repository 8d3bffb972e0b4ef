"""Knows documents and tables that leave the house. Which file knows what, in reading order:

What a draft says
    basis, brief            what it is made from, for which house, body and meeting
    draft                   the whole of it, as data (`records.draft`)
    cover, parts            its first and last page; the parts of the item by their keys
    account, telling, programme_table, proposal, appeal    what stands in those parts
    citing, naming          the quotes that back a value; a source by its name
    phrases, times, text    wording with its slots; days and terms in words; characters
    versions                what a newer version says of an older one

What an earlier decision lends
    precedent*              its prose, its sessions and its values, carried over
    stale*                  what was its own: dates, sums, numbers, names

How a draft looks, and where it lies
    word, word_*            the Word file as a whole; Word's parts one by one
    template*               a council's own Word template, and what it may hold
    fields, pdf             plain text for record systems; PDF by LibreOffice
    package, outbox         the same bytes for the same draft; files that are never overwritten

What becomes of it
    office, written*        a Word file as it comes back from a clerk
    check, check_*          what is still to be mended; each kind of mistake, over a check_sheet
    matter, difference, compare, aftermath    what a meeting made of it
    digest                  what a clerk is told of all this

Tables
    tables                  CSV and JSON Lines
"""
