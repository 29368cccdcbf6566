"""`monitoring xlsform` writes a form, tries it with the field's own tool and says what it holds."""

from openpyxl import load_workbook


def test_the_usual_form_is_written_and_counted(run, tmp_path):
    done = run("xlsform", "--out", tmp_path / "form.xlsx")
    book = load_workbook(tmp_path / "form.xlsx")
    kinds = [str(row[0]).split(" ")[0] for row in book["survey"].iter_rows(min_row=2, values_only=True)]
    asked = [kind for kind in kinds if kind not in ("begin_group", "end_group", "note", "calculate")]

    assert (done.status, done.err) == (0, "")
    counted = (
        f"follow_ups: {kinds.count('begin_group')} groups, {len(asked)} questions, 2 languages; pyxform: no warning."
    )
    assert counted in done.out.splitlines()


def test_another_form_in_french_with_free_codes_and_own_words(run, tmp_path):
    words = ("--form", "services", "--language", "fr", "--codes", "free", "--referral", "Example Aid", "--json")
    done = run("xlsform", *words, "--out", tmp_path / "form.xlsx")
    settings = list(load_workbook(tmp_path / "form.xlsx")["settings"].iter_rows(values_only=True))

    assert (done.status, done.document["form"], done.document["warnings"]) == (0, "services", [])
    assert dict(zip(*settings, strict=True))["default_language"] == "Français (fr)"


def test_a_form_or_language_that_is_not_there_is_refused_in_one_sentence(run, tmp_path):
    for words, sentence in (
        (("--form", "survivor"), "There is no form survivor. Choose one of: survivors, follow_ups,"),
        (("--language", "xx"), "Choose one of: en, fr."),
    ):
        done = run("xlsform", *words, "--out", tmp_path / "form.xlsx")

        assert (done.status, done.out) == (2, "")
        assert sentence in done.err
