"""Fits `config/confidence.toml`: how often each rule's values are right, in annotated documents.

python -m bench.confidence GOLD...           prints the table, and how sure rules said they were
python -m bench.confidence GOLD... --write   writes config/confidence.toml
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from config.confidence import rule_name
from evaluate.gold import GoldDocument, read_gold
from evaluate.rules import Judged, judge_values
from paragraf.documents import extract_bytes
from paragraf.inputs import About

PLACE = Path(__file__).parents[1] / "config" / "confidence.toml"
# A rule seen rarely is drawn towards the share of its kind, as if it had been seen so often more.
DRAWN = 10
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001)
HEAD = """\
# How often the values that a rule reads are right: their share in annotated documents, per kind of value and
# rule, drawn towards the share of the kind where a rule was seen rarely. Made from {documents} documents by
# `python -m bench.confidence GOLD... --write`; a rule that is not listed keeps the confidence that it states.
"""

Shares = dict[str, dict[str, float]]


def judge(documents: Iterable[GoldDocument]) -> list[Judged]:
    """Return every judged value of freshly extracted documents."""
    judged: list[Judged] = []
    for document in documents:
        about = About(path=document.path, url=document.address)
        record = extract_bytes(document.text.encode(errors="replace"), f"{document.key}.txt", about)
        judged += judge_values(document, record)
    return judged


def fit(judged: Sequence[Judged]) -> Shares:
    """Return the share of right values by kind and rule."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    rules: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one in judged:
        kinds[one.kind].append(one.right)
        rules[one.kind, rule_name(one.rule)].append(one.right)
    shares: Shares = defaultdict(dict)
    for (kind, rule), seen in sorted(rules.items()):
        mean = (sum(kinds[kind]) + 1) / (len(kinds[kind]) + 2)
        shares[kind][rule] = round((sum(seen) + DRAWN * mean) / (len(seen) + DRAWN), 3)
    return shares


def curve(judged: Sequence[Judged]) -> list[tuple[float, float, int, float, float]]:
    """Return per bin of stated confidence: from, to, how many values, mean stated, share right."""
    rows = []
    for low, high in pairwise(BINS):
        inside = [one for one in judged if low <= one.confidence < high]
        if inside:
            said = sum(one.confidence for one in inside) / len(inside)
            rows.append((low, high, len(inside), said, sum(one.right for one in inside) / len(inside)))
    return rows


def _toml(shares: Shares, documents: int) -> str:
    lines = [HEAD.format(documents=documents)]
    for kind, rules in shares.items():
        lines.append(f'["{kind}"]')
        lines += [f'"{rule}" = {share}' for rule, share in rules.items()]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Print the curve of stated confidence, and write the fitted shares where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    documents = read_gold(options.gold).documents
    judged = judge(documents)
    sys.stdout.write("".join(f"{line}\n" for line in report(judged, len(documents))))
    if options.write:
        PLACE.write_text(_toml(fit(judged), len(documents)), encoding="utf-8")


def report(judged: Sequence[Judged], documents: int) -> Iterator[str]:
    """Yield the lines of the curve, and how far what was stated lies from what was right."""
    yield f"{len(judged)} values of {documents} documents"
    yield "stated            n   mean  right"
    rows = curve(judged)
    for low, high, count, said, right in rows:
        yield f"{low:.2f} to {min(high, 1):.2f} {count:6}  {said:.3f}  {right:.3f}"
    off = sum(count * abs(said - right) for _, _, count, said, right in rows) / max(1, len(judged))
    yield f"mean distance of stated from right {off:.3f}"


if __name__ == "__main__":
    main()
