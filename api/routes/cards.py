"""Cards: what every rule checks and how well it was measured to work; what every learned model is and where it is weak."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.dependencies import CallerOf, Language, ServiceOf
from api.examples import answers_like
from api.schemas import Page
from evidence_ai.services import refusals
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure
from evidence_ai.services.rule_cards import card_object, rule_cards

router = APIRouter(tags=["cards"])
Code = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,100}$")]
_RULE = {
    "code": "budget_total_differs", "about": "document", "severity": "error", "title": "Jumlah anggaran tidak cocok",
    "explanation": "Jumlah tercetak dibandingkan dengan jumlah barisnya.", "source": "Permenkumham 34/2016",
    "measured": {
        "planted": 23, "levels": ["pdf", "text"],
        "recall": {"right": 23, "n": 23, "value": 1.0, "interval": [0.8569, 1.0]},
        "precision": {"right": 23, "n": 24, "value": 0.9583, "interval": [0.7976, 0.9926]},
        "false_alarms": {"right": 1, "n": 118, "value": 0.0085, "interval": [0.0015, 0.0464]},
    },
    "may_be_error": True,
}  # fmt: skip
_MODEL = {
    "name": "matcher", "version": "1", "licence": "Apache-2.0", "purpose": "Turns evidence into probabilities.",
    "weaknesses": ["Learned words know no negation."],
}  # fmt: skip


@router.get("/rule-cards", responses=answers_like({"items": [_RULE], "next": None}))
def rules(caller: CallerOf, lang: Language = "id") -> Page[dict[str, Any]]:
    """Every rule of checking with its measured figures; null where nothing was measured."""
    ensure(caller, Act.READ)
    return Page(items=[card_object(one, language=lang) for one in rule_cards()])


@router.get("/rule-cards/{code}", responses=answers_like(_RULE))
def rule(code: Code, caller: CallerOf, lang: Language = "id") -> dict[str, Any]:
    """One rule, by the code its findings bear."""
    ensure(caller, Act.READ)
    found = next((one for one in rule_cards() if one.rule.code == code), None)
    if found is None:
        raise RefusedError(refusals.NOT_FOUND)
    return card_object(found, language=lang)


@router.get("/model-cards", responses=answers_like({"items": [_MODEL], "next": None}))
def models(caller: CallerOf, service: ServiceOf) -> Page[dict[str, Any]]:
    """The learned models in force: purpose, figures, weaknesses, and the digests of their files."""
    ensure(caller, Act.READ)
    return Page(items=[dict(one) for one in service.model_cards()])
