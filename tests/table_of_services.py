"""Every service, and who may have it: a service that is not entered here fails a test. Holds no test itself."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from real_server import PEOPLE

from monitoring.derive.export_rows import ExportSql
from monitoring.domain.answers import Cause
from monitoring.domain.export import Anonymity, ExportRequest, Hidden
from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.preview import Preview
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Audit, Release
from monitoring.domain.release_plan import ReleaseRules
from monitoring.domain.submission import Standing
from monitoring.domain.target import Target
from monitoring.intake.check import CheckedWorkbook
from monitoring.services import (
    about_provider,
    annotate,
    brief_basis,
    brief_figures,
    briefs,
    clean,
    community,
    compare_definitions,
    compare_hand_ins,
    counted_figures,
    disclosures,
    due_list,
    erase,
    expected,
    export_contents,
    export_facts,
    export_figures,
    export_hiding,
    export_packs,
    export_requests,
    export_tables,
    figure_requests,
    first_improvement,
    hand_in,
    headings,
    heard_and_unheard,
    one_by_one,
    own_judgement,
    people,
    places,
    read_definitions,
    read_figures,
    read_log,
    receipts,
    refused,
    release_counts,
    release_draft,
    release_news,
    release_report,
    released_figures,
    releases,
    results_framework,
    retention,
    rows_behind,
    same_people,
    scope,
    service_directory,
    submissions,
    summary,
    targets,
    templates,
    this_week,
    time_to_event,
    told_back,
    warnings,
    who_we_hear_from,
    workbook_check,
    workload,
    write_log,
    xlsforms,
)
from monitoring.services.house import House
from monitoring.settings import ROOT

LATE = Cause("outside_window", "follow_ups", "contact_date")
MANAGER, OFFICE, PROVIDER, FUNDER, ANALYST, ADMINISTRATOR = Role
TODAY = date(2026, 6, 1)
STAFF = {MANAGER, OFFICE, PROVIDER}
HANDING_IN = {MANAGER, OFFICE}
EVERYBODY = set(Role)
SHARED = {MANAGER, FUNDER, ANALYST}

ACTORS = {
    MANAGER: PEOPLE["manager"],
    OFFICE: PEOPLE["office_md"],
    PROVIDER: PEOPLE["provider"],
    FUNDER: PEOPLE["funder"],
    ANALYST: PEOPLE["analyst"],
    ADMINISTRATOR: PEOPLE["administrator"],
}

Call = Callable[[Actor, House], object]


def figures(*by: str, view: View = View.PROGRAMME, **where: str) -> Call:
    asked = FigureRequest(("housing_secure",), by, {name: (code,) for name, code in where.items()}, view=view)
    return lambda actor, house: read_figures.read_figures(actor, house, asked)


def of_country(country: str) -> CheckedWorkbook:
    return CheckedWorkbook("file.xlsx", "0" * 64, country, hand_in.Verdict.READY)


def compared(actor: Actor, house: House) -> object:
    """Past figures by declarations that differ from ours."""
    with TemporaryDirectory() as folder:
        changed = Path(copytree(ROOT / "indicators", Path(folder) / "indicators"))
        file = changed / "housing" / "housing_secure.toml"
        file.write_text(file.read_text().replace("in ('own', ", "in ('shelter', 'own', "))
        return compare_definitions.compare(ROOT / "indicators", changed, house, actor)


RECOGNISED_BY = ("country", "gender", "age_band", "disability", "exploitation_types", "return_kind", "return_date")
SOMEBODY = Actor("Somebody", Role.FUNDER)


def beside(country: str) -> compare_hand_ins.Sides:
    return compare_hand_ins.Sides(country, compare_hand_ins.AsOf(), compare_hand_ins.HandedIn(1))


WHOLE = FigureRequest(("housing_secure",))
NOTHING_DRAFTED = release_draft.Draft((), Audit(0, 0, 0, 0, 0, 0, 0, None, 0.0, 0, 0, 0), 0)

NOTHING = Hidden(dict.fromkeys(RECOGNISED_BY, 0), Anonymity(0, 0, None, 0), Anonymity(0, 0, None, 0), 0)
ASKED = ExportRequest(1, "Ana", datetime(2026, 6, 1), "a table", None, {}, ("csv",))


def figures_out(actor: Actor, house: House) -> object:
    """Figures as a table, into a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        return export_figures.write(actor, house, "a table", Path(folder))


def beside_rows(actor: Actor, house: House) -> object:
    """What lies beside an export's rows, into a folder that is gone afterwards."""
    made = export_hiding.Hiding(NOTHING, frozenset(), ExportSql(("select 1", {}), ("select 1", {})))
    with TemporaryDirectory() as folder:
        return export_contents.write_beside(actor, house, Path(folder), ASKED, made, (), "en")


BRIEF = brief_figures.Asked(None, "en")
WANTED_TABLE = export_tables.WantedTable("a table", "housing_secure", ("country",))
RELEASE = Release(
    *(1, "Mina", datetime(2026, 6, 1), date(2026, 3, 31), None, "f" * 64, "c" * 64, 0),
    audit=Audit(0, 0, 0, 0, 0, 0, 0, None, 0.0, 0, 0, 0),
    rules=ReleaseRules(),
    hand_ins=(),
)
TARGET = Target("risk_assessed", None, 0.4, 0.8, date(2027, 1, 1))
SEEN = Preview(Standing(0, 0), {}, None, ())

SERVICES: dict[str, tuple[Call, set[Role]]] = {
    "about_provider.catalogue_for": (lambda a, h: about_provider.catalogue_for(a, h.catalogue), EVERYBODY),
    "about_provider.is_about": (
        lambda a, h: about_provider.is_about(a, h.catalogue, h.catalogue.indicators["respect"]),
        EVERYBODY,
    ),
    "about_provider.without_single_answers": (
        lambda a, h: about_provider.without_single_answers(a, h.catalogue, ()),
        EVERYBODY,
    ),
    "annotate.annotated_workbook": (lambda a, h: annotate.annotated_workbook(a, h, of_country("MD"), b"x"), HANDING_IN),
    "annotate.why_not": (lambda a, h: annotate.why_not(a, h, of_country("MD"), b"x"), HANDING_IN),
    "community.community": (lambda a, h: community.community(a, h, "MD"), HANDING_IN),
    "compare_definitions.compare": (compared, STAFF),
    "compare_hand_ins.of_hand_ins": (lambda a, h: compare_hand_ins.of_hand_ins(a, h, 1, 1), HANDING_IN),
    "compare_hand_ins.of_workbook": (lambda a, h: compare_hand_ins.of_workbook(a, h, of_country("MD")), HANDING_IN),
    "compare_hand_ins.counts": (lambda a, h: compare_hand_ins.counts(a, h, beside("MD")), HANDING_IN),
    "compare_hand_ins.changed_rows": (
        lambda a, h: compare_hand_ins.changed_rows(a, h, beside("MD"), "survivors"),
        HANDING_IN,
    ),
    "compare_hand_ins.missing_keys": (
        lambda a, h: compare_hand_ins.missing_keys(a, h, beside("MD"), "survivors"),
        HANDING_IN,
    ),
    "erase.erase": (lambda a, h: erase.erase(a, h, "MD", "MD-0404", "asked in writing"), {MANAGER}),
    "erase.backups": (erase.backups, {MANAGER}),
    "expected.expected": (expected.expected, HANDING_IN),
    "expected.nothing_to_report": (lambda a, h: expected.nothing_to_report(a, h, "MD", "2026-Q1"), HANDING_IN),
    "brief_basis.release_of": (brief_basis.release_of, SHARED),
    "brief_figures.shared": (lambda a, h: brief_figures.shared(a, h, BRIEF, ("housing_secure",), "round"), SHARED),
    "brief_figures.by_country": (lambda a, h: brief_figures.by_country(a, h, BRIEF, ()), SHARED),
    "briefs.brief": (lambda a, h: briefs.brief(a, h, "summary", None, "en"), SHARED),
    "briefs.written": (lambda a, h: briefs.written(a, h, "survivors", None, "en", ".docx"), SHARED),
    "targets.set_target": (lambda a, h: targets.set_target(a, h, TARGET), {MANAGER}),
    "targets.standings": (lambda a, h: targets.standings(a, h, None, "en"), SHARED),
    "targets.table": (lambda a, h: targets.table(a, h, None, "en"), SHARED),
    "told_back.tell": (lambda a, h: told_back.tell(a, h, "MD", "en", ("The door is open.",)), {MANAGER}),
    "told_back.own": (lambda a, h: told_back.own(a, h, "MD", "en"), {MANAGER}),
    "told_back.listed": (lambda a, h: told_back.listed(a, h, None, "en"), SHARED),
    "summary.numbers": (lambda a, h: tuple(summary.numbers(a, h, BRIEF)), SHARED),
    "summary.flow": (lambda a, h: summary.flow(a, h, BRIEF), SHARED),
    "summary.years": (lambda a, h: summary.years(a, h, "en"), SHARED),
    "summary.people": (lambda a, h: summary.people(a, h, BRIEF), SHARED),
    "summary.sections": (lambda a, h: tuple(summary.sections(a, h, BRIEF)), SHARED),
    "release_news.changed": (lambda a, h: release_news.changed(a, h, RELEASE, BRIEF), SHARED),
    "results_framework.framework": (lambda a, h: results_framework.framework(a, h, None, "en"), SHARED),
    "results_framework.written": (lambda a, h: results_framework.written(a, h, None, "en", ".xlsx"), SHARED),
    "export_tables.ask": (lambda a, h: export_tables.ask(a, h, WANTED_TABLE), {MANAGER, ANALYST}),
    "export_tables.answered_in": (lambda a, h: export_tables.answered_in(a, h, ASKED), {MANAGER, ANALYST}),
    "export_figures.write": (figures_out, {MANAGER, ANALYST}),
    "export_requests.ask": (
        lambda a, h: export_requests.ask(a, h, export_requests.Wanted("a table")),
        {MANAGER, ANALYST},
    ),
    "export_requests.listed": (export_requests.listed, {MANAGER, ANALYST}),
    "export_requests.one": (lambda a, h: export_requests.one(a, h, 1), {MANAGER, ANALYST}),
    "export_requests.approve": (lambda a, h: export_requests.approve(a, h, 1), {MANAGER}),
    "export_requests.refuse": (lambda a, h: export_requests.refuse(a, h, 1), {MANAGER}),
    "export_requests.drop_waiting": (lambda a, h: export_requests.drop_waiting(a, h, "MD"), {MANAGER}),
    "export_requests.to_write": (lambda a, h: export_requests.to_write(a, h, 1), {MANAGER, ANALYST}),
    "export_requests.check_enough": (lambda a, h: export_requests.check_enough(a, h, {}), {MANAGER, ANALYST}),
    "export_hiding.in_scope": (lambda a, h: export_hiding.in_scope(a, {}), {MANAGER, ANALYST}),
    "export_hiding.hiding": (lambda a, h: export_hiding.hiding(a, h, {}), {MANAGER, ANALYST}),
    "export_facts.flow": (lambda a, h: export_facts.flow(a, h, {}), {MANAGER, ANALYST}),
    "export_facts.kept_and_lost": (lambda a, h: export_facts.kept_and_lost(a, h, {}), {MANAGER, ANALYST}),
    "export_facts.mode_and_asker": (lambda a, h: export_facts.mode_and_asker(a, h, {}), {MANAGER, ANALYST}),
    "export_facts.explained": (export_facts.explained, {MANAGER, ANALYST}),
    "export_contents.write_beside": (beside_rows, {MANAGER, ANALYST}),
    "export_contents.facts_of": (lambda a, h: export_contents.facts_of(a, h, ASKED, NOTHING, 0), {MANAGER, ANALYST}),
    "export_packs.look": (lambda a, h: export_packs.look(a, h, 1), {MANAGER, ANALYST}),
    "export_packs.write": (lambda a, h: export_packs.write(a, h, 1, Path("nowhere")), {MANAGER, ANALYST}),
    "export_packs.zipped": (lambda a, h: export_packs.zipped(a, h, 1), {MANAGER, ANALYST}),
    "export_packs.practice": (export_packs.practice, EVERYBODY),
    "hand_in.is_old": (lambda a, h: hand_in.is_old(a, h, of_country("MD"), SEEN), HANDING_IN),
    "receipts.receipt": (lambda a, h: receipts.receipt(a, h, 1), HANDING_IN),
    "submissions.one": (lambda a, h: submissions.one(a, h, 1), HANDING_IN),
    "submissions.rows_still_counted": (lambda a, h: submissions.rows_still_counted(a, h, 1), HANDING_IN),
    "warnings.warnings": (lambda a, h: warnings.warnings(a, h, of_country("MD")), HANDING_IN),
    "warnings.answers": (lambda a, h: warnings.answers(a, h, 1), HANDING_IN),
    "warnings.open_ones": (lambda a, h: warnings.open_ones(a, h, 1), HANDING_IN),
    "warnings.explain": (lambda a, h: warnings.explain(a, h, 1, LATE, "the road was closed"), HANDING_IN),
    "due_list.due_list": (lambda a, h: due_list.due_list(a, h, "MD"), STAFF),
    "due_list.why": (lambda a, h: due_list.why(a, h, "MD", "MD-0001"), STAFF),
    "disclosures.disclosures": (disclosures.disclosures, STAFF),
    "first_improvement.first_improvement": (
        lambda a, h: first_improvement.first_improvement(a, h, "wellbeing_who5", {}),
        STAFF,
    ),
    "clean.cleaned_pack": (lambda a, h: clean.cleaned_pack(a, h, b"x"), HANDING_IN),
    "workbook_check.check": (lambda a, h: workbook_check.check(a, h, b"x", "file.xlsx"), HANDING_IN),
    "hand_in.preview": (lambda a, h: hand_in.preview(a, h, of_country("MD")), HANDING_IN),
    "hand_in.hand_in": (lambda a, h: hand_in.hand_in(a, h, of_country("MD")), HANDING_IN),
    "heard_and_unheard.heard_and_unheard": (
        lambda a, h: heard_and_unheard.heard_and_unheard(a, h, "housing_secure", 12, {}),
        STAFF,
    ),
    "headings.remembered": (lambda a, h: headings.remembered(a, h, "MD"), HANDING_IN),
    "headings.remember": (lambda a, h: headings.remember(a, h, "MD", {("providers", "beds"): "capacity"}), HANDING_IN),
    "headings.forget": (lambda a, h: headings.forget(a, h, "MD", "providers", "beds"), HANDING_IN),
    "own_judgement.own_judgement": (
        lambda a, h: own_judgement.own_judgement(a, h, "wellbeing_score", "12", {}),
        STAFF,
    ),
    "one_by_one.settled": (lambda a, h: one_by_one.settled(a, h, "housing_secure", {}), STAFF),
    "people.everybody": (people.everybody, {ADMINISTRATOR}),
    "people.add": (lambda a, h: people.add(a, h, SOMEBODY), {ADMINISTRATOR}),
    "people.change_scope": (lambda a, h: people.change_scope(a, h, SOMEBODY), {ADMINISTRATOR}),
    "people.reset": (lambda a, h: people.reset(a, h, "Somebody"), {ADMINISTRATOR}),
    "people.disable": (lambda a, h: people.disable(a, h, "Somebody"), {ADMINISTRATOR}),
    "people.enable": (lambda a, h: people.enable(a, h, "Somebody"), {ADMINISTRATOR}),
    "places.countries": (places.countries, EVERYBODY),
    "places.providers": (places.providers, STAFF),
    "read_definitions.catalogue": (read_definitions.catalogue, EVERYBODY),
    "read_definitions.sql_of": (lambda a, h: read_definitions.sql_of(a, h, "housing_secure"), EVERYBODY),
    "read_definitions.facts_of_indicator": (
        lambda a, h: read_definitions.facts_of_indicator(a, h, h.catalogue.indicators["housing_secure"]),
        EVERYBODY,
    ),
    "read_definitions.facts_of_question": (
        lambda a, h: read_definitions.facts_of_question(
            a, h, h.catalogue.forms["survivors"], h.catalogue.forms["survivors"].questions[0]
        ),
        EVERYBODY,
    ),
    "read_definitions.wording_summary": (read_definitions.wording_summary, EVERYBODY),
    "read_definitions.core_outcomes": (read_definitions.core_outcomes, EVERYBODY),
    "read_definitions.long_list": (read_definitions.long_list, EVERYBODY),
    "read_definitions.steps_of": (lambda a, h: read_definitions.steps_of(a, h, "housing_secure"), EVERYBODY),
    "read_figures.read_figures": (figures("country"), STAFF),
    "read_figures.view_for": (lambda a, h: read_figures.view_for(a), EVERYBODY),
    "read_log.known": (read_log.known, {ADMINISTRATOR}),
    "read_log.newest": (read_log.newest, {ADMINISTRATOR}),
    "read_log.alerts": (read_log.alerts, {ADMINISTRATOR}),
    "read_log.checked": (read_log.checked, {ADMINISTRATOR}),
    "refused.note": (lambda a, h: refused.note(a, h, Refusal("reason_needed")), EVERYBODY),
    "figure_requests.check_breakdowns": (lambda a, h: None, EVERYBODY),
    "figure_requests.may_see": (lambda a, h: figure_requests.may_see(a, h.catalogue.indicators["respect"]), EVERYBODY),
    "rows_behind.hand_ins": (lambda a, h: rows_behind.hand_ins(a, h, "housing_secure", {}), STAFF),
    "rows_behind.statement_of": (lambda a, h: rows_behind.statement_of(a, h, "housing_secure", {}), STAFF),
    "rows_behind.page_of_rows": (
        lambda a, h: rows_behind.page_of_rows(a, h, "housing_secure", {"country": ("MD",)}),
        STAFF,
    ),
    "rows_behind.why_no_rows": (
        lambda a, h: rows_behind.why_no_rows(a, h, h.catalogue.indicators["housing_secure"], {}),
        EVERYBODY,
    ),
    "retention.proposed": (lambda a, h: retention.proposed(a, h, "MD"), {MANAGER}),
    "counted_figures.counted": (lambda a, h: counted_figures.counted(a, h, WHOLE), {MANAGER}),
    "release_counts.count": (lambda a, h: release_counts.count(a, h, is_pooled=False), {MANAGER}),
    "release_draft.approved": (release_draft.approved, SHARED),
    "release_draft.draft": (release_draft.draft, {MANAGER}),
    "release_draft.standing": (release_draft.standing, {MANAGER}),
    "release_report.of_draft": (lambda a, h: release_report.of_draft(a, h, NOTHING_DRAFTED), {MANAGER}),
    "release_report.of_release": (lambda a, h: release_report.of_release(a, h, 99), SHARED),
    "released_figures.indicators": (released_figures.indicators, SHARED),
    "released_figures.newest": (released_figures.newest, SHARED),
    "released_figures.places": (released_figures.places, SHARED),
    "released_figures.released": (figures("country", view=View.SHARED), SHARED),
    "released_figures.rounds": (released_figures.rounds, SHARED),
    "releases.approve": (lambda a, h: releases.approve(a, h, 99), {MANAGER}),
    "releases.build": (releases.build, {MANAGER}),
    "releases.cells": (lambda a, h: releases.cells(a, h, 99), SHARED),
    "releases.check": (lambda a, h: releases.check(a, h, 99), SHARED),
    "releases.differences": (lambda a, h: releases.differences(a, h, 99), SHARED),
    "releases.listed": (releases.listed, SHARED),
    "releases.must_build": (lambda a, h: releases.must_build(a), {MANAGER}),
    "releases.one": (lambda a, h: releases.one(a, h, 99), SHARED),
    "releases.preview": (releases.preview, {MANAGER}),
    "releases.refuse_unapproved": (releases.refuse_unapproved, {MANAGER}),
    "releases.refuse": (lambda a, h: releases.refuse(a, h, 99), {MANAGER}),
    "same_people.same_people": (lambda a, h: same_people.same_people(a, h, "housing_secure", where={}), STAFF),
    "scope.own_country": (scope.own_country, EVERYBODY),
    "scope.within_scope": (lambda a, h: scope.within_scope(a, h, {}), EVERYBODY),
    "service_directory.service_directory": (lambda a, h: service_directory.service_directory(a, h, "MD"), HANDING_IN),
    "submissions.since": (lambda a, h: submissions.since(a, h, TODAY), HANDING_IN),
    "submissions.history": (submissions.history, HANDING_IN),
    "submissions.undo": (lambda a, h: submissions.undo(a, h, 1, "typed twice"), HANDING_IN),
    "submissions.accept": (lambda a, h: submissions.accept(a, h, 1), {MANAGER}),
    "submissions.send_back": (lambda a, h: submissions.send_back(a, h, 1, "an old file"), {MANAGER}),
    "templates.excel_template": (templates.excel_template, EVERYBODY),
    "this_week.this_week": (this_week.this_week, HANDING_IN),
    "time_to_event.time_to_event": (lambda a, h: time_to_event.time_to_event(a, h, "re_trafficked", {}), STAFF),
    "who_we_hear_from.who_we_hear_from": (lambda a, h: who_we_hear_from.who_we_hear_from(a, h, {}), STAFF),
    "workload.burden": (lambda a, h: workload.burden(a, h, "country", {}), STAFF),
    "workload.workload": (lambda a, h: workload.workload(a, h, "country", {}), STAFF),
    "write_log.saw": (lambda a, h: write_log.saw(a, h, "housing", {}), EVERYBODY),
    "write_log.handed_in": (lambda a, h: write_log.handed_in(a, h, 1, "MD", 1), EVERYBODY),
    "write_log.decided": (lambda a, h: write_log.decided(a, h, "undone", 1, "MD"), EVERYBODY),
    "write_log.told": (lambda a, h: write_log.told(a, h, "nothing_to_report", "MD"), EVERYBODY),
    "write_log.erased": (lambda a, h: write_log.erased(a, h, "MD", "asked in writing"), EVERYBODY),
    "write_log.exported": (lambda a, h: write_log.exported(a, h, "asked", what="rows", purpose="report"), EVERYBODY),
    "write_log.released": (lambda a, h: write_log.released(a, h, "build", "1"), EVERYBODY),
    "xlsforms.xlsform": (lambda a, h: xlsforms.xlsform(a, h, "providers"), EVERYBODY),
}
"""Module and function -> a call of it, and the roles that are not refused."""

WITHOUT_RECORDS = {
    "annotate": {"annotate_offline"},
    "clean": {"as_list", "cleaned_offline", "read_list"},
    "check_definitions": {"check", "counted"},
    "codebook": {"counting_sql", "written"},
    "example_rows": {"rounds_named", "rows_of"},
    "explain": {"as_document", "as_text", "explain", "step_by_step"},
    "brief_basis": {"basis", "day"},
    "place_names": {"code_name", "country_name", "text", "year_name"},
    "release_news": {"withheld"},
    "targets": {"state"},
    "brief_figures": {
        *("at_round", "direction", "mark", "number", "percent", "sentence", "share"),
    },
    "export_contents": {"citation", "how_said", "made_coarser"},
    "figure_bounds": {"bounds_of", "if_badly_and_well"},
    "figure_numbers": {"figures_of"},
    "figure_requests": {"known_indicators"},
    "receipts": {"short"},
    "counted_figures": {"place_of"},
    "release_blocks": {"blocks"},
    "release_years": {"as_in_the_same_year", "may_be_subtracted"},
    "release_counts": {"closed_quarter", "indicators_of"},
    "release_report": {"said_of"},
    "released_figures": {"figure_of"},
    "typed_sentences": {"said"},
    "warnings": {"answered", "cause_of", "left_open", "row_of"},
    "people": {"check_scope"},
    "templates": {"plain_template"},
    "try_profile": {"problems_beside", "trial_of", "try_file"},
    "versions": {"check_changes", "compare_with_record", "record"},
    "workbook_check": {"check_offline"},
    "worked_examples": {"run_examples"},
    "xlsforms": {"plain_xlsform"},
}
"""Functions that get no house: they work on declarations or on a file in hand, and reach no record and no person."""

GUESSES: dict[str, Call] = {
    "two states side by side": lambda a, h: compare_hand_ins.counts(a, h, beside("NG")),
    "a workbook beside what counts": lambda a, h: compare_hand_ins.of_workbook(a, h, of_country("NG")),
    "changed rows": lambda a, h: compare_hand_ins.changed_rows(a, h, beside("NG"), "survivors"),
    "missing rows": lambda a, h: compare_hand_ins.missing_keys(a, h, beside("NG"), "survivors"),
    "a hand-in beside one's own": lambda a, h: compare_hand_ins.of_hand_ins(a, h, 1, 2),
    "a word of nothing to report": lambda a, h: expected.nothing_to_report(a, h, "NG", "2026-Q1"),
    "a workbook's warnings": lambda a, h: warnings.warnings(a, h, of_country("NG")),
    "answers to warnings": lambda a, h: warnings.answers(a, h, 2),
    "what is open in a hand-in": lambda a, h: warnings.open_ones(a, h, 2),
    "a word on another's warnings": lambda a, h: warnings.explain(a, h, 2, LATE, "the road was closed"),
    "a receipt": lambda a, h: receipts.receipt(a, h, 2),
    "rows of a hand-in that count": lambda a, h: submissions.rows_still_counted(a, h, 2),
    "a workbook": lambda a, h: workbook_check.check(a, h, b"x", "file.xlsx", country="NG"),
    "a cleaned copy": lambda a, h: clean.cleaned_pack(a, h, b"x", country="NG"),
    "a hand-in": lambda a, h: hand_in.hand_in(a, h, of_country("NG")),
    "a marked workbook": lambda a, h: annotate.annotated_workbook(a, h, of_country("NG"), b"x"),
    "a preview": lambda a, h: hand_in.preview(a, h, of_country("NG")),
    "what its office said of headings": lambda a, h: headings.remembered(a, h, "NG"),
    "a word on its headings": lambda a, h: headings.remember(a, h, "NG", {("providers", "beds"): "capacity"}),
    "a word taken back": lambda a, h: headings.forget(a, h, "NG", "providers", "beds"),
    "a hand-in's number, to undo": lambda a, h: submissions.undo(a, h, 2, "typed twice"),
    "a hand-in's number, to accept": lambda a, h: submissions.accept(a, h, 2),
    "a hand-in's number, to send back": lambda a, h: submissions.send_back(a, h, 2, "an old file"),
    "a person's end": lambda a, h: erase.erase(a, h, "NG", "NG-1", "asked in writing"),
    "cases closed for long": lambda a, h: retention.proposed(a, h, "NG"),
    "a summary of it": lambda a, h: briefs.brief(a, h, "summary", "NG", "en"),
    "its results framework": lambda a, h: results_framework.framework(a, h, "NG", "en"),
    "what its survivors are told": lambda a, h: told_back.tell(a, h, "NG", "en", ("The door is open.",)),
    "exports of it that wait": lambda a, h: export_requests.drop_waiting(a, h, "NG"),
    "an export of it": lambda a, h: export_requests.ask(a, h, export_requests.Wanted("a table", {"country": ("NG",)})),
    "how its people can be hidden": lambda a, h: export_hiding.hiding(a, h, {"country": ("NG",)}),
    "how far its people came": lambda a, h: export_facts.flow(a, h, {"country": ("NG",)}),
    "figures": figures("provider", country="NG"),
    "figures beside one's own": lambda a, h: read_figures.read_figures(
        a, h, FigureRequest(("housing_secure",), ("country",), {"country": ("MD", "NG")})
    ),
    "shared figures": figures("country", view=View.SHARED, country="NG"),
    "providers": lambda a, h: places.providers(a, h, "NG"),
    "a template with its providers": lambda a, h: templates.excel_template(a, h, country="NG"),
    "a list of cases": lambda a, h: due_list.due_list(a, h, "NG"),
    "why a case is listed": lambda a, h: due_list.why(a, h, "NG", "NG-0001"),
    "its service directory": lambda a, h: service_directory.service_directory(a, h, "NG"),
    "what people around see": lambda a, h: community.community(a, h, "NG"),
    "who told of harm": lambda a, h: disclosures.disclosures(a, h, "NG"),
    "time to an event": lambda a, h: time_to_event.time_to_event(a, h, "re_trafficked", {"country": ("NG",)}),
    "the first improvement": lambda a, h: first_improvement.first_improvement(
        a, h, "wellbeing_who5", {"country": ("NG",)}
    ),
    "the same people": lambda a, h: same_people.same_people(a, h, "housing_secure", where={"country": ("NG",)}),
    "own words beside our score": lambda a, h: own_judgement.own_judgement(
        a, h, "wellbeing_score", "12", {"country": ("NG",)}
    ),
    "the workload": lambda a, h: workload.workload(a, h, "provider", {"country": ("NG",)}),
    "rows behind a number": lambda a, h: rows_behind.page_of_rows(a, h, "housing_secure", {"country": ("NG",)}),
    "hand-ins behind a number": lambda a, h: rows_behind.hand_ins(a, h, "housing_secure", {"country": ("NG",)}),
    "the statement of its number": lambda a, h: rows_behind.statement_of(a, h, "housing_secure", {"country": ("NG",)}),
    "the burden": lambda a, h: workload.burden(a, h, "provider", {"country": ("NG",)}),
    "who is missing": lambda a, h: heard_and_unheard.heard_and_unheard(
        a, h, "housing_secure", 12, {"country": ("NG",)}
    ),
    "who is heard from": lambda a, h: who_we_hear_from.who_we_hear_from(a, h, {"country": ("NG",)}),
}
"""What somebody who has Moldova alone may guess of Nigeria, whose workbook was the second to be handed in."""


def reason(call: Call, actor: Actor, house: House) -> str | None:
    """Why the person was refused it; None where they were not, whatever else was wrong with the call."""
    try:
        call(actor, house)
    except NotAllowed as refusal:
        return refusal.reason
    except Refusal:
        return None
    return None
