"""Runs the benchmarks, or those that are named, and prints one table. Speed is measured here, never asserted."""

import os
import sys
from importlib import import_module

from benchmarks.measured import Result, processor_time, table

ALL = ("hand_in", "memory", "page", "painted", "imports", "annotate", "gate", "export")


def main() -> None:
    """`python -m benchmarks [NAME ...]`; ends with status 0 whatever the speed."""
    wanted = sys.argv[1:] or ALL
    unknown = [name for name in wanted if name not in ALL]
    if unknown:
        sys.exit(f"No benchmark is called {unknown[0]}. There are: {', '.join(ALL)}.")
    busy = os.getloadavg()[0]
    print(
        f"{os.cpu_count()} cores, load {busy:.1f} before we begin. Where others use the machine too, read the ratios."
    )
    before = processor_time()
    results: list[Result] = []
    for name in wanted:
        print(name, flush=True)
        results += import_module(f"benchmarks.{name}").run()
    print(f"\n{table(results)}\n\n{processor_time().since(before)}")


if __name__ == "__main__":
    main()
