"""What an HTML page says of itself: JSON-LD first, then meta tags, then ``time`` and ``title`` elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from mihwar.model import PartialDate
from mihwar.reading.dating import machine_date
from mihwar.reading.plain import Known

__all__ = ["depth_of", "metadata_of"]

_ARTICLE = re.compile(r"Article|Report|BlogPosting|Posting|Review|WebPage", re.ASCII)
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    "publisher": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "section": ("article:section", "parsely-section", "section", "category"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
        "sailthru.date", "article.published", "release_date", "og:article:published_time",
    ),
    "url": ("og:url",),
}  # fmt: skip
_SEPARATOR = re.compile(r"\s+[|–—•»-]\s+")
_MOST_NODES = 2_000


def metadata_of(page: str, url: str | None = None) -> Known:
    """The facts in a page's markup; ``url`` is where it came from, if that is known."""
    tree = _tree(page)
    if tree is None:
        return Known(url=url)
    meta = _meta_tags(tree)
    graph = _article(tree)

    def first(name: str) -> str | None:
        return next((meta[tag] for tag in _META[name] if meta.get(tag)), None)

    publisher = _name(graph.get("publisher")) or first("publisher")
    author = _name(graph.get("author")) or _personal(first("author"))
    return Known(
        url=url or _string(graph.get("url")) or _canonical(tree) or first("url"),
        title=_without_site(_string(graph.get("headline")) or first("title") or _title(tree), publisher),
        author=author if author != publisher else None,
        publisher=publisher,
        section=_section(graph.get("articleSection")) or first("section"),
        published=_date(graph.get("datePublished")) or _date(first("published")) or _time_element(tree),
    )


def depth_of(page: str) -> int:
    """How deep the page's elements nest, as far as lxml follows them (256 levels)."""
    from lxml.etree import iterwalk

    tree = _tree(page)
    depth = deepest = 0
    for event, _ in iterwalk(tree, events=("start", "end")) if tree is not None else ():
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _tree(page: str) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _meta_tags(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD node that describes the article; an article type before a mere page."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            kind = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
            if not _ARTICLE.search(kind):
                continue
            if not best or ("WebPage" in str(best.get("@type")) and "WebPage" not in kind):
                best = node
    return best


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    queue, seen = [value], 0
    while queue and seen < _MOST_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, list):
            queue.extend(node[:200])
        elif isinstance(node, dict):
            yield node
            queue.extend(node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node)


def _string(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    from html import unescape

    return " ".join(unescape(value).split()) or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _personal(_string(value))


def _personal(name: str | None) -> str | None:
    return None if name is None or "://" in name or name.startswith(("@", "www.")) else name


def _section(value: Any) -> str | None:
    return _string(value[-1] if isinstance(value, list) and value else value)


def _date(value: Any) -> PartialDate | None:
    text = _string(value)
    return machine_date(text) if text else None


def _canonical(tree: Any) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            return _string(element.get("href"))
    return None


def _title(tree: Any) -> str | None:
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    named = [heading for heading in headings if len(heading.split()) >= 3]
    if len(named) == 1:
        return named[0]
    element = next(tree.iter("title"), None)
    return _string(element.text_content()) if element is not None else None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """The headline without the outlet's name that browsers show after it."""
    if title is None:
        return None
    parts = _SEPARATOR.split(title)
    tail = parts[-1].strip().lower()
    if (
        len(parts) > 1
        and len(parts[-1].split()) <= 4
        and (publisher is None or publisher.lower() in tail or tail in publisher.lower())
    ):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—•»-")
    return title


def _time_element(tree: Any) -> PartialDate | None:
    for element in tree.iter("time"):
        found = _date(element.get("datetime"))
        if found is not None:
            return found
    return None
