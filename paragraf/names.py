"""Knows how a council's own trained pipeline is loaded, which the settings name."""

from functools import cache, partial

from config.settings import FILE, Settings
from extract.named import Named, NameReader, NameReaders, named_in
from records.errors import ConfigError


def name_reader(settings: Settings, language: str) -> NameReader | None:
    """Return the reader of names for a language, None where the settings name no pipeline for it.

    Loaded once a process. Raises ConfigError when the pipeline is not installed, cannot be read, or
    knows no names.
    """
    pipeline = settings.extract.pipelines.get(language)
    return _load(pipeline) if pipeline else None


def name_readers(settings: Settings) -> NameReaders | None:
    """Return what gives extraction its readers of names, None where the settings name no pipeline."""
    return partial(name_reader, settings) if settings.extract.pipelines else None


@cache
def _load(name: str) -> NameReader:
    import spacy

    try:
        pipeline = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ConfigError(
            f"{FILE}, [extract.pipelines]",
            expected="a spaCy pipeline that is installed in Paragraf's environment, or its folder",
            found=f"{name!r}: {str(error).splitlines()[0]}",
            advice=f"Install it (python -m spacy download {name}), or take the line out.",
        ) from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(pipeline.pipe_names):
        raise ConfigError(
            f"{FILE}, [extract.pipelines]",
            expected="a pipeline that finds names (a component `ner`)",
            found=f"{name!r} with {', '.join(pipeline.pipe_names) or 'no components'}",
        )

    def read(text: str) -> list[Named]:
        return list(named_in(pipeline(text)))

    return read
