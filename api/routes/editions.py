"""Editions of the rules: listed, shown, linted, compared."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api.dependencies import CallerOf, Language, ServiceOf
from api.schemas import Page
from evidence_ai.services.edition_catalogue import diff_object, lint_object, list_object, show_object
from evidence_ai.services.rights import Act, ensure

router = APIRouter(prefix="/editions", tags=["editions"])
Name = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,100}$")]
OtherName = Annotated[str, Query(pattern=r"^[a-z0-9_]{1,100}$")]


@router.get("")
def listed(caller: CallerOf, service: ServiceOf) -> Page[dict[str, Any]]:
    """Every edition, with how far it is known."""
    ensure(caller, Act.READ)
    return Page(items=list_object(service.settings.editions_dir))


@router.get("/{name}")
def shown(name: Name, caller: CallerOf, service: ServiceOf, lang: Language = "id") -> dict[str, Any]:
    """One edition whole."""
    ensure(caller, Act.READ)
    return show_object(name, service.settings.editions_dir, language=lang)


@router.get("/{name}/lint")
def linted(name: Name, caller: CallerOf, service: ServiceOf, lang: Language = "id") -> dict[str, Any]:
    """What is wrong or doubtful in it."""
    ensure(caller, Act.READ)
    return lint_object(name, service.settings.editions_dir, language=lang)


@router.get("/{name}/diff")
def compared(name: Name, other: OtherName, caller: CallerOf, service: ServiceOf) -> dict[str, Any]:
    """What changed from this edition to another."""
    ensure(caller, Act.READ)
    return diff_object(name, other, service.settings.editions_dir)
