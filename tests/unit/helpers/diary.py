"""A reader in the tests who does things on numbered days, and takes copies or does not."""

from datetime import date, timedelta

from asking import Reader

from followup.copies.reminders import Reminder, copy_reminder
from followup.guide.contents import Guide
from followup.records.fold import fold
from followup.records.record import ALL, read_record
from followup.records.state import State

START = date(2026, 11, 24)
OTHER = "other1"


def day(number: int) -> date:
    """Return the day so many days after the first."""
    return START + timedelta(days=number)


class Diary(Reader):
    """A reader who does things on numbered days."""

    def __init__(self) -> None:
        super().__init__(Guide(()), START.isoformat())

    def on(self, number: int) -> "Diary":
        """Go to a day."""
        self.today = day(number).isoformat()
        return self

    def export(self, name: str, of: str = ALL, *, on: bool = True) -> None:
        """Take a copy, or put the reminder off."""
        self.write("exported", of=of, name=name, day="", on=on)

    def state(self) -> State:
        """Return all that was done, folded."""
        return fold(State(), (read_record(key, text) for key, text in self.records.items()))

    def due(self, number: int) -> Reminder | None:
        """Return the reminder on a day."""
        return copy_reminder(self.state(), day(number))
