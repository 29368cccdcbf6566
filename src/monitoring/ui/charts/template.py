"""What every chart has in common: axes, type, margins, and no toolbar. Holds no data."""

from typing import Any

from monitoring.ui import numbers
from monitoring.ui.palette import FONT, Palette

Drawing = dict[str, Any]
"""A plotly figure: {"data": [...], "layout": {...}}."""

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False, "responsive": True}


def axis(palette: Palette, **more: Any) -> Drawing:
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": palette.axis,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": palette.axis,
        "tickangle": 0,
        "tickfont": {"size": 13, "color": palette.muted},
        "fixedrange": True,
        "automargin": True,
        **more,
    }


def values_axis(palette: Palette, **more: Any) -> Drawing:
    """The axis of values: light grid lines, no line of its own."""
    bare: Drawing = {"showgrid": True, "gridcolor": palette.grid, "showline": False, "ticks": "", **more}
    return axis(palette, **bare)


def layout(palette: Palette, **more: Any) -> Drawing:
    return {
        "font": {"family": FONT, "size": 13, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 4, "r": 12, "t": 14, "b": 4},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0,
        "separators": f"{numbers.decimal_mark()}{numbers.THIN}",  # as in the text beside it
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.axis,
            "font": {"size": 13, "color": palette.ink},
            "align": "left",
        },
        **more,
    }


def label(text: str, *, x: float, y: float, **more: Any) -> Drawing:
    """Words at a place of the chart, without an arrow."""
    return {"text": text, "x": x, "y": y, "showarrow": False, **more}
