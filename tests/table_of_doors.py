"""Every page, route and command, and who may have it: one that is not entered here fails a test. Holds no test."""

from dataclasses import dataclass

from table_of_services import ADMINISTRATOR, ANALYST, EVERYBODY, HANDING_IN, MANAGER, OFFICE, SHARED, STAFF

from monitoring.domain.people import Role
from monitoring.settings import ROOT

RESULTS = STAFF | SHARED

PAGES: dict[str, set[Role]] = {
    "overview": RESULTS,
    "housing": RESULTS,
    "income": RESULTS,
    "stigma": RESULTS,
    "wellbeing": RESULTS,
    "safety": RESULTS,
    "support": RESULTS,
    "voice": RESULTS,
    "return": RESULTS,
    "countries": {MANAGER, OFFICE},
    "providers": {MANAGER, OFFICE},
    "context": {MANAGER, OFFICE},
    "due": STAFF,
    "completeness": STAFF,
    "upload": HANDING_IN,
    "submissions": HANDING_IN,
    "templates": HANDING_IN,
    "summary": SHARED,
    "briefs": SHARED,
    "export": {MANAGER, ANALYST},
    "releases": {MANAGER},
    "people": {ADMINISTRATOR},
    "log": {ADMINISTRATOR},
    "codebook": EVERYBODY,
    "promises": EVERYBODY,
}
"""The last part of a page's address -> who is offered it, in the order of the menu but for `admin`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answers: to those who may have it, to everybody else who is signed in, and to nobody known."""

    may: int
    may_not: int
    nobody: int
    roles: frozenset[Role] = frozenset(EVERYBODY)

    def to(self, role: Role | None) -> int:
        if role is None:
            return self.nobody
        return self.may if role in self.roles else self.may_not


def open_to_all(status: int) -> Answer:
    return Answer(status, status, status)


def signed_in_only(status: int) -> Answer:
    return Answer(status, status, 401)


CLOSED = Answer(404, 404, 404)

ROUTES: dict[tuple[str, str], tuple[str, Answer]] = {
    ("GET", "/sign-in"): ("/sign-in", Answer(303, 303, 200)),
    ("POST", "/sign-in"): ("/sign-in", open_to_all(403)),
    ("GET", "/health"): ("/health", open_to_all(200)),
    ("GET", "/left"): ("/left", open_to_all(200)),
    ("GET", "/account"): ("/account", signed_in_only(200)),
    ("POST", "/account"): ("/account", signed_in_only(400)),
    ("GET", "/oidc/{id}/start"): ("/oidc/guess/start", open_to_all(404)),
    ("GET", "/oidc/{id}/back"): ("/oidc/guess/back?code=guess&state=guess", open_to_all(404)),
    ("GET", "/download/{id}"): ("/download/guess", signed_in_only(404)),
    ("GET", "/"): ("/", signed_in_only(200)),
    ("GET", "/_stcore/health"): ("/_stcore/health", open_to_all(200)),
    ("GET", "/_stcore/host-config"): ("/_stcore/host-config", signed_in_only(200)),
    ("GET", "/media/{file_id:path}"): ("/media/guess.csv", signed_in_only(404)),
    ("GET", "/component/{path:path}"): ("/component/guess/index.html", signed_in_only(404)),
    ("GET", "/_stcore/bidi-components/{path:path}"): ("/_stcore/bidi-components/guess", signed_in_only(404)),
    ("PUT", "/_stcore/upload_file/{session_id}/{file_id}"): (
        "/_stcore/upload_file/guess/guess",
        Answer(403, 403, 401, frozenset(HANDING_IN)),  # also without Streamlit's own token against forged requests
    ),
    ("DELETE", "/_stcore/upload_file/{session_id}/{file_id}"): (
        "/_stcore/upload_file/guess/guess",
        Answer(403, 403, 401, frozenset(HANDING_IN)),
    ),
    ("GET", "/_stcore/metrics"): ("/_stcore/metrics", CLOSED),
    ("GET", "/auth/login"): ("/auth/login", CLOSED),
    ("GET", "/auth/logout"): ("/auth/logout", CLOSED),
    ("GET", "/oauth2callback"): ("/oauth2callback", CLOSED),
    **{
        (method, f"/_stcore/agent/{name}"): (f"/_stcore/agent/{name}", CLOSED)
        for name in ("interact", "openapi.json", "mcp")
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
    },
    ("GET", "/sign-out"): ("/sign-out", Answer(303, 303, 401)),
    ("GET", "/leave"): ("/leave", Answer(303, 303, 401)),
}
"""Method and route -> an address of it, and what it answers."""

ENDING = ("/sign-out", "/leave")
"""Those that end the session."""

SOCKET = "/_stcore/stream"

COMMANDS: dict[str, tuple[tuple[str, ...], set[Role]]] = {
    "load": ((str(ROOT / "sample_data" / "broken" / "not_a_workbook.xlsx"),), HANDING_IN),
    "submissions": ((), HANDING_IN),
    "nothing-to-report": (("2026-Q1", "--country", "MD"), HANDING_IN),
    "undo": (("99", "--reason", "typed twice"), HANDING_IN),
    "accept": (("99",), {MANAGER}),
    "send-back": (("99", "--reason", "an old file"), {MANAGER}),
    "erase": (("MD-0404", "--country", "MD", "--reason", "asked in writing"), {MANAGER}),
    "retention": (("--country", "MD"), {MANAGER}),
    "brief": (("--out", "nowhere/summary.pdf"), SHARED),
    "export": (("--what", "rows", "--purpose", "a table", "--out", "nowhere"), {MANAGER, ANALYST}),
    "figures": (("--indicator", "housing_secure", "--by", "country", "--view", "programme"), STAFF),
    "release build": ((), {MANAGER}),
    "release check": (("99",), SHARED),
    "release list": ((), SHARED),
    "release show": (("99",), SHARED),
    "release approve": (("99",), {MANAGER}),
    "release refuse": (("99",), {MANAGER}),
}
"""A command in somebody's name -> its words, and the roles that are not told that it is no part of their role."""

WITHOUT_A_NAME = {
    *("demo", "serve", "template", "xlsform", "check", "clean", "explain", "codebook"),
    *("definitions check", "definitions record", "definitions compare"),
    *("log verify", "log accept", "keys rotate", "keys forget", "backup", "restore", "verify", "rebuild", "doctor"),
    *("people add", "people scope", "people list", "people reset", "people disable", "people enable"),
}
"""Commands that reach no record, or are for whoever runs the machine. `definitions compare` may be given a name."""

FRAGMENTS = {"src/monitoring/ui/way_out.py"}
"""Files with a part of a page that runs alone: none of them may read records."""

CALLBACKS = {
    "src/monitoring/ui/desk/confirm.py": ["_take_back"],
    "src/monitoring/ui/desk/gate_answers.py": ["state.hand_in_without"],
    "src/monitoring/ui/desk/habits.py": ["state.take_back", "state.tell"],
    "src/monitoring/ui/desk/identifiers.py": ["state.go_on_without", "state.start_again"],
    "src/monitoring/ui/desk/match.py": ["state.skip_headings"],
    "src/monitoring/ui/desk/remembered.py": ["headings.forget"],  # the service asks who it is
    "src/monitoring/ui/desk/preview.py": ["state.back_to_check", "state.start_again"],
    "src/monitoring/ui/desk/receipt.py": ["state.start_again"],
    "src/monitoring/ui/desk/verdict.py": ["state.start_again", "state.to_preview"],
    "src/monitoring/ui/filters.py": [
        "lambda: session.remember(COUNTRY, session.recalled(PROFILE))",
        "reset",
    ],
    "src/monitoring/ui/codebook/entries.py": ["'rerun'", "'rerun'", "'rerun'"],
}
"""What runs before the page asks who is there: each moves the session's own state, and does nothing else."""
