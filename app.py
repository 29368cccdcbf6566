"""The table of pages by what one may do, and nothing else. No data access."""

from monitoring.domain.people import Deed
from monitoring.ui.frame import Offer, show

RESULTS = (Deed.SEE_PROGRAMME_FIGURES, Deed.SEE_SHARED_FIGURES)
PROGRAMME = (Deed.SEE_PROGRAMME_FIGURES,)
EVERYBODY = (Deed.SEE_DEFINITIONS,)

show(
    {
        "outcomes": (
            Offer("pages/outcomes/overview.py", RESULTS),
            Offer("pages/outcomes/housing.py", RESULTS),
            Offer("pages/outcomes/income.py", RESULTS),
            Offer("pages/outcomes/stigma.py", RESULTS),
            Offer("pages/outcomes/wellbeing.py", RESULTS),
            Offer("pages/outcomes/safety.py", RESULTS),
            Offer("pages/outcomes/support.py", RESULTS),
            Offer("pages/outcomes/voice.py", RESULTS),
            Offer("pages/outcomes/return.py", RESULTS),
        ),
        "places": (
            Offer("pages/places/countries.py", (Deed.COMPARE_PLACES,)),
            Offer("pages/places/providers.py", (Deed.COMPARE_PLACES,)),
            Offer("pages/places/context.py", (Deed.COMPARE_PLACES,)),
        ),
        "follow_up": (
            Offer("pages/follow_up/due.py", (Deed.SEE_CASES,)),
            Offer("pages/follow_up/completeness.py", PROGRAMME),
        ),
        "data": (
            Offer("pages/data/upload.py", (Deed.HAND_IN,)),
            Offer("pages/data/submissions.py", (Deed.SEE_SUBMISSIONS,)),
            Offer("pages/data/templates.py", (Deed.HAND_IN,)),
        ),
        "share": (
            Offer("pages/share/summary.py", (Deed.SEE_SHARED_FIGURES,)),
            Offer("pages/share/briefs.py", (Deed.SEE_SHARED_FIGURES,)),
            Offer("pages/share/export.py", (Deed.ASK_FOR_EXPORT,)),
            Offer("pages/share/releases.py", (Deed.BUILD_RELEASES,)),
        ),
        "admin": (
            Offer("pages/admin/people.py", (Deed.MANAGE_PEOPLE,)),
            Offer("pages/admin/log.py", (Deed.SEE_LOG,)),
        ),
        "about": (
            Offer("pages/about/codebook.py", EVERYBODY),
            Offer("pages/about/promises.py", EVERYBODY),
        ),
    }
)
