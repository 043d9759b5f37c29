"""What can go wrong, one class each. `FollowupError` itself is never raised."""


class FollowupError(Exception):
    """The base of every error of this package; catch it to catch them all."""


class AskError(FollowupError):
    """A question from the page that does not have the agreed shape."""


class GuideError(FollowupError):
    """An author's mistake in a guide page; the message names file, line and remedy."""


class RecordError(FollowupError):
    """A saved record that cannot be read: broken, or of a shape that this program does not know."""


class NewerRecordError(RecordError):
    """A record of a newer program: it is whole, and left alone until that program comes."""


class CopyError(FollowupError):
    """A copy of the reader's data that was brought in and cannot be taken.

    Attributes:
        reason: one word for it, on which the sentence for the reader hangs.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class TooMuchError(CopyError):
    """A copy that holds more than is bearable to work out, alone or with what is here: "large".

    Attributes:
        what: "interviews", "records" or "of-one" (entries of one interview), with "-together" at
            its end if it is so with what is here.
        count: how many there are, or would be.
        most: how many there may be.
    """

    def __init__(self, what: str, count: int, most: int) -> None:
        super().__init__("large", f"{what}: {count}, and there may be {most}")
        self.what = what
        self.count = count
        self.most = most


class LinkError(CopyError):
    """A restore link that cannot be read: "incomplete", "damaged", "newer" or "large"."""


class BackupError(CopyError):
    """A file that cannot be read as a backup: "large", "deep", "damaged", "other" (no backup of
    this site's at all) or "newer"."""


class BackupTooLargeError(FollowupError):
    """A backup would be longer than what can be read back: take one interview at a time."""


class LinkTooLongError(FollowupError):
    """A restore link would be longer than what mail and chat programs leave whole."""


class RegionError(FollowupError):
    """A file of public holidays that cannot be read: another file, or one that was cut short."""


class SettingError(FollowupError):
    """A number or a closed range outside the limits; the message is a sentence for the reader."""
