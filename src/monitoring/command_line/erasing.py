"""Commands about a person's end in the records: erase, and whose time is over. Each in a name; no code is logged."""

import argparse

from monitoring.command_line import printing
from monitoring.domain.people import Actor
from monitoring.services import erase as erasing
from monitoring.services import retention as keeping_time
from monitoring.services.house import House
from monitoring.words import say


def erase(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Prints what was removed, what a search finds afterwards, and the backups that hold the person still."""
    done = erasing.erase(actor, house, words.country, words.survivor, words.reason)
    removed = done.removed
    if words.json:
        listed = [
            {"file": each.file, "made_on": each.made_on, "destroy_on": each.destroy_on, "overdue": each.is_overdue}
            for each in done.backups
        ]
        facts: dict[str, object] = {
            "codes": removed.codes,
            "rows": dict(removed.rows),
            "kept_files": removed.kept_files,
        }
        facts |= {"releases_refused": done.releases_refused, "exports_refused": done.exports_refused}
        facts["exports_left"] = [
            {"request": each.id, "asked_by": each.asked_by, "written_on": each.written_on} for each in done.exports_left
        ]
        printing.print_json({**facts, "still_found": removed.still_found, "backups": listed})
        return 0
    print(say("keeping.erased", codes=removed.codes, rows=sum(removed.rows.values()), files=removed.kept_files))
    for table, rows in removed.rows.items():
        print(f"  {table}: {rows}")
    print(say("keeping.searched", n=removed.still_found))
    print(say("keeping.refused", releases=done.releases_refused, exports=done.exports_refused))
    for left in done.exports_left:
        print(say("keeping.export_left", id=left.id, who=left.asked_by, day=left.written_on))
    for each in done.backups:
        key = "backup_overdue" if each.is_overdue else "backup_later"
        print(say(f"keeping.{key}", file=each.file, made=each.made_on, day=each.destroy_on))
    return 0


def retention(house: House, actor: Actor, words: argparse.Namespace) -> int:
    found = keeping_time.proposed(actor, house, words.country)
    months = house.settings.keep_closed_months
    if words.json:
        listed = [{"survivor_id": each.survivor_id, "closed_on": each.closed_on} for each in found]
        printing.print_json({"months": months, "proposed": listed})
        return 0
    print(say("keeping.retention", n=len(found), months=months))
    for each in found:
        print(f"  {each.survivor_id}  {each.closed_on}")
    return 0
