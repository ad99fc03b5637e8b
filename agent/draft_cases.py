"""The German article and case, and the English article, of a product a lead named. PURE.

Only common nouns take an article ("zum Starterpaket", "the starter kit"); a name of its own stands bare
("zu Omega Gold"). The gender is that of the last part of the compound, as German compounds have it.
"""

from __future__ import annotations

from typing import Final

from store.types import Language

_ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    "neuter": ("paket", "set", "kit", "öl", "oel", "pulver", "serum", "gel", "abo", "shampoo", "parfum", "parfüm"),
    "feminine": ("creme", "crème", "maske", "seife", "lotion", "salbe", "dose", "packung", "flasche", "box", "kur"),
    "masculine": ("shake", "tee", "kaffee", "riegel", "spray", "drink", "saft", "balsam"),
    "plural": ("kapseln", "vitamine", "tropfen", "drops", "tabletten", "proben", "dosen", "packungen", "flaschen"),
}
_FORMS: Final[dict[str, dict[str, str]]] = {
    "neuter": {"zu": "zum", "bei": "beim", "mit": "mit dem", "acc": "das"},
    "feminine": {"zu": "zur", "bei": "bei der", "mit": "mit der", "acc": "die"},
    "masculine": {"zu": "zum", "bei": "beim", "mit": "mit dem", "acc": "den"},
    "plural": {"zu": "zu den", "bei": "bei den", "mit": "mit den", "acc": "die"},
}
_BARE: Final = {"zu": "zu", "bei": "bei", "mit": "mit", "acc": ""}
_ENGLISH: Final = (
    "kit set package bundle subscription powder serum oil cream lotion shampoo perfume mask soap tea coffee gel spray "
    "drink shake capsules vitamins drops bars box bottle pack supplement supplements bottles"
).split()


def gender_of(product: str) -> str:
    """``neuter``, ``feminine``, ``masculine``, ``plural``, or "" for a name that takes no article."""
    last = product.casefold().replace("-", " ").split()[-1:] or [""]
    if product.count(" ") > 1 or any(char.isdigit() for char in product):
        return ""
    found = [
        (len(ending), gender) for gender, endings in _ENDINGS.items() for ending in endings if last[0].endswith(ending)
    ]
    return max(found)[1] if found else ""


def product_slots(product: str, language: Language) -> dict[str, str]:
    """Slots ``product_zu`` ("zum Starterpaket"), ``_bei``, ``_mit`` and ``_acc``; English: ``product_the``."""
    if not product:
        return {}
    if language == "en":
        common = product.casefold().split()[-1] in _ENGLISH and product == product.lower()
        return {"product_the": f"the {product}" if common else product}
    forms = _FORMS.get(gender_of(product), _BARE)
    return {f"product_{case}": f"{article} {product}".strip() for case, article in forms.items()}
