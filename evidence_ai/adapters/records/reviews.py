"""Submissions, decisions and scores in the database; triggers there refuse to change or remove them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from evidence_ai.adapters.records import rows
from evidence_ai.adapters.records.tables import decisions, scores, submissions
from evidence_ai.domain.people import Reach
from evidence_ai.domain.review import ReviewLevel, StoredDecision, StoredScore, Submission


class SqlReviews:
    """ReviewRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_submission(self, submission: Submission) -> None:
        """Keep a frozen package."""
        rows.add(self._connection, submissions, submission)

    def submissions(self, package_id: str, reach: Reach) -> Sequence[Submission]:
        """Every submission of a package, oldest first."""
        asked = (
            select(submissions)
            .where(submissions.c.package_id == package_id, rows.within(submissions, reach))
            .order_by(submissions.c.number)
        )
        return rows.many(self._connection, Submission, asked)

    def submission(self, submission_id: str, reach: Reach) -> Submission | None:
        """The submission of this id."""
        asked = select(submissions).where(submissions.c.id == submission_id, rows.within(submissions, reach))
        return rows.one(self._connection, Submission, asked)

    def add_decision(self, decision: StoredDecision) -> None:
        """Keep a decision."""
        rows.add(self._connection, decisions, decision)

    def decisions(
        self, submission_id: str, reach: Reach, *, level: ReviewLevel | None = None
    ) -> Sequence[StoredDecision]:
        """Every decision on a submission, in the order taken."""
        asked = select(decisions).where(decisions.c.submission_id == submission_id, rows.within(decisions, reach))
        if level is not None:
            asked = asked.where(decisions.c.level == level)
        return rows.many(self._connection, StoredDecision, asked.order_by(decisions.c.seq))

    def add_score(self, score: StoredScore) -> None:
        """Keep a sealed score."""
        rows.add(self._connection, scores, score)

    def scores(self, package_id: str, reach: Reach) -> Sequence[StoredScore]:
        """Every sealed score of a package, oldest first."""
        asked = (
            select(scores).where(scores.c.package_id == package_id, rows.within(scores, reach)).order_by(scores.c.at)
        )
        return rows.many(self._connection, StoredScore, asked)

    def score(self, score_id: str, reach: Reach) -> StoredScore | None:
        """The sealed score of this id."""
        asked = select(scores).where(scores.c.id == score_id, rows.within(scores, reach))
        return rows.one(self._connection, StoredScore, asked)
