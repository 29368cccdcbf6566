"""Tries an instrument profile against a file. It needs no store and nobody's name, and nothing is written."""

from typing import TYPE_CHECKING

from monitoring.declarations.profile_references import check_items, check_weights
from monitoring.declarations.profiles import of_office, office_weights, with_office_items
from monitoring.declarations.read import BrokenDeclarations, read_catalogue
from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Problem
from monitoring.domain.profile import Profile, Weights
from monitoring.domain.refusal import Refusal
from monitoring.settings import Settings

if TYPE_CHECKING:
    from monitoring.intake.profiles.try_profile import Trial, Tried


def trial_of(
    settings: Settings, name: str, country: str | None = None, *, language: str = "en", said: Habits | None = None
) -> "Trial":
    """The profile with what the office keeps beside it; `said` are the habits of writing that files leave open.

    Raises Refusal for a name that no profile has, and BrokenDeclarations where the declarations or the office's own
    files are wrong.
    """
    from monitoring.intake.profiles.try_profile import Trial  # reading tools, of no use to other commands

    catalogue = read_catalogue(settings.declarations)
    if name not in catalogue.profiles:
        raise Refusal("unknown_profile", profile=name, known=", ".join(catalogue.profiles))
    problems = ProblemList()
    profile, weights = _of_office(settings, catalogue.profiles[name], problems)
    if problems:
        raise BrokenDeclarations(tuple(problems))
    return Trial(catalogue, profile, weights, settings.today, country, language, said or Habits())


def try_file(trial: "Trial", content: bytes, file: str) -> "Tried":
    """What the profile makes of a file: verdict, problems, and a report of what maps and what does not."""
    from monitoring.intake.profiles.try_profile import try_profile

    return try_profile(trial, content, file)


def problems_beside(settings: Settings, catalogue: Catalogue) -> tuple[Problem, ...]:
    """What is wrong with the items and weights that the office keeps in its data folder, for `definitions check`."""
    problems = ProblemList()
    for profile in catalogue.profiles.values():
        _of_office(settings, profile, problems)
    return tuple(problems)


def _of_office(settings: Settings, profile: Profile, problems: ProblemList) -> tuple[Profile, Weights | None]:
    own = with_office_items(profile, settings.data, problems)
    if own is not profile:
        check_items(own, of_office(profile.name), problems)
    weights = office_weights(own, settings.data, problems)
    if weights is not None:
        check_weights(own, weights, problems)
    return own, weights
