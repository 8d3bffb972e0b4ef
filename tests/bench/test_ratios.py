"""Works that take turns on inputs that take turns."""

from bench.ratios import compare, seconds_of


def test_works_and_inputs_take_turns() -> None:
    """Nobody gets two inputs in a row, and every input meets every work in every round."""
    seen: list[tuple[str, int]] = []
    compare([lambda one: seen.append(("a", one)), lambda one: seen.append(("b", one))], [1, 2, 3], 2)
    assert seen == [("a", 1), ("b", 1), ("a", 2), ("b", 2), ("a", 3), ("b", 3)] * 2


def test_more_work_takes_longer() -> None:
    """The sum over the inputs is told for each work, in the order of the works."""
    works = [lambda size: sum(range(size)), lambda size: sum(range(50 * size))]
    little, much = compare(works, [20_000] * 3, 3)
    assert 0 < little < much


def test_seconds_are_those_of_the_processor() -> None:
    """Waiting costs nothing: other programs on the machine do not slow a figure."""
    assert seconds_of(lambda done: done, 1) >= 0
