"""A brief is one light page of real text, says what is shared and nothing else, and is the same page as a Word file."""

import io
import re
import zlib
from dataclasses import replace

import pytest
from docx import Document

from monitoring.briefs.pdf import as_pdf
from monitoring.briefs.word import as_word
from monitoring.domain.brief import BigNumber, Brief, Mark, Outcome, Table
from monitoring.domain.figures import Figure
from monitoring.services.brief_figures import direction, mark

SHOWN = Mark(70, 62, 74, 230, text="70 % of 230")
BRIEF = Brief(
    language="fr",
    product="La vie après le retour",
    place="Nigéria",
    title="70 % des personnes ont un logement sûr",
    lead=("Une phrase.", "Une autre."),
    numbers=(BigNumber("230", "personnes"), BigNumber("[c]", "non montré")),
    flow_title="Du retour à l'entretien",
    flow=(BigNumber("400", "rentrées"), BigNumber("230", "interrogées")),
    outcomes_title="Un an après",
    outcomes_head=("Résultat", "Au retour", "Mois 12", "Sens"),
    outcomes=(
        Outcome("Logement sûr", Mark(40, 30, 50, 220, text="40 % of 220"), SHOWN, "plus élevé", 75),
        Outcome("Violences", Mark(text="[x]"), Mark(withheld=True, text="[c]"), ""),
    ),
    key="[c] : non montré",
    people=Table("Personnes", ("", "Rentrées"), (("Femmes", "230"),), "Arrondi à 5."),
    targets=Table("Cibles", ("Chiffre", "Cible"), (("Logement sûr", "75 %"),)),
    sections=(("Le retour", ("Informées : 60 %",)), ("Respect", ("Respectées : 90 %",))),
    places=Table("Par pays", ("Pays", "Logement"), (("Nigéria", "70 %"), ("Tunisie", "[c]"))),
    basis=(("Publication", "4"), ("Données jusqu'au", "31 mars 2026"), ("Montré", "Nigéria")),
    notes=("Résultats de suivi.",),
    file="resume",
)
READ_OUT = Brief(
    language="en",
    product="Life after return",
    place="All countries",
    title="What you told us",
    lead=("Thank you.",),
    tenths_title="What people told us",
    tenths=((7, "About 7 in 10 people have a secure home."), (0, "About 0 in 10 people feel alone.")),
    sections=(("If something is not right", ("Tell us.",)),),
    basis=(("Release", "4"),),
    notes=("To be read out.",),
    file="back",
)


def crowded() -> Brief:
    """As full as a programme of fifteen countries with ten targets makes it."""
    countries = tuple((f"Country {number}", "70 %", "[c]") for number in range(15))
    aims = tuple(
        (f"Number {number}", "40 %", "–", "75 %", "31 December 2027", "70 % (60 to 80 %)", "") for number in range(10)
    )
    heads = ("Number", "Baseline", "Milestone", "Target", "By", "Now", "State")
    return replace(
        BRIEF,
        outcomes=BRIEF.outcomes * 3,
        sections=tuple((f"Section {number}", ("Label: 60 % of 400",) * 5) for number in range(3)),
        people=Table("People", ("", "Returned", "Supported"), (("Women and girls", "230", "200"),) * 12, "Rounded."),
        targets=Table("Targets", heads, aims, "The rule of the lights, said in a sentence that is quite long."),
        places=Table("By country", ("Country", "Home", "Safe"), countries),
    )


@pytest.fixture(scope="module")
def page() -> bytes:
    return as_pdf(BRIEF)


@pytest.mark.parametrize("brief", [crowded(), READ_OUT], ids=["crowded", "read out"])
def test_it_stays_one_page_however_full(brief):
    made = as_pdf(brief)

    assert len(re.findall(rb"/Type\s*/Page\b", objects_of(made))) == 1
    assert len(made) < 300_000


def objects_of(pdf: bytes) -> bytes:
    """The file with its compressed parts laid open."""
    found = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_a_pdf_is_one_tagged_page_of_real_text_in_its_language(page):
    whole = objects_of(page)

    assert len(page) < 300_000
    assert len(re.findall(rb"/Type\s*/Page\b", whole)) == 1
    assert b"/StructTreeRoot" in whole
    assert re.search(rb"/Lang\s*\(fr", whole)
    assert b"/ToUnicode" in whole
    assert b"/Subtype /Image" not in whole


def test_the_same_brief_gives_the_same_page(page):
    def timeless(pdf):
        return re.sub(rb"D:\d{14}[^)]*|<[0-9a-f-]{36}>|\([A-Za-z0-9+/=]{22,24}\)", b"", pdf)[:2000]

    assert timeless(as_pdf(BRIEF)) == timeless(page)


def test_the_word_file_says_the_same_in_words_own_headings_and_tables():
    document = Document(io.BytesIO(as_word(BRIEF)))
    headings = [each.text for each in document.paragraphs if each.style.name.startswith("Heading")]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    assert headings == [BRIEF.title, "Un an après", "Personnes", "Le retour", "Respect", "Cibles", "Par pays"]
    assert {"70 % of 230", "[c]", "[x]", "Tunisie"} <= set(cells)
    assert "Informées : 60 %" in [each.text for each in document.paragraphs]


def test_so_many_in_ten_are_told_in_word_as_well():
    document = Document(io.BytesIO(as_word(READ_OUT)))
    said = [each.text for each in document.paragraphs]

    assert "●●●●●●●○○○  About 7 in 10 people have a secure home." in said
    assert "○○○○○○○○○○  About 0 in 10 people feel alone." in said


def test_a_share_told_by_its_range_alone_is_neither_missing_nor_withheld():
    band = mark(Figure("housing_secure", (), low=0.25, high=0.5, denominator=25), "en")

    assert (band.value, band.low, band.high, band.withheld) == (None, 25, 50, False)
    assert band.text == "25 to 50\u202f%"


def test_a_withheld_figure_has_no_number_in_a_brief():
    assert mark(Figure("housing_secure", (), withheld=True), "en") == Mark(withheld=True, text="[c]")


def test_a_direction_is_said_only_where_both_ranges_allow_it(catalogue):
    secure, again = (catalogue.indicators[each] for each in ("housing_secure", "exploited_again"))
    low, high, between = Mark(40, 30, 50), Mark(70, 62, 74), Mark(55, 48, 64)

    assert direction(secure, low, high, "en") == "higher than at return"
    assert direction(secure, high, low, "en") == "lower than at return"
    assert direction(secure, low, between, "en") == "too close to tell"
    assert direction(secure, low, Mark(withheld=True), "en") == ""
    assert direction(again, low, high, "en") == ""
