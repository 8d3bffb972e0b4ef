"""Made-up councils, and a server that answers as the real systems do.

`samples.server.SampleServer` is the door. A council is a folder in `councils/`: `council.toml` (its source,
how its site answers and prints), `meeting-ID.toml` and `officer-ID.toml` (what a Dynasty site publishes), the
files that `[[page]]` names (what an ordinary site serves), and `expected.toml` (what must be found in all
that). Everything in it is invented: no real municipality, person, firm or sentence.
"""
