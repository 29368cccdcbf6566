"""The theme as Streamlit settings: type, spaces and colours, light and dark. The reader's system chooses which."""

from collections.abc import Mapping

from monitoring.ui.palette import FONT

SHARED = {
    "font": FONT,
    "headingFont": "Georgia, 'Source Serif', serif",
    "baseFontSize": 16,
    "headingFontSizes": ["2rem", "1.375rem", "1.125rem", "1rem", "0.9375rem", "0.875rem"],
    "headingFontWeights": [600, 600, 600, 600, 600, 600],
    "metricValueFontSize": "1.75rem",
    "metricValueFontWeight": 600,
    "baseRadius": "0.375rem",
    "buttonRadius": "0.375rem",
    "paddingTop": "1.5rem",
    "paddingBottom": "4rem",
    "showWidgetBorder": True,
    "showSidebarBorder": False,
    "linkUnderline": True,
}
LIGHT = {
    "primaryColor": "#0B5A6B",
    "backgroundColor": "#FFFFFF",
    "secondaryBackgroundColor": "#F6F4EF",
    "textColor": "#10181C",
    "linkColor": "#0B5A6B",
    "borderColor": "#8E8A80",
    "dataframeBorderColor": "#E6E2D9",
    "dataframeHeaderBackgroundColor": "#F6F4EF",
    "dataframeHeaderTextColor": "#4A555B",
    "chartCategoricalColors": ["#0072B2", "#D55E00", "#009E73", "#B0578D"],
    "grayColor": "#6B7479",
    "grayTextColor": "#56616A",
    "grayBackgroundColor": "#F1EEE7",
    "greenTextColor": "#0B5A47",
    "greenBackgroundColor": "#E8F3EE",
    "blueTextColor": "#0B4F7A",
    "blueBackgroundColor": "#EAF2F8",
    "orangeTextColor": "#8A3B05",
    "orangeBackgroundColor": "#FCF1E6",
    "yellowTextColor": "#6B4E00",
    "yellowBackgroundColor": "#FBF5DF",
    "redTextColor": "#9B2C2C",
    "redBackgroundColor": "#FBEDEC",
}
DARK = {
    "primaryColor": "#3E9DB3",
    "backgroundColor": "#14191C",
    "secondaryBackgroundColor": "#1E2529",
    "textColor": "#E8E6E1",
    "linkColor": "#8AD0DF",
    "borderColor": "#6B767D",
    "dataframeBorderColor": "#2C353B",
    "dataframeHeaderBackgroundColor": "#1E2529",
    "dataframeHeaderTextColor": "#B9C0C4",
    "chartCategoricalColors": ["#5AB4E8", "#F08A3C", "#3CC29A", "#D993BC"],
    "grayColor": "#9AA4A9",
    "grayTextColor": "#B3BBC0",
    "grayBackgroundColor": "#262E33",
}


def theme_options() -> dict[str, object]:
    """The keys as `App.run(config=...)` takes them. No base theme is named, so the reader's system decides."""
    parts: dict[str, Mapping[str, object]] = {"theme": SHARED, "theme.light": LIGHT, "theme.dark": DARK}
    return {f"{section}.{name}": value for section, options in parts.items() for name, value in options.items()}
