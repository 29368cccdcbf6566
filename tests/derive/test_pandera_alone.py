"""A check does not wait for what pandera brings along for frames that we do not have, and hides it from nobody else."""

import subprocess
import sys

_IMPORT = (
    "import sys, polars; from monitoring.derive.pandera_alone import polars as pa; "
    "schema = pa.DataFrameSchema({'a': pa.Column(str, pa.Check.isin(['x']))}); "
    "schema.validate(polars.DataFrame({'a': ['x']})); "
)


def test_checks_start_without_pandas() -> None:
    assert _printed(_IMPORT + "print('pandas' in sys.modules, 'hypothesis' in sys.modules)") == "False False"


def test_whoever_needs_pandas_afterwards_gets_it() -> None:
    assert _printed(_IMPORT + "import pandas; print(pandas.DataFrame({'a': [1]}).shape)") == "(1, 1)"


def test_a_page_that_imports_pandas_at_the_same_moment_gets_it() -> None:
    beside = (
        "from concurrent.futures import ThreadPoolExecutor; from monitoring.derive import pandera_alone as alone; "
        "hidden = alone.hidden(); hidden.__enter__(); "
        "aside = ThreadPoolExecutor(1).submit(lambda: __import__('pandas').__name__); print(aside.result())"
    )
    assert _printed(beside) == "pandas"


def _printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
