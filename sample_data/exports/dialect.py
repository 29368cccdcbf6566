"""The switches: each is one way in which files with the same answers differ. Writes nothing."""

from dataclasses import dataclass

from monitoring.domain.form import Form

PROGRAMS = ("kobo", "odk", "none")


@dataclass(frozen=True)
class Dialect:
    """One combination of all switches. What it says is the same in every one."""

    program: str = "kobo"  # whose own columns stand beside ours: PROGRAMS
    headings: str = "names"  # or labels
    answers: str = "names"  # or labels
    language: str = "en"
    groups: str = "none"  # names, labels, own (a group of the office's), or none
    separator: str = "/"
    several: str = "together"  # ticked, both
    joined: str = " "  # between answers that stand together
    ticks: tuple[str, str] = ("1", "0")
    typed: bool = False  # numbers and dates as such, else as text
    versions: bool = False  # every third question stands in two columns, of which each row fills one
    repeats: bool = False  # rows of a person stand on sheets joined to the person's
    sent_again: int = 0  # so many rows of each sheet were sent before, with other answers
    titles: int = 0  # rows above the headings
    left: int = 0  # empty columns before the first
    second_headings: bool = False  # labels beneath names, or names beneath labels
    tags: bool = False  # a row of HXL tags beneath the headings
    backwards: bool = False  # the order of the columns
    titled: str = "names"  # what sheets are called: names, labels, or like nothing we know

    def sheet_name(self, form: Form) -> str:
        match self.titled:
            case "names":
                return form.name
            case "labels":
                return form.label[self.language][:31]
        return f"Export {form.order} of our project"


DIALECTS = {
    "template": Dialect(program="none", typed=True, second_headings=True),
    "plain": Dialect(program="none", backwards=True, titled="other"),
    "plain_with_titles": Dialect(program="none", headings="labels", answers="labels", titles=3, left=2, typed=True),
    "tagged": Dialect(program="none", tags=True, titles=1),
    "xml_names_groups": Dialect(groups="names", several="both", titled="labels"),
    "labels": Dialect(
        headings="labels", answers="labels", groups="labels", several="both", typed=True, titled="labels"
    ),
    "labels_fr": Dialect(headings="labels", answers="labels", language="fr", several="ticked", titled="other"),
    "split": Dialect(groups="names", separator=":", several="ticked", ticks=("True", "False")),
    "own_groups": Dialect(groups="own", separator=" > ", headings="labels", answers="labels", joined=", "),
    "versions": Dialect(groups="own", versions=True, several="both", typed=True),
    "sent_again": Dialect(groups="names", sent_again=2),
    "repeats": Dialect(groups="names", repeats=True, titled="other", sent_again=1),
    "odk": Dialect(program="odk", groups="names", separator="-", several="both", titled="labels"),
    "odk_repeats": Dialect(program="odk", repeats=True, groups="names", separator="-", titled="other"),
}
"""Those of which there is a file. Kobo's plain export under XML names is written by kobo.py, for every country."""
