"""What staff tell survivors about what changed: of each country, language and place the newest sentence counts."""

from collections.abc import Sequence
from datetime import datetime

from monitoring.store.connection import Database

_NEWEST = (
    "select sentence from ("
    "select told_back.*, row_number() over (partition by place order by told_at desc, sentence) as newest "
    "from told_back "
    "where country is not distinct from $country and language = $language"
    ") as told where newest = 1 and sentence <> '' order by place"
)


class ToldBack:
    """The sentences of one data folder. Rows are added and never changed; an empty one takes its place's back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, country: str | None, language: str, sentences: Sequence[str], *, by: str, at: datetime) -> None:
        with self._database.transaction() as cursor:
            for place, sentence in enumerate(sentences):
                row = [country, language, place, sentence, by, at]
                cursor.execute("insert into told_back values (?, ?, ?, ?, ?, ?)", row)

    def listed(self, country: str | None, language: str) -> tuple[str, ...]:
        with self._database.cursor() as cursor:
            found = cursor.execute(_NEWEST, {"country": country, "language": language}).fetchall()
        return tuple(str(sentence) for (sentence,) in found)
