"""All made-up items of meetings, in the layouts that councils use."""

from tests.extract.meeting_sample import Sample
from tests.extract.meeting_texts_fi import FINNISH
from tests.extract.meeting_texts_fi_more import MORE_FINNISH
from tests.extract.meeting_texts_no import NORWEGIAN
from tests.extract.meeting_texts_sv import SWEDISH

__all__ = ["SAMPLES", "Sample"]

SAMPLES = (*FINNISH, *MORE_FINNISH, *SWEDISH, *NORWEGIAN)
