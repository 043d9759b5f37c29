"""What is held of the page's records between two questions: only what is new need be handed over.

It can be lost at any moment, as the browser may end the worker. Then the page is told, and hands
over all: no answer differs by it.
"""

from collections.abc import Collection, Mapping

from followup.errors import NewerRecordError, RecordError
from followup.records.fold import Told, tell, unite
from followup.records.record import Record, read_record
from followup.records.state import State


class Held:
    """The records that are held.

    Attributes:
        texts: by key, as the page keeps them.
        records: those that can be read, by key.
        unreadable: keys of those that are damaged. None is thrown away for good: all stay in the
            reader's browser. That some are newer the page says by itself.
    """

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.records: dict[str, Record] = {}
        self.unreadable: set[str] = set()
        self._number: int | None = None
        self._of: dict[str, dict[str, Record]] = {}
        self._told: dict[str, Told] = {}

    def take(
        self,
        texts: Mapping[str, str],
        dropped: Collection[str],
        over: int | None,
        number: int | None,
    ) -> bool:
        """Take texts over from the page, by key.

        Args:
            texts: what is new, or has changed.
            dropped: keys of what is not there any more.
            over: the number of what must be held for this to go over it; None if this is all there
                is.
            number: of what is held now; None if nothing will go over it.

        Returns:
            Whether what it goes over was held. If not, nothing is held any more.
        """
        is_held = over is None or over == self._number
        if over is None or not is_held:
            self._forget()
        if is_held:
            for key in dropped:
                self._drop(key)
            for key, text in texts.items():
                self._drop(key)
                self._put(key, text)
            self._number = number
        return is_held

    def state(self) -> State:
        """Return what the records tell, folded."""
        for interview, records in self._of.items():
            if interview not in self._told:
                self._told[interview] = tell(tuple(records.values()))
        return unite(State(), self._told)

    def _forget(self) -> None:
        self.texts.clear()
        self.records.clear()
        self.unreadable.clear()
        self._of.clear()
        self._told.clear()
        self._number = None

    def _put(self, key: str, text: str) -> None:
        self.texts[key] = text
        try:
            record = read_record(key, text)
        except NewerRecordError:
            return
        except RecordError:
            self.unreadable.add(key)
            return
        self.records[key] = record
        self._of.setdefault(record.interview, {})[key] = record
        self._told.pop(record.interview, None)

    def _drop(self, key: str) -> None:
        self.texts.pop(key, None)
        self.unreadable.discard(key)
        record = self.records.pop(key, None)
        if record is None:
            return
        own = self._of[record.interview]
        del own[key]
        self._told.pop(record.interview, None)
        if not own:
            del self._of[record.interview]
