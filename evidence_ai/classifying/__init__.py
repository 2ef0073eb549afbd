"""Classifying: facts to candidate indicators. One door, `classify`; `build_matcher` makes what it needs once."""

from evidence_ai.classifying.classifying import classify
from evidence_ai.classifying.matcher import Matcher, build_matcher

__all__ = ["Matcher", "build_matcher", "classify"]
