"""Every text of a profile that people read, with its place. The instrument's headings and answers stay as they are."""

from collections.abc import Iterator

from monitoring.domain.form import Words
from monitoring.domain.profile import Profile


def words_of(profile: Profile) -> Iterator[tuple[str, Words]]:
    """(key, text) in the order of the file; a note only where there is one."""
    yield "label", profile.label
    yield "seen", profile.seen
    for at, column in enumerate(profile.columns, 1):
        if column.note:
            yield f"column[{at}].note", column.note
        for answer, reason in column.not_mapped.items():
            yield f"column[{at}].not_mapped.{answer}", reason
    for at, group in enumerate(profile.not_mapped, 1):
        yield f"not_mapped[{at}].reason", group.reason
    if profile.scoring:
        for domain, label in profile.scoring.domains.items():
            yield f"scoring.domains.{domain}", label
        if profile.scoring.unweighted:
            yield "scoring.unweighted", profile.scoring.unweighted
    for at, score in enumerate(profile.scores, 1):
        yield f"score[{at}].label", score.label
    for item in profile.items:
        yield f"item.{item.id}.label", item.label
