"""The report of a profile: which columns of the file have a place with us, and why the others have none."""

from collections.abc import Iterator, Mapping

from monitoring.domain.form import Form
from monitoring.domain.profile import Item, Profile, ProfileColumn, Score
from monitoring.domain.profile_report import FileKind, MappedColumn, ProfileReport, UnmappedColumn
from monitoring.intake.addresses import letters
from monitoring.intake.profiles.form_definition import DefinitionRead
from monitoring.intake.profiles.layout import Layout, added_questions


def report_of_sheet(profile: Profile, form: Form | None, layout: Layout, rows: int) -> ProfileReport:
    """What became of each column of a sheet, from left to right."""
    places: dict[str, str | None] = {
        name: letters(at) for name, at in sorted(layout.columns.items(), key=lambda pair: pair[1])
    }
    added = (MappedColumn(name, name, "rename", letters(at)) for name, at in layout.added.items() if form)
    return ProfileReport(
        profile=profile.name,
        version=profile.version,
        kind=FileKind.ANSWERS,
        columns=layout.headed,
        rows=rows,
        mapped=(*_mapped(profile, places), *added),
        unmapped=(
            *_unmapped(profile, places),
            *(UnmappedColumn(None, {}, letters(at)) for at in layout.unknown),
            *(UnmappedColumn(None, profile.reason_of_nameless or {}, letters(at)) for at in layout.nameless),
        ),
        drafts_off=drafts_off(profile),
    )


def report_of_definition(profile: Profile, read: DefinitionRead) -> ProfileReport:
    """What became of each question of a form definition."""
    known: dict[str, str | None] = {asked.known: None for asked in read.questions if asked.known}
    return ProfileReport(
        profile=profile.name,
        version=profile.version,
        kind=FileKind.FORM_DEFINITION,
        columns=len(read.questions),
        mapped=(*_mapped(profile, known), *(MappedColumn(name, name, "rename") for name in added_questions(known))),
        unmapped=(
            *_unmapped(profile, known),
            *(UnmappedColumn(None, {}, asked.cell) for asked in read.questions if not asked.known),
        ),
        choices=read.choices,
        drafts_off=drafts_off(profile),
    )


def names_mapped(profile: Profile) -> Iterator[str]:
    """What we call every column that has a place with us."""
    return (each.name for each in profile.known)


def drafts_off(profile: Profile) -> int:
    return len(profile.items) - len(profile.items_in_use)


def _mapped(profile: Profile, places: Mapping[str, str | None]) -> Iterator[MappedColumn]:
    known = {each.name: each for each in profile.known}
    for name, at in places.items():
        match known.get(name):
            case ProfileColumn() as column:
                yield MappedColumn(name, column.question, column.transform.value, at, column.note)
            case Score():
                yield MappedColumn(name, name, "score", at)
            case Item() as item:
                yield MappedColumn(name, item.domain, "item", at)


def _unmapped(profile: Profile, places: Mapping[str, str | None]) -> Iterator[UnmappedColumn]:
    for name, at in places.items():
        if (reason := profile.reason_of(name)) is not None:
            yield UnmappedColumn(name, reason, at)
