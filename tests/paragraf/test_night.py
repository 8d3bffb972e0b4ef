"""The running of sources side by side."""

import pytest

from paragraf.night import side_by_side
from paragraf.stopping import Stopping
from paragraf.tally import Tally
from records.council import Base, Council, Source


def _source(name: str, host: str) -> Source:
    council = Council(name=name, country="FI")
    return Source(
        id=name, system="dynasty", council=council, bases=(Base(id="main", url=f"https://{host}/{name}/"),)
    )


@pytest.mark.parametrize("hosts", [("k.example",) * 3, ("k.example", "k.example", "o.example")])
def test_a_stop_is_heard_between_two_sources_of_a_host(hosts: tuple[str, ...]) -> None:
    """On one host or several: a source that was not begun when the stop was asked for is not begun."""
    stopping = Stopping()
    begun: list[str] = []

    def run(source: Source) -> Tally:
        begun.append(source.id)
        if source.id == "a":
            stopping.ask()
        return Tally(source.id)

    sources = [_source(name, host) for name, host in zip("abc", hosts, strict=True)]
    tallies = side_by_side(sources, 16, stopping, run)

    assert "b" not in begun
    assert [tally.source_id for tally in tallies] == sorted(begun)
