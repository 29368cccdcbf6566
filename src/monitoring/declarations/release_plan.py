"""Reads releases.toml: the catalogue of tables that may leave the house. Where there is no such file, none may."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from monitoring.declarations.toml_files import Built, ProblemList, build, open_toml, take_tables
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Kind
from monitoring.domain.release_plan import (
    DISABILITY,
    RELEASE_DIMENSIONS,
    REPORTING_YEAR,
    YEARS_BACK,
    AgreedProvider,
    KnownTotal,
    Merge,
    Nested,
    ReleasePlan,
    ReleaseRules,
    ReleaseTable,
)
from monitoring.domain.reporting_years import BEGINNINGS, ReportingYears

FILE = "releases.toml"
_KEYS = ("rules", "reporting_years", "table", "merge", "known_total", "nested", "agreed_provider")
_MERGED = {"gender": "gender", "age_band": "age_band"}
"""Dimensions whose codes are answers of the survivors' form; those of years are ours."""


def read_release_plan(folder: Path, problems: ProblemList) -> ReleasePlan:
    """The plan of the folder. Mistakes in its shape are added to the problems."""
    if not (folder / FILE).exists():
        return ReleasePlan()
    table = open_toml(folder / FILE, FILE, problems)
    rules, years = (_one(table, name, problems) for name in ("rules", "reporting_years"))
    plan = ReleasePlan(
        rules=build(ReleaseRules, rules, FILE, "rules", problems) or ReleaseRules(),
        tables=tuple(_many(ReleaseTable, table, "table", problems)),
        merges=tuple(_many(Merge, table, "merge", problems)),
        known_totals=tuple(_many(KnownTotal, table, "known_total", problems)),
        nested=tuple(_many(Nested, table, "nested", problems)),
        agreed_providers=tuple(_many(AgreedProvider, table, "agreed_provider", problems)),
        reporting_years=build(ReportingYears, years, FILE, "reporting_years", problems) or ReportingYears(),
    )
    for name in table:
        problems.found("unknown_key", FILE, name, known=_KEYS, word=name)
    return plan


def check_release_plan(catalogue: Catalogue, problems: ProblemList) -> None:
    """Whether what the plan names exists, and whether its rules can protect anybody."""
    plan = catalogue.releases
    ids = [table.id for table in plan.tables]
    files = {Path(each.declared_in).stem for each in catalogue.indicators.values()}
    for at, table in enumerate(plan.tables, 1):
        key = f"table[{at}]"
        if ids.count(table.id) > 1:
            problems.found("duplicate_name", FILE, f"{key}.id", word=table.id)
        _check_dimensions(table, f"{key}.by", problems, is_anyone_named=bool(plan.agreed_providers))
        _check_names(table.leave_out, {*catalogue.indicators, *files}, f"{key}.leave_out", problems)
        _check_names(table.only, catalogue.indicators, f"{key}.only", problems)
        if {"disability", REPORTING_YEAR} & set(table.by) and not table.only:
            problems.found("missing_key", FILE, f"{key}.only")
    for at, merge in enumerate(plan.merges, 1):
        _check_merge(merge, catalogue, f"merge[{at}]", problems)
    for at, known in enumerate(plan.known_totals, 1):
        counts = [name for name, each in catalogue.indicators.items() if each.kind is Kind.COUNT]
        _check_names((known.indicator,), counts, f"known_total[{at}].indicator", problems)
        _check_names(known.by, RELEASE_DIMENSIONS, f"known_total[{at}].by", problems)
    shares = [name for name, each in catalogue.indicators.items() if each.kind is Kind.SHARE]
    for at, nested in enumerate(plan.nested, 1):
        _check_names(nested.indicators, shares, f"nested[{at}].indicators", problems)
    named = [each.id for each in plan.agreed_providers]
    for at, provider in enumerate(plan.agreed_providers, 1):
        if named.count(provider.id) > 1:
            problems.found("duplicate_name", FILE, f"agreed_provider[{at}].id", word=provider.id)
    if plan.reporting_years.begins_in not in BEGINNINGS:
        problems.found("not_allowed_value", FILE, "reporting_years.begins_in", allowed="1, 4, 7, 10")
    _check_rules(plan.rules, problems)


def _check_dimensions(table: ReleaseTable, key: str, problems: ProblemList, *, is_anyone_named: bool) -> None:
    _check_names(table.by, RELEASE_DIMENSIONS, key, problems)
    if not 1 <= len(table.by) <= 2:
        problems.found("too_many_dimensions", FILE, key)
    elif table.by[0] == "round" or table.across not in ("", "round", REPORTING_YEAR) or table.side == table.across:
        problems.found("release_dimensions", FILE, key)
    elif table.side == "provider" and not is_anyone_named:
        problems.found("release_names_nobody", FILE, key)


def _check_merge(merge: Merge, catalogue: Catalogue, key: str, problems: ProblemList) -> None:
    """A way to merge puts every code somewhere, once: a code left out would be a group that nobody may see."""
    ours = {"year": YEARS_BACK, "disability": DISABILITY}
    _check_names((merge.of,), (*_MERGED, *ours), f"{key}.of", problems)
    if merge.of not in (*_MERGED, *ours):
        return
    choices = catalogue.question("survivors", _MERGED[merge.of]).choices if merge.of in _MERGED else None
    codes = ours.get(merge.of, ()) if choices is None else choices.codes
    named = [code for group in merge.groups for code in group]
    _check_names(named, codes, f"{key}.groups", problems)
    for code in codes:
        if named.count(code) != 1:
            problems.found("merge_leaves_out", FILE, f"{key}.groups", word=code)


def _check_rules(rules: ReleaseRules, problems: ProblemList) -> None:
    """Numbers by which a shown count or band would itself be too narrow are mistakes, not choices."""
    least = {
        "smallest": 2,
        "rounded_to": 2,
        "narrowest": 2,
        "margin": 1,
        "band_from": 4 * rules.narrowest,
        "share_from": 4 * (rules.first_shown - 1) + 1 + rules.slack,  # so that too few affected are under a quarter
        "mean_from": rules.smallest,
        "least_people": rules.smallest,
    }
    for name, number in least.items():
        if getattr(rules, name) < number:
            problems.found("too_small", FILE, f"rules.{name}", least=str(number))


def _check_names(names: Iterable[str], known: Iterable[str], key: str, problems: ProblemList) -> None:
    listed = list(known)
    for name in names:
        if name not in listed:
            problems.found("unknown_name", FILE, key, known=listed, word=name)


def _one(table: dict[str, object], name: str, problems: ProblemList) -> dict[str, object]:
    found = table.pop(name, {})
    if isinstance(found, dict):
        return found
    problems.found("wrong_type", FILE, name, expected=f"[{name}]")
    return {}


def _many(cls: type[Built], table: dict[str, object], key: str, problems: ProblemList) -> Iterator[Built]:
    for at, each in enumerate(take_tables(table, key, FILE, problems), 1):
        if built := build(cls, each, FILE, f"{key}[{at}]", problems):
            yield built
