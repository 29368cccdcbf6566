"""Times things in turn, and puts the outcome into one table. Asserts nothing: speed is printed, and looked at."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Result:
    """One comparison. `bound` is the most that the ratio should be, or the least where `at_least` says so."""

    name: str
    ours: str
    other: str
    ratio: float
    bound: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound


@dataclass(frozen=True)
class Times:
    """Seconds of each method's runs, in the order in which they ran."""

    seconds: Mapping[str, Sequence[float]]

    def median(self, name: str) -> float:
        return median(self.seconds[name])

    def ratio(self, name: str, to: str) -> float:
        """The median of the ratios turn by turn: whoever else uses the machine in a turn slows both down.

        Where one ran more often, the ratio of the medians.
        """
        these, those = self.seconds[name], self.seconds[to]
        if len(these) != len(those):
            return median(these) / median(those)
        return median(this / that for this, that in zip(these, those, strict=True))


def in_turn(methods: Mapping[str, Callable[[], object]], rounds: Mapping[str, int]) -> Times:
    """Times each method as often as said, in turn, after what earlier calls left behind is collected."""
    return timed_in_turn({name: partial(seconds_of, method) for name, method in methods.items()}, rounds)


def timed_in_turn(methods: Mapping[str, Callable[[], float]], rounds: Mapping[str, int]) -> Times:
    """The same for methods that say themselves how many seconds they took."""
    seconds: dict[str, list[float]] = {name: [] for name in methods}
    for turn in range(max(rounds.values())):
        for name, method in methods.items():
            if turn < rounds[name]:
                seconds[name].append(method())
    for name, each in seconds.items():
        print(f"    {name:10} {' '.join(f'{one:7.2f}' for one in each)} s", flush=True)
    return Times(seconds)


def seconds_of(method: Callable[[], object]) -> float:
    """How long one call takes."""
    gc.collect()
    start = time.perf_counter()
    method()
    return time.perf_counter() - start


@dataclass(frozen=True)
class ProcessorTime:
    """What the machine's processors have done since it started, in the kernel's ticks."""

    total: int
    taken: int
    """Given to other machines on the same host while ours had work to do."""

    def since(self, before: "ProcessorTime") -> str:
        """In words, how undisturbed a run was."""
        share = (self.taken - before.taken) / max(self.total - before.total, 1)
        return f"The host gave {share:.0%} of our processors' time to others meanwhile; above 5 % run it again."


def processor_time() -> ProcessorTime:
    """As Linux counts it; all zeros elsewhere. Fields: proc(5), /proc/stat."""
    stat = Path("/proc/stat")
    ticks = [int(each) for each in stat.read_text().splitlines()[0].split()[1:9]] if stat.exists() else [0] * 8
    return ProcessorTime(total=sum(ticks), taken=ticks[7])


def table(results: Sequence[Result]) -> str:
    """The results as one table of text."""
    rows = [("what", "ours", "other", "ratio", "bound", "")]
    for each in results:
        bound = f"{'>=' if each.at_least else '<='} {each.bound:g}"
        verdict = "ok" if each.is_met else "over"
        rows.append((each.name, each.ours, each.other, f"{each.ratio:.2f}", bound, verdict))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
