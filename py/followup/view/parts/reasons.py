"""Why a dated step has its date, in one sentence, from the values that gave it."""

from followup import words
from followup.dates.plan import DatedStep, Part
from followup.words import Sentence


def why(step: DatedStep) -> Sentence:
    """Return why the step has its date; nothing for a contact that was made."""
    if step.governs is None:
        return ()
    reason = _because(step.governs)
    if step.governs.cause == "first_wait":
        grace = [part for part in step.parts if part.cause == "grace"]
        reason += tuple(word for part in grace for word in words.later_than(_because(part)))
    if step.moved_from:
        reason += words.moved_from(step.moved_from, step.reasons)
    sentence = words.because(reason)
    if step.governs.cause == "pinned":
        sentence += _pin_notes(step)
    return sentence


def _because(part: Part) -> Sentence:
    match part.cause:
        case "first_wait":
            return words.because_first_wait(part.days, part.since)
        case "grace":
            return words.because_grace(part.days, part.since)
        case "gap":
            return words.because_gap(part.days, part.since)
        case "pinned":
            return words.because_pinned()


def _pin_notes(step: DatedStep) -> Sentence:
    notes: Sentence = ()
    if step.reasons:
        notes += words.pinned_on_closed(step.reasons)
    if step.rule_day and step.day < step.rule_day:
        notes += words.pinned_early(step.rule_day)
    return notes
