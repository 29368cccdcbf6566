"""A worked example's rows, written as a Markdown table, become mappings of column to text."""

from collections.abc import Mapping


def rows_of(table: str) -> tuple[Mapping[str, str], ...]:
    """One mapping a row; a blank cell is left out of its mapping, for a blank is no answer.

    Raises ValueError, naming the line, where a row has more or fewer cells than the heading.
    """
    lines = [_cells(line) for line in table.strip().splitlines() if line.strip() and not _is_rule(line)]
    if not lines:
        raise ValueError("the table has no heading")
    heading, *rest = lines
    for number, cells in enumerate(rest, 1):
        if len(cells) != len(heading):
            raise ValueError(f"row {number} has {len(cells)} cells, its heading {len(heading)}")
    return tuple({name: cell for name, cell in zip(heading, cells, strict=True) if cell} for cells in rest)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _is_rule(line: str) -> bool:
    return set(line.strip()) <= set("|-: ")
