"""The HTML dossier as Chromium draws it, in both languages and at two widths."""

import re
from pathlib import Path

import pytest

from mihwar.dossier import render

pytestmark = [pytest.mark.browser, pytest.mark.model]
ARTEFACTS = Path(__file__).parents[2] / "test-artefacts"
DIRECTIONS = {"en": "ltr", "ar": "rtl"}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(params=[(language, width) for language in DIRECTIONS for width in (390, 1280)], ids=str)
def page(request, browser, example_dossier, tmp_path):
    """An open page with ``language``, ``complaints`` and ``requests`` noted on it."""
    language, width = request.param
    file = tmp_path / f"dossier-{language}.html"
    file.write_text(render(example_dossier, "html", language), encoding="utf-8")
    opened = browser.new_page(viewport={"width": width, "height": 900})
    opened.language, opened.complaints, opened.requests = language, [], []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("request", lambda asked: opened.requests.append(asked.url))
    opened.goto(file.as_uri())
    yield opened
    opened.close()


def test_it_stands_alone_and_complains_of_nothing(page):
    ARTEFACTS.mkdir(exist_ok=True)
    name = f"dossier-{page.language}-{page.viewport_size['width']}.png"
    page.screenshot(path=ARTEFACTS / name, full_page=True)
    assert page.complaints == []
    assert [url for url in page.requests if not url.startswith("file:")] == []
    assert len(page.requests) == 1


def test_language_and_direction(page):
    root = page.locator("html")
    assert root.get_attribute("lang") == page.language
    assert root.get_attribute("dir") == DIRECTIONS[page.language]
    heading = page.locator("h1").bounding_box()
    text_edge = page.evaluate(
        "() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('h1'));"
        "const b = [...r.getClientRects()]; return [Math.min(...b.map(x => x.left)), Math.max(...b.map(x => x.right))] }"
    )
    begins = abs(text_edge[0] - heading["x"]), abs(text_edge[1] - heading["x"] - heading["width"])
    assert begins[0 if page.language == "en" else 1] < 2


def test_nothing_is_wider_than_the_screen(page):
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    outside = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => { const b = e.getBoundingClientRect();"
        "return b.width && (b.left < -1 || b.right > innerWidth + 1) }).map(e => e.outerHTML.slice(0, 80))"
    )
    assert outside == []


def test_a_citation_mark_jumps_to_its_sentence(page):
    mark = page.locator("a.cite").first
    number = re.search(r"\d+", mark.inner_text())[0]
    mark.click()
    target = page.locator(":target")
    assert target.get_attribute("id") == f"cite-{number}"
    box = target.bounding_box()
    assert -1 <= box["y"] < 900
    assert len(target.locator("blockquote").inner_text().strip()) > 20


def test_a_sentence_reads_in_its_own_direction(page):
    quotes = page.evaluate(
        "[...document.querySelectorAll('blockquote')].map(q => [q.lang, getComputedStyle(q).direction])"
    )
    assert {("ar", "rtl"), ("en", "ltr")} == {tuple(quote) for quote in quotes}


def test_every_mark_and_contents_line_leads_somewhere(page):
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    assert lost == []
    assert page.locator("a.cite").count() > 10
