"""Says the times of the form back in words, so that a slip is seen while it is typed."""

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.entry.compose import time_of
from kontaktpunkt.ui.screens.entry.fields import TIMES_COMING, TIMES_PAST, EntryField
from kontaktpunkt.ui.screens.entry.form import EntryForm
from kontaktpunkt.ui.screens.entry.words import fault_sentence, time_words
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime


def say_back(form: EntryForm, field: EntryField, now: Instant) -> None:
    """Say one time back in words; other faults wait until saving."""
    if field not in TIMES_PAST | TIMES_COMING:
        return
    found = time_of(field, form.typed()[field], now)
    form.hint(field, time_words(found, now) if isinstance(found, TypedTime) else "")
    # Half a time is no fault yet, but one that is whole and lies wrong is said at once.
    if found is TimeFault.IN_FUTURE:
        form.refuse_one(field, fault_sentence(found))


def say_all_back(form: EntryForm, now: Instant) -> None:
    """Say all times back."""
    for field in TIMES_PAST | TIMES_COMING:
        say_back(form, field, now)


def say_nothing(form: EntryForm) -> None:
    """Say no time back any more."""
    for field in TIMES_PAST | TIMES_COMING:
        form.hint(field, "")
