"""What opening a house and drawing the overview imports, found out by doing it in a fresh process."""

from benchmarks.imports import needed_modules

OF_NO_USE = {
    "numpy",  # only st.logo and page icons would bring it
    "pandas",  # a styled table's
    "polars",  # a hand-in's
    "pyarrow",
    "pandera",
    "fastexcel",
    "openpyxl",
    "scipy",
    "sqlglot",  # the codebook's
    "pyxform",
    "jinja2",  # the sign-in pages'
    "authlib",
    "httpx2",
    "cryptography",  # kept cells'
}


def test_the_first_page_imports_nothing_that_only_other_pages_need():
    needed = {name.partition(".")[0] for name in needed_modules()}

    assert sorted(needed & OF_NO_USE) == []
    assert {"monitoring", "streamlit", "duckdb"} <= needed
