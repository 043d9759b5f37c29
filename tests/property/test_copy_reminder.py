"""Whatever was done and copied, in any order: a reminder has its reason, and is never a nag."""

from asking import INTERVIEW
from diary import OTHER, Diary, day
from hypothesis import given
from hypothesis import strategies as st

from followup.copies.reminders import WEEK
from followup.records.record import ALL

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["tick", "backup", "link", "calendar-first-0", "remind-later", "delete"]),
        st.sampled_from([INTERVIEW, OTHER]),
        st.integers(0, 9),
    ),
    max_size=12,
)
"""What was done, to which interview, and how many days after what was done before."""


@given(deeds=DEEDS, wait=st.integers(0, 30))
def test_a_reminder_is_never_a_nag(deeds: list[tuple[str, str, int]], wait: int) -> None:
    """Only with a reason: something is here that no copy of the last week holds, and nobody has
    put the reminder off in the last week. What is looked at here is the story, not the state."""
    diary = Diary()
    today, put_off = 0, -WEEK
    ticks: dict[str, list[int]] = {INTERVIEW: [], OTHER: []}
    copied: dict[str, int | None] = {INTERVIEW: None, OTHER: None}
    for number, (deed, of, days) in enumerate(deeds):
        today += days
        diary.on(today).interview = of
        if deed == "tick":
            diary.tick(f"step-{number}")
            ticks[of].append(today)
        elif deed == "delete":
            diary.write("deleted", on=True)
            diary.write("deleted", on=False)
        elif deed == "remind-later":
            diary.export(deed)
            put_off = today
        else:
            owner = of if deed.startswith("calendar") else ALL
            diary.export(deed, owner)
            for one in [of] if owner == of else copied:
                copied[one], ticks[one] = today, []
    today += wait
    since = {
        of: copied[of] if copied[of] is not None else min(ticks[of], default=0) for of in ticks
    }
    overdue = [of for of in ticks if ticks[of] and today - (since[of] or 0) > WEEK]

    reminder = diary.due(today)
    assert (reminder is not None) == (bool(overdue) and today - put_off >= WEEK)
    if reminder:
        assert reminder.day == min(day(since[of] or 0) for of in overdue)


@given(deeds=DEEDS, wait=st.integers(0, 30))
def test_the_order_in_which_records_are_read_does_not_matter(
    deeds: list[tuple[str, str, int]], wait: int
) -> None:
    """One answer for one state."""
    diary = Diary()
    for deed, of, _ in deeds:
        diary.interview = of
        if deed == "tick":
            diary.tick("meet-names")
        else:
            diary.export(deed)
    before = diary.due(len(deeds) + wait)
    diary.records = dict(reversed(diary.records.items()))

    assert diary.due(len(deeds) + wait) == before
