"""Every key of a wording file is said somewhere: one that nothing reads is a clerk's work for nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from config.wording import Wording
from config.wording_appeal import AppealReason
from config.wording_checks import RuleKey
from config.wording_precedent import StaleKey
from config.wording_slots import PlaceholderKey

ROOT = Path(__file__).parents[2]
LAYERS = {"extends"}
"""Keys that tell how files lie over each other, and are read before there is a Wording."""


def _code() -> str:
    files = (file for room in ("config", "export", "paragraf") for file in (ROOT / room).rglob("*.py"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _phrases() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "config/wording").glob("*.toml"))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that a field's type is made of, and those that their fields are."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for part in get_args(annotation):
        yield from _models(part)


def _name_of(model: type[BaseModel]) -> str:
    return model.__name__


MODELS: list[type[BaseModel]] = sorted(set(_models(Wording)), key=_name_of)
"""The tables of a wording file."""


@pytest.fixture(scope="module")
def attributes() -> set[str]:
    """All attributes that the code of the rooms asks for."""
    return set(re.findall(r"\.(\w+)", _code()))


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_read(model: type[BaseModel], attributes: set[str]) -> None:
    """Each table of a wording file holds only what drafts, digests or checks say."""
    assert set(model.model_fields) - attributes - LAYERS == set()


@pytest.mark.parametrize("kind", [PlaceholderKey, StaleKey, RuleKey, AppealReason])
def test_every_kind_is_named(kind: Any) -> None:
    """Each placeholder, message and reason is chosen by the code, or asked for by a phrase."""
    code, phrases = _code(), _phrases()

    assert [key for key in get_args(kind) if f'"{key}"' not in code and f"{{{key}}}" not in phrases] == []
