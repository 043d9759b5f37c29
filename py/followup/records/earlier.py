"""What stood in a text before it was emptied.

Records never change, so words that were taken away stand in an earlier record, until the records
of their interview are put into a snapshot.
"""

from collections.abc import Mapping

from followup.errors import RecordError
from followup.records.fold import rank
from followup.records.record import Record, Wrote, read_record


def last_words(texts: Mapping[str, str], interview: str) -> dict[str, str]:
    """Return the last words that were typed for each text of an interview, by name."""
    found: dict[str, tuple[Record, str]] = {}
    for key, text in texts.items():
        record = _read(key, text)
        if record is None or record.interview != interview:
            continue
        match record.event:
            case Wrote(name, own) if own.strip():
                candidates = (record, own), found.get(name, (record, own))
                found[name] = max(candidates, key=lambda one: rank(one[0]))
    return {name: own for name, (_, own) in found.items()}


def _read(key: str, text: str) -> Record | None:
    try:
        return read_record(key, text)
    except RecordError:
        return None
