"""`paragraf template`: whether a council's Word template can be used, and a new one to begin with."""

from pathlib import Path

from config.wording import load_wording
from export.template import check_template
from export.template_new import new_template
from paragraf.console import out
from records.errors import ConfigError, DraftError

_TAGS = {"fi": "fi-FI", "sv": "sv-SE", "sv-FI": "sv-FI", "nb": "nb-NO", "nn": "nn-NO"}


def run_template_check(path: Path) -> int:
    """Print every mistake of a template with its paragraph; return 1 if there are any.

    Raises DraftError for a file that is no template at all.
    """
    mistakes = check_template(path)
    for mistake in mistakes:
        out().print(f"{path}: {mistake.describe()}", markup=False, soft_wrap=True)
    verdict = f"{len(mistakes)} to mend" if mistakes else "nothing to mend"
    out().print(f"{path}: {verdict}", markup=False, soft_wrap=True)
    return int(bool(mistakes))


def run_template_new(path: Path, language: str) -> int:
    """Write a template with all that drafts need, for a council to make its own; return 0.

    Raises ConfigError for a language that drafts are not written in, DraftError when the file is
    there already or cannot be written.
    """
    tag = _TAGS.get(language)
    if tag is None:
        raise ConfigError("--language", expected=f"one of {', '.join(_TAGS)}", found=language)
    content = new_template(load_wording(*tag.split("-")), tag)
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        found = "a file of that name" if isinstance(error, FileExistsError) else error.strerror or str(error)
        advice = "Choose another name: a template that somebody may have worked on is not overwritten."
        raise DraftError(str(path), expected="a place for a new file", found=found, advice=advice) from error
    out().print(f"{path}: written. Change it in Word, then run paragraf template check.", markup=False)
    return 0
