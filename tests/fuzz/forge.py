"""A process that has all imported and forks a child for each workbook: the true limits, without the slow start.

Reads workbooks on standard input, each behind its length; writes what became of its child, then the child's answer.
Run by `readers.py`; standard library and the reading room only, and not one thread, since it forks.
"""

import json
import os
import select
import signal
import struct
import sys
import time
from io import BytesIO

import monitoring.intake.slice_reader
from monitoring.intake import limits, reading_room

assert monitoring.intake.slice_reader


def main() -> None:
    while header := sys.stdin.buffer.read(4):
        content = sys.stdin.buffer.read(struct.unpack(">I", header)[0])
        fate, answer = read_in_a_child(content)
        line = json.dumps({**fate, "bytes": len(answer)}).encode()
        sys.stdout.buffer.write(line + b"\n" + answer)
        sys.stdout.buffer.flush()


def read_in_a_child(content: bytes) -> tuple[dict[str, object], bytes]:
    listening, speaking = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(listening)
        os._exit(_as_the_child(content, speaking))
    os.close(speaking)
    answer, late = _listen(listening, started + limits.PATIENCE_SECONDS)
    os.close(listening)
    if late:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    fate = {"status": os.waitstatus_to_exitcode(status), "late": late, "kilobytes": used.ru_maxrss}
    return {**fate, "seconds": time.monotonic() - started}, answer


def _as_the_child(content: bytes, speaking: int) -> int:
    try:
        limits.lower_own_limits()
        with os.fdopen(speaking, "wb") as out:
            reading_room.answer(BytesIO(content), out)
    except BaseException:  # whatever ends the real child ends this one, with a status that is not 0
        return 1
    return 0


def _listen(listening: int, until: float) -> tuple[bytes, bool]:
    answer = b""
    while (left := until - time.monotonic()) > 0:
        if select.select([listening], [], [], left)[0]:
            block = os.read(listening, 2**20)
            if not block:
                return answer, False
            answer += block
    return answer, True


if __name__ == "__main__":
    main()
