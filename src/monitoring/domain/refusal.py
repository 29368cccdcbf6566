"""A refusal is an answer, not a bug: one sentence, what is wrong and what to do. Never holds data of people."""


class Refusal(Exception):
    """Refused. `reason` is a key of `words/<language>/refusals.toml`, `facts` fill its sentence."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
