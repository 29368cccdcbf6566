"""What somebody says on the command line of headings that we do not know: `--heading "their words=question"`."""

from collections.abc import Sequence

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.heading_answers import NOTHING_SAID, HeadingAnswers
from monitoring.domain.refusal import Refusal


def said_of_headings(catalogue: Catalogue, given: Sequence[str]) -> HeadingAnswers:
    """For every form that has the question; without one, for every form: the column is left out.

    Raises Refusal for words without a sign of equality, and for a question that no form has.
    """
    if not given:
        return NOTHING_SAID
    from monitoring.intake.vocabulary import heading_key

    said: dict[tuple[str, str], str | None] = {}
    for text in given:
        words, sign, question = text.rpartition("=")
        if not sign or not words.strip():
            raise Refusal("bad_heading")
        forms = [form.name for form in catalogue.forms.values() if not question or form.question(question)]
        if not forms:
            raise Refusal("unknown_question")
        said |= {(form, heading_key(words)): question or None for form in forms}
    return said
