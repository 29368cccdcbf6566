"""Commands about definitions: explain, codebook, definitions check, record and compare."""

import argparse

from monitoring.command_line import comparison, printing
from monitoring.domain.refusal import Refusal
from monitoring.services import check_definitions, codebook, versions
from monitoring.services.check_definitions import Checked
from monitoring.settings import Settings
from monitoring.words import say


def explain(settings: Settings, words: argparse.Namespace) -> int:
    """Definition, SQL and worked examples, each followed step by step through the statement."""
    from monitoring.services import explain as explaining  # a scratch store: slow to import, of no use to the others

    found = explaining.explain(settings, words.id)
    if words.json:
        printing.print_json(explaining.as_document(found))
    else:
        print(explaining.as_text(found))
    return 0


def write_codebook(settings: Settings, words: argparse.Namespace) -> int:
    content = codebook.written(settings, words.out.suffix, words.language)
    return printing.write_file(words.out, content, as_json=words.json)


def definitions(settings: Settings, words: argparse.Namespace) -> int:
    """`definitions check`, `record` or `compare`."""
    match words.deed:
        case "check":
            return _check(settings, words)
        case "record":
            return _record(settings, words)
        case _:
            return _compare(settings, words)


def _check(settings: Settings, words: argparse.Namespace) -> int:
    """Every mistake at once, with file, key and the nearest spelling; then how complete each language is."""
    checked = check_definitions.check(settings)
    if words.json:
        problems = [printing.definition_problem(each) for each in checked.problems]
        also = {"texts": checked.texts, "languages": checked.languages, "not_recorded": list(checked.not_recorded)}
        printing.print_json({"problems": problems, **checked.counts, **also})
    else:
        _print_checked(checked)
    return 1 if checked.problems else 0


def _print_checked(checked: Checked) -> None:
    if checked.problems:
        print(say("commands.definitions_broken", count=len(checked.problems)))
        printing.print_problems(checked.problems)
    else:
        print(say("commands.definitions_fine", **checked.counts))
    for language, count in checked.languages.items():
        key = "language_complete" if count == checked.texts else "language_partly"
        print(say(f"commands.{key}", language=language, count=count, texts=checked.texts))
    if checked.not_recorded:
        print(say("commands.not_recorded", count=len(checked.not_recorded)))


def _record(settings: Settings, words: argparse.Namespace) -> int:
    found = versions.record(settings)
    if words.json:
        problems = [printing.definition_problem(each) for each in found.problems]
        printing.print_json({"problems": problems, "recorded": [] if problems else list(found.new)})
    elif found.problems:
        print(say("commands.record_refused"))
        printing.print_problems(found.problems)
    else:
        print(say("commands.recorded", count=len(found.new), file=settings.declarations / versions.VERSIONS))
    return 1 if found.problems else 0


def _compare(settings: Settings, words: argparse.Namespace) -> int:
    from monitoring.services.compare_definitions import BrokenFolder  # a few hundred milliseconds for this alone

    try:
        return _compared(settings, words)
    except BrokenFolder as broken:
        printing.refuse(broken.reason, **broken.facts)
        printing.print_problems(broken.problems)
        return 1


def _compared(settings: Settings, words: argparse.Namespace) -> int:
    from monitoring.services.compare_definitions import compare

    if words.who is None:
        comparison.show(compare(words.old, words.new), settings.today, as_json=words.json)
        return 0
    from monitoring.bootstrap import open_house

    if not settings.data.exists():
        raise Refusal("no_data_folder", folder=settings.data)
    house = open_house(settings)
    try:
        found = compare(words.old, words.new, house, house.people.find(words.who))
    finally:
        house.store.close()
    comparison.show(found, settings.today, as_json=words.json)
    return 0
