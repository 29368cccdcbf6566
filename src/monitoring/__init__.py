"""Life after return: how survivors of human trafficking are doing after they went home."""

__version__ = "2026.11.0"
