"""The floor: what any reading in a limited child costs. A plain string read, handed over, and nothing else."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pyarrow as pa

_CHILD = Path(__file__).with_name("floor_child.py")
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "4", "ARROW_DEFAULT_MEMORY_POOL": "system"}  # as intake gives its own child


def read_plainly(content: bytes, sheets: int) -> list[pa.Table]:
    """The workbook's sheets as text, as they come. Raises CalledProcessError where the child died."""
    child = subprocess.run([sys.executable, "-I", _CHILD], input=content, stdout=-1, env=_ENVIRONMENT, check=True)
    source = BytesIO(child.stdout)
    return [pa.ipc.open_stream(source).read_all() for _ in range(sheets)]
