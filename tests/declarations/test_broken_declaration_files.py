"""Each folder of broken/ is one file laid over the sound declarations, and gives the problem that it is named after."""

from pathlib import Path
from shutil import copytree

import pytest
from broken_folders import SOUND, problems_of

BROKEN = sorted((Path(__file__).parent / "broken").iterdir())


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_file_gives_the_problem_it_is_named_after(tmp_path: Path, folder: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    copytree(folder, tmp_path, dirs_exist_ok=True)
    (file,) = (path.relative_to(folder).as_posix() for path in folder.rglob("*.toml"))

    found = {(code, where) for code, where, _, _ in problems_of(tmp_path)}

    assert found == {(folder.name.split("--")[0], file)}
