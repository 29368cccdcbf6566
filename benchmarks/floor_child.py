"""The floor's child process: our limits, our preflight, one plain read as text, and the tables handed over."""

import sys

from monitoring.intake import limits
from monitoring.intake.anatomy import open_workbook


def main() -> None:
    """A workbook on standard input, one Arrow stream a sheet on standard output."""
    limits.lower_own_limits()
    content = sys.stdin.buffer.read(limits.MAX_FILE_BYTES + 1)
    open_workbook(content)

    from monitoring.intake.slice_reader import fastexcel, pa  # as our own child imports them: without numpy

    book = fastexcel.read_excel(content)
    for name in book.sheet_names:
        batch = book.load_sheet(name, header_row=None, dtypes="string").to_arrow()
        with pa.ipc.new_stream(sys.stdout.buffer, batch.schema) as writer:
            writer.write_batch(batch)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
