"""Whether what a profile names exists in our forms, and whether its columns contradict each other. Reads no answers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import inf

from monitoring.declarations.profiles import of_office
from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.age import are_bands
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Missing, Question, QuestionType
from monitoring.domain.profile import Item, Profile, ProfileColumn, Transformation, Weights

BLANK = "blank"
"""How a profile says that a spelling means nothing was written: no answer, and no reason for it."""

_REASONS = (BLANK, *(each for each in Missing if each is not Missing.UNREADABLE))
_WITH_ANSWERS = (Transformation.MAP_ANSWERS, Transformation.SPLIT_SEVERAL, Transformation.COMBINE)


def check_profiles(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds what is wrong with any profile: each mistake has a code of its own, with file, key and nearest spelling."""
    for profile in catalogue.profiles.values():
        file = f"profiles/{profile.name}.toml"
        for reason in profile.missing:
            if reason not in _REASONS:
                problems.found("unknown_reason", file, f"missing.{reason}", known=_REASONS, word=reason)
        _check_headings(profile, file, problems)
        if form := _form(profile, catalogue, file, problems):
            _check_columns(profile, form, file, problems)
        check_items(profile, file, problems)


def check_items(profile: Profile, file: str, problems: ProblemList) -> None:
    """Adds what is wrong with the items and their domains."""
    domains = profile.scoring.domains if profile.scoring else {}
    for id_, times in Counter(item.id for item in profile.items).items():
        if times > 1:
            problems.found("duplicate_name", file, f"item.{id_}", word=id_)
    for item in profile.items:
        key = f"item.{item.id}"
        if item.domain not in domains:
            problems.found("unknown_score_domain", file, f"{key}.domain", known=domains, word=item.domain)
        if item.ticked and not item.names:
            problems.found("ticked_without_heading", file, f"{key}.names")
        if not _can_be_read(item):
            problems.found("bad_scale", file, key)
    for score in profile.scores:
        if score.minimum >= score.maximum:
            problems.found("bad_scale", file, f"score.{score.name}")


def check_weights(profile: Profile, weights: Weights, problems: ProblemList) -> None:
    """Adds an item that the weights name and nobody declared, and an item in use that they leave out."""
    file = of_office(f"{profile.name}_weights")
    known = [item.id for item in profile.items]
    for id_, weight in weights.weights.items():
        if id_ not in known:
            problems.found("unknown_item", file, f"weights.{id_}", known=known, word=id_)
        elif not (0 < weight < inf):
            problems.found("bad_weight", file, f"weights.{id_}")
    for item in profile.items_in_use:
        if item.id not in weights.weights:
            problems.found("item_without_weight", file, "weights", word=item.id)


def _form(profile: Profile, catalogue: Catalogue, file: str, problems: ProblemList) -> Form | None:
    if profile.form is None:
        if profile.columns or profile.constants:
            problems.found("missing_key", file, "form")
        return None
    if profile.form not in catalogue.forms:
        problems.found("unknown_form", file, "form", known=catalogue.forms, word=profile.form)
    return catalogue.forms.get(profile.form)


def _check_headings(profile: Profile, file: str, problems: ProblemList) -> None:
    """One heading in two places would belong to whichever comes first."""
    owners = Counter(heading for _, names in profile.headings() for heading in dict.fromkeys(_same(names)))
    for heading, times in owners.items():
        if times > 1:
            problems.found("heading_twice", file, word=heading)


def _same(names: Iterable[str]) -> Iterator[str]:
    return (" ".join(name.replace("_", " ").split()).casefold() for name in names)


def _check_columns(profile: Profile, form: Form, file: str, problems: ProblemList) -> None:
    questions = Counter(column.question for column in profile.columns)
    for at, column in enumerate(profile.columns, 1):
        key = f"column[{at}]"
        question = form.question(column.question)
        if question is None:
            _unknown_question(column.question, form, file, f"{key}.question", problems)
            continue
        if questions[column.question] > 1 and column.transform is not Transformation.COMBINE:
            problems.found("question_mapped_twice", file, f"{key}.question", word=column.question)
        _check_column(column, question, form, (file, key), problems)
    for at, constant in enumerate(profile.constants, 1):
        question = form.question(constant.question)
        key = f"constant[{at}]"
        if question is None:
            _unknown_question(constant.question, form, file, f"{key}.question", problems)
        elif constant.question in questions:
            problems.found("question_mapped_twice", file, f"{key}.question", word=constant.question)
        elif question.choices:
            _check_code(constant.answer, question, file, f"{key}.answer", problems)


def _check_column(
    column: ProfileColumn, question: Question, form: Form, place: tuple[str, str], problems: ProblemList
) -> None:
    file, key = place
    for theirs, ours in column.answers.items():
        for code in ours.split():
            _check_code(code, question, file, f"{key}.answers.{theirs}", problems)
    if not _fits(column, question):
        problems.found("transformation_does_not_fit", file, f"{key}.transform", word=str(column.transform))
    if column.on is not None and form.question(column.on) is None:
        _unknown_question(column.on, form, file, f"{key}.on", problems)


def _unknown_question(name: str, form: Form, file: str, key: str, problems: ProblemList) -> None:
    problems.found("maps_to_unknown_question", file, key, known=form.names, word=name, form=form.name)


def _check_code(code: str, question: Question, file: str, key: str, problems: ProblemList) -> None:
    codes = question.choices.codes if question.choices else ("yes", "no")
    if code not in codes:
        problems.found("maps_to_unknown_answer", file, key, known=codes, word=code, question=question.name)


def _fits(column: ProfileColumn, question: Question) -> bool:
    """Whether the transformation has what it needs, and gives what the question takes."""
    if (column.transform in _WITH_ANSWERS) != bool(column.answers):
        return False
    match column.transform:
        case Transformation.MAP_ANSWERS:
            return question.choices is not None or question.type is QuestionType.YES_NO
        case Transformation.SPLIT_SEVERAL | Transformation.COMBINE:
            return question.type.takes_many
        case Transformation.PARSE_DATE:
            return question.type is QuestionType.DATE
        case Transformation.AGE_TO_BAND | Transformation.BIRTH_TO_BAND:
            bands = question.choices is not None and are_bands(question.choices.codes)
            return bands and (column.on is not None) == (column.transform is Transformation.BIRTH_TO_BAND)
        case _:
            return True


def _can_be_read(item: Item) -> bool:
    """Two steps or more, or a range that is one; never both. The scoring's range holds where neither is said."""
    if item.steps:
        return len(item.steps) > 1 and item.minimum is None and item.maximum is None
    if item.minimum is None or item.maximum is None:
        return item.minimum is item.maximum
    return item.minimum < item.maximum
