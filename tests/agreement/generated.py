"""Has Hypothesis invent countries, many at once: one question to the database then answers for thousands of people."""

from cases import Case, Invention
from hypothesis import HealthCheck, Phase, given, seed, settings

from monitoring.domain.catalogue import Catalogue


def generated(catalogue: Catalogue, countries: int, *, start: int | None = None) -> list[Case]:
    """That many invented countries; the same ones in every run unless `start` says where chance begins."""
    cases: list[Case] = []

    @settings(
        max_examples=countries,
        derandomize=start is None,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # a difference is made smaller row by row, in smallest.py: many tries at once
        suppress_health_check=list(HealthCheck),
    )
    @given(Invention(catalogue).cases())
    def collect(case: Case) -> None:
        cases.append(case)

    if start is not None:
        collect = seed(start)(collect)
    collect()
    return cases
