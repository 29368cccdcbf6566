"""How a talk with a survivor is set up: what must hold before questions are put, and where it is noted. No answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Interview:
    """Declared once in a form's `[interview]`; the checks and the form on the telephone both follow it.

    Expressions are over the row. A setting that is not known allows nothing: each must be true, not merely not false.
    """

    held_if: str  # answers of the person may stand only then
    setting: tuple[str, ...] = ()  # questions about how the talk is held, answered before it begins
    ending: tuple[str, ...] = ()  # questions about how it went, answered when it is over
    sensitive_if: str | None = None  # sensitive questions are put only then, and to adults alone
    disclosed_if: str | None = None  # the person told of harm: act first, then go on
    stopped: str | None = None  # the yes/no question that says whether the talk ended early
    outcome: str | None = None  # the question that says what came of the contact
    outcomes: Mapping[str, str] = field(default_factory=dict)
    """Answers of `outcome`: of a talk that was `whole`, one `partly` held, and one `declined` today."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every question of the form that is named here, outside expressions."""
        return tuple(filter(None, (*self.setting, *self.ending, self.stopped, self.outcome)))

    @property
    def expressions(self) -> Mapping[str, str]:
        """Key in the declaration -> expression."""
        all_of_them = {"held_if": self.held_if, "sensitive_if": self.sensitive_if, "disclosed_if": self.disclosed_if}
        return {key: text for key, text in all_of_them.items() if text is not None}
