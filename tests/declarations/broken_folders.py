"""Sound declarations with one mistake written into them, and what is found then."""

from pathlib import Path
from shutil import copytree

from monitoring.declarations.expressions import check_expressions
from monitoring.declarations.read import read_declarations

SOUND = Path(__file__).parent / "sound"
FORM, RENTS, LIST = "forms/survivors.toml", "housing/rents.toml", "choices/homes.toml"

Found = tuple[str, str | None, str | None, str | None]
"""Code, file, key and suggestion of a problem."""


def problems_in(folder: Path, file: str, old: str, new: str) -> list[Found]:
    """Everything found once the file says `new` instead of `old`."""
    copytree(SOUND, folder, dirs_exist_ok=True)
    if file:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, "the test itself is broken"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return problems_of(folder)


def problems_of(folder: Path) -> list[Found]:
    """Everything found in the folder as it is."""
    catalogue, problems = read_declarations(folder)
    if catalogue is not None:
        problems = check_expressions(catalogue)
    return [(each.code, each.file, each.key, each.suggestion) for each in problems]
