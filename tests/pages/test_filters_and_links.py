"""Filters: in the link as codes, kept from page to page, said in words, back to nothing with one click."""

HOUSING, SAFETY = "pages/outcomes/housing.py", "pages/outcomes/safety.py"


def said(app):
    return " ".join(each.value for each in (*app.caption, *app.markdown))


def test_a_link_says_what_is_shown(visit, two_countries):
    app = visit("programme_manager", country="MD", gender="woman_or_girl")

    assert "Showing **Moldova** · woman or girl · as reported on **1 June 2026**" in said(app)


def test_a_code_that_is_not_offered_is_dropped(visit, two_countries):
    app = visit("programme_manager", country="XX", gender="' or 1=1", until="1999-Q1")

    assert "Showing **All countries** · everyone" in said(app)


def test_a_choice_stands_in_the_link_as_its_code(visit, two_countries):
    app = visit("programme_manager")
    app.button_group(key="country").set_value("NG").run()

    assert app.query_params["country"] == "NG"


def test_filters_are_kept_from_page_to_page(visit, two_countries):
    app = visit("programme_manager")
    app.button_group(key="country").set_value("MD").run()
    app.switch_page(HOUSING).run()

    assert "Showing **Moldova**" in said(app)


def test_one_click_takes_every_filter_back(visit, two_countries):
    app = visit("programme_manager", country="MD", gender="woman_or_girl")
    app.button(key="reset_filters").click().run()

    assert "Showing **All countries** · everyone" in said(app)
    assert "country" not in app.query_params
    assert "gender" not in app.query_params


def test_harm_is_never_narrowed_and_the_page_says_so(visit, two_countries):
    app = visit("programme_manager", SAFETY, gender="woman_or_girl", safety_number="trafficker_contact")

    assert "Shown for **everyone** instead: this number is never narrowed to gender." in said(app)
    assert "Shown for **everyone together**: this number is never broken down by gender and age at return" in said(app)


def test_providers_are_offered_only_once_a_country_is_chosen(visit, two_countries):
    everywhere = visit("programme_manager")
    moldova = visit("programme_manager", country="MD")

    assert [each.label for each in everywhere.multiselect if each.key == "provider"] == []
    assert [each.label for each in moldova.multiselect if each.key == "provider"] == ["Service provider"]
