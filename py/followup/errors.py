"""What can go wrong, one class each. `FollowupError` itself is never raised."""


class FollowupError(Exception):
    """The base of every error of this package; catch it to catch them all."""


class AskError(FollowupError):
    """A question from the page that does not have the agreed shape."""


class GuideError(FollowupError):
    """An author's mistake in a guide page; the message names file, line and remedy."""


class RecordError(FollowupError):
    """A saved record that cannot be read: broken, or of a shape that this program does not know."""


class RegionError(FollowupError):
    """A file of public holidays that cannot be read: another file, or one that was cut short."""


class SettingError(FollowupError):
    """A number or a closed range outside the limits; the message is a sentence for the reader."""
