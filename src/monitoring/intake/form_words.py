"""What our own XLSForm says beside a form's questions: its groups and what it asks for itself. Holds no question."""

from monitoring.derive.xlsform_names import HELPER
from monitoring.domain.catalogue import Catalogue, MissingWords
from monitoring.domain.form import Form
from monitoring.intake.vocabulary import FormWords, heading_key

_KNOWN: dict[tuple[str, str], FormWords] = {}
"""By declarations and form: made once, for it takes some 30 ms. It depends on nobody and holds no answer."""


def form_words(catalogue: Catalogue, form: Form) -> FormWords:
    """Names and labels, as keys of headings. Asked only for sheets that do not speak in our questions' words alone."""
    place = (catalogue.fingerprint, form.name)
    if place not in _KNOWN:
        _KNOWN[place] = _made(catalogue, form)
    return _KNOWN[place]


def _made(catalogue: Catalogue, form: Form) -> FormWords:
    from monitoring.derive.xlsform import Wishes, survey_of  # brings a parser of SQL, of use to few workbooks

    rows = survey_of(catalogue, form, Wishes()).rows
    labels = {heading_key(label) for question in form.questions for label in question.label.values()}
    groups = [row for row in rows if row.type == "begin_group"]
    asked = [row for row in rows if row.type != "begin_group" and row.name.startswith(HELPER)]
    own = {heading_key(label) for row in asked for label in row.label.values()}
    called = {heading_key(text) for row in groups for text in (row.name, *row.label.values())}
    return FormWords(frozenset(called), frozenset(own - labels), reasons(catalogue.missing))


def reasons(missing: MissingWords) -> dict[str, str]:
    """How a column of an export may be headed that ticks a reason in the place of answers."""
    labels = {label: code for code, labels in missing.labels.items() for label in labels.values()}
    return {heading_key(text): code for text, code in (*missing.spellings.items(), *labels.items())}
