"""The colours of charts, light and dark, as tested for contrast and colour blindness in the design guide."""

from dataclasses import dataclass

import streamlit as st

FONT = "'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Source Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """One hue a chart is the rule; the second is for people not reached, the grey for everybody else."""

    ink: str
    paper: str
    muted: str
    series: str
    second: str
    context: str
    hatch: str
    wash: str
    grid: str
    axis: str


LIGHT = Palette(
    ink="#10181C",
    paper="#FFFFFF",
    muted="#56616A",
    series="#0072B2",
    second="#D55E00",
    context="#868F94",
    hatch="#6F797F",
    wash="#F1EEE7",
    grid="#E6E2D9",
    axis="#B9B4A8",
)
DARK = Palette(
    ink="#E8E6E1",
    paper="#14191C",
    muted="#B3BBC0",
    series="#5AB4E8",
    second="#F08A3C",
    context="#6C777E",
    hatch="#8A9399",
    wash="#262E33",
    grid="#2C353B",
    axis="#55616A",
)


def is_dark() -> bool:
    """Whether the reader's screen is dark. Their system's switch does not rerun the page; the next click does."""
    return st.context.theme.type == "dark"


def current() -> Palette:
    return DARK if is_dark() else LIGHT


def faint(colour: str, strength: float) -> str:
    """The colour at 14 % for bands, 38 % for interval bars."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"
