"""The rounds of follow-up: months since return, windows and on-time limits. Holds no dates of people."""

from dataclasses import dataclass

from monitoring.domain.form import Words


@dataclass(frozen=True, slots=True)
class Round:
    """One round. Days are counted from the day of return; both ends belong to the window."""

    months: int
    target_day: int
    first_day: int
    last_day: int
    on_time_days: int
    pooled_with: str  # the group it joins where people are few: "0", "3-6", "12", "18-24", "36"
    label: Words
    extended: bool = False  # extended questions are put in this round

    def holds(self, days_since_return: int) -> bool:
        return self.first_day <= days_since_return <= self.last_day
