"""What becomes of a hand-in afterwards: undone, accepted, sent back, its warnings explained. All is added to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import duckdb

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Status, Submission
from monitoring.store import answers, current, kept_facts
from monitoring.store.kept_cells import KeptCells


class AlreadyDecided(Refusal):
    """The hand-in was undone, accepted or sent back before."""


class NothingOpen(Refusal):
    """These warnings of a hand-in have been explained."""


def decide(
    cursor: duckdb.DuckDBPyConnection,
    catalogue: Catalogue,
    kept: KeptCells,
    submission: Submission,
    status: Status,
    *,
    by: str,
    at: datetime,
    reason: str | None,
) -> None:
    """Adds a decision; where it withdraws the hand-in, the former answers are current again.

    Raises AlreadyDecided: asked in the same transaction, for two people may decide at once.
    """
    _must_be_undecided(cursor, submission.id)
    cursor.execute("insert into decisions values (?, ?, ?, ?, ?)", [submission.id, status.value, by, at, reason])
    if status in (Status.UNDONE, Status.SENT_BACK):
        current.refresh(cursor, catalogue, submission.country)
    kept.write_facts(f"{submission.id:06}.decided", kept_facts.of_decision(cursor, submission.id))


def explain(
    cursor: duckdb.DuckDBPyConnection,
    kept: KeptCells,
    submission: int,
    cause: Cause,
    reason: str,
    by: str,
    at: datetime,
) -> None:
    """Adds why the open warnings of one cause are right. Raises AlreadyDecided: what was accepted is not added to.

    Raises NothingOpen where somebody has explained them meanwhile.
    """
    _must_be_undecided(cursor, submission)
    rows = answers.read_open(cursor, submission).get(cause)
    if not rows:
        raise NothingOpen("warnings_explained")
    answers.write(cursor, submission, [Answer(cause, reason, by, at, len(rows), rows)])
    kept.write(submission, replace(kept.read(submission), facts=kept_facts.of_submission(cursor, submission)))


def _must_be_undecided(cursor: duckdb.DuckDBPyConnection, submission: int) -> None:
    earlier = cursor.execute("select decision from decisions where submission_id = ?", [submission]).fetchone()
    if earlier is not None:
        raise AlreadyDecided(f"already_{earlier[0]}")
