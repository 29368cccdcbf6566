"""Numbers that several declarations share: cut-offs, bands and spans of time, each with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.form import Words


@dataclass(frozen=True, slots=True)
class Limit:
    """One number. Expressions and texts of the declarations name it in braces: `who5 <= {low_wellbeing}`."""

    name: str
    value: float
    label: Words
    source: Words
    ours: bool = False  # our own choice, and an office's to change; not taken over from an instrument

    @property
    def written(self) -> Mapping[str, str]:
        """The number as each language writes it, and as expressions do."""
        plain = f"{self.value:g}"
        return {"plain": plain, "en": plain, "fr": plain.replace(".", ",")}
