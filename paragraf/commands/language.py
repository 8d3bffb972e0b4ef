"""`paragraf language`: the languages there are, and whether a language file is right."""

from pathlib import Path

from rich.table import Table

from config.languages import Language, language_codes, load_language
from config.toml import line_of, read_place
from config.word_check import check_language_file, count_words
from extract.examples import example_faults
from paragraf.console import out, say_error
from records.errors import ConfigError

SECTIONS = ("dates", "decision", "vocabulary", "programme", "names")


def run_language_list() -> int:
    """Print every language with the number of its words and examples; return 0."""
    table = Table(box=None)
    for column in ("code", "name", *SECTIONS, "examples"):
        table.add_column(column, justify="left" if column in ("code", "name") else "right")
    for code in language_codes():
        language = load_language(code)
        counts = [str(count_words(getattr(language, section))[1]) for section in SECTIONS]
        table.add_row(code, language.name, *counts, str(len(language.examples)))
    out().print(table)
    return 0


def run_language_check(path: Path) -> int:
    """Print every mistake of a language file with its line, and what its examples are read as; 1 if any.

    Raises ConfigError when the file cannot be read or is no TOML.
    """
    checked = check_language_file(path)
    language = checked.language
    mistakes = [*checked.mistakes, *(_example_mistakes(path, language) if language else ())]
    for mistake in mistakes:
        say_error(mistake)
    for line in checked.replaced:
        out().print(f"note: {line}", markup=False)
    if language:
        _show(path, language)
    verdict = f"{len(mistakes)} to mend" if mistakes else "nothing to mend"
    out().print(f"{path}: {checked.added} words of its own, {verdict}", markup=False)
    return int(bool(mistakes))


def _example_mistakes(path: Path, language: Language) -> list[ConfigError]:
    text = read_place(path)
    found = []
    for number, example in enumerate(language.examples):
        line = line_of(text, ("examples", number, "text"))
        for key, said, read in example_faults(language, example):
            found.append(
                ConfigError(
                    f"{path}, line {line}",
                    expected=f"{key} = {said} in {example.text!r}",
                    found=f"{read}",
                    advice="Add the word that is missing, or mend the example.",
                )
            )
    return found


def _show(path: Path, language: Language) -> None:
    """Say what the file and what lies below it hold, so that an empty section is seen."""
    for section in SECTIONS:
        keys, words = count_words(getattr(language, section))
        out().print(f"{section:12}{words:6} words under {keys} keys", markup=False)
    out().print(f"{'examples':12}{len(language.examples):6}, of {path.name}", markup=False)
