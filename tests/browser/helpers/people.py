"""People on the interview card, as a reader writes them down."""

from reader import Reader


def save_person(reader: Reader, **texts: str) -> None:
    """Fill in the boxes of a person, named by how their labels begin, and send them."""
    form = reader.page.locator("#person-form")
    for label, text in texts.items():
        form.get_by_label(label.replace("_", " ")).fill(text)
    form.get_by_role("button", name="Save this person").click()
