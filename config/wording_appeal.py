"""Knows what drafts say of the appeal clause: the families by name, and why one of them is proposed."""

from typing import Annotated, Literal

from config.houses import AppealFamily
from config.wording_slots import each_of, exactly
from config.words import Words

AppealReason = Literal["house", "council", "body", "prepares", "noted"]
"""Why a family is proposed.

`house` the profile has it so, `council` the council decides, `body` another body decides,
`prepares` the body proposes to another one, `noted` the matter is only noted.
"""


class AppealPhrases(Words):
    """The placeholder of the appeal clause: a family is proposed with its reason, and the clerk decides.

    `families` name those that the language's countries know, with the place in the law and none of
    its words. `text` stands in the draft, `hint` in the list at its end, where `others` names the rest.
    """

    text: Annotated[str, exactly("clause")]
    hint: Annotated[str, exactly("reason", "others")]
    families: dict[AppealFamily, str]
    reasons: Annotated[dict[AppealReason, str], each_of(AppealReason)]
