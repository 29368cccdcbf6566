"""What other programs add to a workbook and we leave out without a word. Knows no form."""

from monitoring.derive.template_names import HELPER_SHEETS

_SYSTEM_COLUMNS = {
    "start", "end", "today", "username", "deviceid", "device_id", "phonenumber", "phone_number", "simserial",
    "subscriberid", "audit", "instanceid", "instancename", "submissiondate", "submitterid", "submittername",
    "formversion", "key",
}  # fmt: skip
_SYSTEM_BEGINNINGS = ("_", "meta/", "formhub/", "meta-", "meta:")


def is_system_column(heading: str) -> bool:
    """Whether Kobo or ODK adds the column by itself: `_id`, `_uuid`, `__version__`, `start`, `meta/instanceID` ..."""
    name = heading.strip().casefold()
    return name in _SYSTEM_COLUMNS or name.startswith(_SYSTEM_BEGINNINGS)


def is_helper_sheet(name: str) -> bool:
    """Whether the sheet is the guide or the lists of our own template."""
    return name.strip().casefold() in HELPER_SHEETS
