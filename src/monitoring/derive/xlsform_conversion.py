"""Tries an XLSForm with the field's own tool, pyxform: what it makes of it, and what it warns of. Changes nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Converted:
    """What becomes of an XLSForm: the XForm that a telephone reads, and the tool's warnings."""

    xform: str
    warnings: tuple[str, ...]


def converted(xlsform: bytes, *, validate: bool = False) -> Converted:
    """`validate` has ODK Validate look at the XForm as well, which needs Java. Raises what pyxform raises."""
    from pyxform.xls2xform import convert  # slow to import, and few ask for a form

    result = convert(xlsform, file_type=".xlsx", validate=validate)
    return Converted(str(result.xform), tuple(result.warnings))
