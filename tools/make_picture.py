"""Make docs/picture.png: the first screen of the dossier that README's first command prints, as HTML.

``python tools/make_picture.py`` needs the `dev` extra and Chromium (``make picture`` sees to both).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "picture.png"
QUESTION = ("why", "USA", "AZE", "examples/us-azerbaijan-armenia", "--format", "html")
WIDTH, HEIGHT = 800, 620
LARGEST = 300_000


def main() -> None:
    """Write the picture; both languages stand side by side, English on the left."""
    with tempfile.TemporaryDirectory() as folder:
        pages = [_page(Path(folder), language) for language in ("en", "ar")]
        frame = Path(folder) / "frame.html"
        frame.write_text(_frame(pages), encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 2 * WIDTH, "height": HEIGHT})
            page.goto(frame.as_uri())
            page.wait_for_load_state("networkidle")
            page.screenshot(path=PICTURE)
            browser.close()
    size = PICTURE.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{PICTURE} has {size} bytes, more than {LARGEST}")
    print(f"{PICTURE}: {size} bytes")


def _page(folder: Path, language: str) -> Path:
    command = [sys.executable, "-c", "from mihwar.cli import main; raise SystemExit(main())"]
    made = subprocess.run([*command, *QUESTION, "--lang", language], cwd=ROOT, check=True, capture_output=True)
    path = folder / f"{language}.html"
    path.write_bytes(made.stdout)
    return path


def _frame(pages: list[Path]) -> str:
    style = (
        "body { margin: 0; display: flex } iframe { border: 0; height: 100vh; width: 50vw; overflow: hidden }"
        "iframe + iframe { border-inline-start: 1px solid #c9cdd2 }"
    )
    frames = "".join(f'<iframe scrolling="no" src="{page.as_uri()}"></iframe>' for page in pages)
    return f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>{frames}"


if __name__ == "__main__":
    main()
