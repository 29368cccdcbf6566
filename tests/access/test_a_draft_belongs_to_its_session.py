"""A draft is found again by its own session, by nobody else, and not after the session has ended."""

from dataclasses import dataclass

from monitoring.access.drafts import Drafts


@dataclass
class Begun:
    """A draft of a known size."""

    size: int = 0
    made_room: bool = False

    def make_room(self) -> None:
        self.size, self.made_room = 0, True


def test_the_same_session_finds_its_draft_and_another_begins_its_own():
    drafts = Drafts(lambda session: True)
    mine = drafts.of("mine", Begun)

    assert drafts.of("mine", Begun) is mine
    assert drafts.of("other", Begun) is not mine


def test_signing_out_and_the_idle_limit_end_a_draft():
    open_sessions = {"signed out", "idle", "here"}
    drafts = Drafts(open_sessions.__contains__)
    kept = {session: drafts.of(session, Begun) for session in sorted(open_sessions)}

    drafts.forget("signed out")
    open_sessions.remove("idle")
    drafts.tidy()

    assert len(drafts) == 1
    assert drafts.of("here", Begun) is kept["here"]
    assert drafts.of("idle", Begun) is not kept["idle"]


def test_the_longest_untouched_make_room_and_never_the_one_in_hand():
    drafts = Drafts(lambda session: True, most_bytes=100)
    first, second, third = (drafts.of(name, Begun) for name in ("first", "second", "third"))
    for draft in (first, second, third):
        draft.size = 60

    drafts.of("first", Begun)

    assert [draft.made_room for draft in (first, second, third)] == [False, True, True]


def test_one_draft_alone_is_kept_however_large():
    drafts = Drafts(lambda session: True, most_bytes=100)
    drafts.of("mine", Begun).size = 200

    assert not drafts.of("mine", Begun).made_room
