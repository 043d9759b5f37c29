"""What a telephone's camera reads in a QR code, by a decoder that is not ours."""

import base64

import zxingcpp
from playwright.sync_api import Browser


def read_picture(browser: Browser, png: bytes) -> str:
    """Return what a telephone reads in a picture. The browser unpacks it."""
    page = browser.new_page()
    width, height, grey = page.evaluate(
        """async (png) => {
            const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
            const picture = await createImageBitmap(new Blob([bytes]));
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const pen = canvas.getContext("2d");
            pen.drawImage(picture, 0, 0);
            const { data } = pen.getImageData(0, 0, picture.width, picture.height);
            return [picture.width, picture.height, Array.from(data.filter((_, at) => at % 4 === 1))];
        }""",
        base64.b64encode(png).decode(),
    )
    page.close()
    pixels = memoryview(bytes(grey)).cast("B", (height, width))
    found = zxingcpp.read_barcodes(pixels)
    return found[0].text if found else ""
