"""The looks of one day: stamped by somebody, never ahead of time, told alike in every order."""

from itertools import permutations
from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import NoteInboxWatched
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events.watch import InboxWatched
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.fold.watch import fold_watch
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import watch_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import WatchState
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from stories import event_of

NOW = Instant(1_774_338_000_000_000)
DAY = UUID(int=7)
ANNA = UUID(int=1)
WISH = NoteInboxWatched(watch=DAY, system="SAMSA", municipality="X", found_new=True, note=" Två ")


def _ground(me: UUID | None = ANNA, state: WatchState | None = None) -> Ground:
    states = {watch_subject(DAY): state} if state is not None else {}
    return Ground(now=NOW, me=me, states=states)


def _event(no: int, at: Instant) -> Event:
    body = InboxWatched(system="SAMSA", municipality="X", found_new=no == 2)
    return event_of(no, watch_subject(DAY), body, by=ANNA, at=at)


def test_a_look_is_stamped_now_with_what_was_found() -> None:
    """One wish, one stamp, at the time that it is."""
    answer = decide(_ground(), WISH)

    assert isinstance(answer, tuple)
    (happening,) = answer
    assert (happening.subject, happening.at) == (watch_subject(DAY), NOW)
    assert happening.body == InboxWatched(
        system="SAMSA", municipality="X", found_new=True, note="Två"
    )


@pytest.mark.parametrize(
    ("ground", "wish", "reason"),
    [
        (_ground(me=None), WISH, RefusalReason.NO_USER),
        (_ground(state=WatchState(frozen=True)), WISH, RefusalReason.NEEDS_NEWER_PROGRAM),
        (
            _ground(),
            NoteInboxWatched(
                watch=DAY, system="S", municipality="X", found_new=False, at=Instant(NOW + HOUR)
            ),
            RefusalReason.TIME_IN_FUTURE,
        ),
    ],
)
def test_a_stamp_is_somebodys_word_about_what_has_been(
    ground: Ground, wish: NoteInboxWatched, reason: RefusalReason
) -> None:
    """Nobody in particular, and nobody ahead of time, has looked."""
    answer = decide(ground, wish)

    assert isinstance(answer, Refused)
    assert answer.reason is reason


def test_the_looks_of_a_day_are_the_same_in_whatever_order_they_come() -> None:
    """Two workstations that were apart tell the same day when they meet."""
    events = [_event(no, Instant(NOW + no * 10 * MINUTE)) for no in (1, 2, 3)]

    told = {fold_watch(Story(told=order)) for order in permutations(events)}

    (state,) = told
    assert [stamp.found_new for stamp in state.stamps] == [False, True, False]


def test_a_look_that_was_taken_back_leaves_the_day() -> None:
    """The day stays in the list, without the slip."""
    kept, slip = _event(1, NOW), _event(2, Instant(NOW + MINUTE))

    state = fold_watch(Story(told=(kept,), withdrawn=(slip,)))

    assert [stamp.at for stamp in state.stamps] == [NOW]
    assert state.first_noted_at == NOW
