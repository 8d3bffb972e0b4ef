"""Made-up home houses, one a language, as a clerk's few lines over the shipped layout make them."""

from config.houses import House, HouseBody, load_house
from config.wording import Wording, load_wording

LAYOUTS = ("finland-fi", "finland-sv", "sweden", "norway-nb", "norway-nn")

_OWN: dict[str, dict[str, object]] = {
    "finland-fi": {
        "council": "Lehtorannan kunta",
        "bodies": (HouseBody(id="b", name="kunnanhallitus", genitive="kunnanhallituksen"),),
        "preparer": "hallintopäällikkö",
        "presenter": "kunnanjohtaja",
        "responsible": "hallintopäällikölle",
    },
    "finland-sv": {
        "council": "Granviks stad",
        "bodies": (HouseBody(id="b", name="stadsstyrelsen", genitive="stadsstyrelsens"),),
        "responsible": "förvaltningsdirektören",
    },
    "sweden": {
        "council": "Ekhamra kommun",
        "bodies": (HouseBody(id="b", name="kommunstyrelsen", genitive="kommunstyrelsens"),),
        "distribution": ("Kommundirektören", "Samtliga nämnder"),
    },
    "norway-nb": {
        "council": "Granåsen kommune",
        "bodies": (HouseBody(id="b", name="formannskapet", genitive="formannskapets"),),
    },
    "norway-nn": {
        "council": "Sollia kommune",
        "bodies": (HouseBody(id="b", name="formannskapet"),),
    },
}


_COUNCILS = {
    "fi": "kunnanvaltuusto",
    "sv": "kommunfullmäktige",
    "nb": "kommunestyret",
    "nn": "kommunestyret",
}


def bare_house(layout: str) -> House:
    """Return a shipped layout as it is: all that is a council's own is left open."""
    return load_house(layout)


def own_house(layout: str) -> House:
    """Return a made-up council's house over a shipped layout."""
    return load_house(layout).model_copy(update={"id": f"own-{layout}", "body": "b", **_OWN[layout]})


def preparing_house(layout: str) -> House:
    """Return a made-up council's house whose body only proposes to the council."""
    house = own_house(layout)
    council = HouseBody(id="c", name=_COUNCILS[house.language], allative=f"{_COUNCILS[house.language]}lle")
    board = house.bodies[0].model_copy(update={"prepares_for": "c"})
    return house.model_copy(update={"id": f"preparing-{layout}", "bodies": (board, council)})


def words_of(house: House) -> Wording:
    """Return the wording that a house writes in."""
    return load_wording(house.language, house.country)
