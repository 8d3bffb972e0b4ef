"""A council's own trained pipeline, plugged in by a line of settings."""

import json
import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language as Pipeline
from spacy.training import Example

from config.paths import own
from config.settings import load_settings
from paragraf.commands.extract import run_extract
from paragraf.inputs import InputOptions
from paragraf.names import name_reader
from records.errors import ConfigError

ORGANISATIONS = ("Oppilaari", "Taitotupa", "Kuntavalmennus", "Osaamispaja")
PERSONS = ("Maija Kallio", "Pekka Salo", "Aino Ranta", "Veikko Lehto")
SENTENCES = ("Koulutuksen vetää {}.", "Seminaarissa puhuu {} aamulla.", "Illan järjestää {} Kuusirannassa.")
ROUNDS = 30


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train a small pipeline that tells made-up persons from made-up training houses, and keep it."""
    random.seed(1)
    pipeline = spacy.blank("fi")
    pipeline.add_pipe("ner")
    examples = [
        _example(pipeline, sentence, name, label)
        for sentence in SENTENCES
        for label, names in (("ORG", ORGANISATIONS), ("PERSON", PERSONS))
        for name in names
    ]
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(ROUNDS):
        random.shuffle(examples)
        pipeline.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("trained") / "names"
    pipeline.to_disk(folder)
    return folder


def _example(pipeline: Pipeline, sentence: str, name: str, label: str) -> Example:
    text = sentence.format(name)
    start = text.index(name)
    return Example.from_dict(pipeline.make_doc(text), {"entities": [(start, start + len(name), label)]})


def _plug_in(pipeline: str | Path) -> None:
    own().mkdir(parents=True, exist_ok=True)
    own("settings.toml").write_text(f'[extract.pipelines]\nfi = "{pipeline}"\n', encoding="utf-8")


def test_a_line_of_settings_plugs_in_a_trained_pipeline(trained: Path) -> None:
    """Its persons and organisations are read, with their spans; other languages go without."""
    _plug_in(trained)
    settings = load_settings()
    read = name_reader(settings, "fi")
    text = "Illan järjestää Taitotupa Kuusirannassa. Seminaarissa puhuu Aino Ranta aamulla."

    assert read is not None
    found = [(one.kind, text[slice(*one.span)]) for one in read(text)]
    assert found == [("organisation", "Taitotupa"), ("person", "Aino Ranta")]
    assert name_reader(settings, "sv") is None


def test_names_of_the_pipeline_become_organisers(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only where the text says that they arrange; a person is never one. Without it nobody knows them."""
    text = (
        "Valtuutettujen koulutus\n\nKoulutus uusille valtuutetuille pidetään 3.9.2026 klo 17–19.\n"
        "Illan järjestää Taitotupa Kuusirannassa.\n"
    )
    path = tmp_path / "sivu.txt"
    path.write_text(text, encoding="utf-8")

    def organisers() -> list[str]:
        run_extract([str(path)], InputOptions())
        record = json.loads(capsys.readouterr().out)
        return [one["name"] for programme in record["programmes"] for one in programme["organisers"]]

    assert "Taitotupa" not in organisers()
    _plug_in(trained)
    assert "Taitotupa" in organisers()


def test_a_pipeline_that_is_not_there_is_told() -> None:
    """With what to do, before any page is read."""
    _plug_in("no_such_pipeline")
    with pytest.raises(ConfigError, match=r"settings\.toml.*no_such_pipeline.*spacy download"):
        name_reader(load_settings(), "fi")


def test_a_pipeline_without_names_is_told(tmp_path: Path) -> None:
    """A pipeline that finds no names would look like texts without any."""
    spacy.blank("fi").to_disk(tmp_path / "blank")
    _plug_in(tmp_path / "blank")
    with pytest.raises(ConfigError, match="finds names"):
        name_reader(load_settings(), "fi")
