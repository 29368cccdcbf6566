"""The check report of a release in plain sentences: what is shown, what was done for it, what an attacker can know."""

from collections.abc import Mapping

from monitoring.domain.people import Actor
from monitoring.domain.release import Audit, Published, Shown
from monitoring.domain.release_plan import ReleaseRules
from monitoring.services import releases
from monitoring.services.house import House
from monitoring.services.release_draft import Draft
from monitoring.words import say, spoken


def of_release(actor: Actor, house: House, id_: int) -> tuple[str, ...]:
    """Of a frozen one, whose file is looked at again. Raises NotAllowed, NotReleased, ReleaseDamaged."""
    found = releases.check(actor, house, id_)
    return (*_report(found.audit, found.rules, house), say("releases.report.whole_file"))


def of_draft(actor: Actor, house: House, made: Draft) -> tuple[str, ...]:
    """Of one that would be built now. Raises NotAllowed for whoever may not build it."""
    releases.must_build(actor)
    return _report(made.audit, house.catalogue.releases.rules, house)


def said_of(said: Published) -> str:
    """What a cell says, in words and rounded counts: `40 of 65`, `a quarter to a half of 30`, `[c]`."""
    if said.shown is Shown.WITHHELD:
        return "[c]"
    if said.shown is Shown.BAND:
        return f"{say(f'releases.bands.{said.band}')} ({said.denominator})"
    if said.denominator is None:
        return str(said.numerator)
    if said.numerator is None:
        return f"{said.value:g} ({said.denominator})"
    return f"{said.numerator} / {said.denominator}"


def _report(audit: Audit, rules: ReleaseRules, house: House) -> tuple[str, ...]:
    counts = {"cells": audit.cells, "numbers": audit.numbers, "bands": audit.bands, "withheld": audit.withheld}
    checked = {"ranges": audit.ranges, "solved": audit.solved, "seconds": max(round(audit.seconds), 1)}
    said = [_say("whole", **counts)]
    if audit.withheld_to_protect_others:
        said.append(_say("others", n=audit.withheld_to_protect_others))
    if audit.country_cells:
        after = round(100 * audit.country_cells_shown / audit.country_cells)
        said.append(_say("countries", after=_percent(after), before=_percent(audit.percent_shown_unmerged)))
    said += [_merged(audit), _say("ranges", **checked), _narrowest(audit, rules), _rules(rules)]
    named = [each.name for each in house.catalogue.releases.named_providers]
    providers = _say("providers", names=", ".join(named)) if named else _say("no_provider")
    said += [_say("kept", margin=rules.margin), providers]
    ids = dict.fromkeys(each.indicator for each in house.catalogue.releases.known_totals)
    known = [_in_words(house.catalogue.indicators[id_].label) for id_ in ids]
    said += [_say("known", what=", ".join(known))] if known else []
    said.append(_say("open_warnings", n=audit.open_warnings) if audit.open_warnings else _say("no_open_warnings"))
    return tuple(said)


def _in_words(words: Mapping[str, str]) -> str:
    """In the reader's language, or in English."""
    return words.get(spoken(), words["en"])


def _merged(audit: Audit) -> str:
    parts = [
        _say(
            "merged_one",
            name=say(f"releases.tables.{name}") if name != "round" else say("releases.dimensions.round"),
            n=n,
        )
        for name, n in audit.merged.items()
    ]
    return _say("merged", what=", ".join(parts)) if parts else _say("merged_nothing")


def _narrowest(audit: Audit, rules: ReleaseRules) -> str:
    if audit.narrowest is None:
        return _say("nothing_withheld")
    return _say("narrowest", n=audit.narrowest, least=rules.narrowest)


def _rules(rules: ReleaseRules) -> str:
    names = ("smallest", "rounded_to", "share_from", "band_from", "mean_from")
    return _say("rules", **{name: getattr(rules, name) for name in names})


def _percent(number: int) -> str:
    return f"{number} %"


def _say(key: str, **facts: object) -> str:
    return say(f"releases.report.{key}", **facts)
