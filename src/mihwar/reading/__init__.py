"""Documents from files and strings: plain text as it stands, HTML, JSON Lines."""

from mihwar.reading.html import read_html
from mihwar.reading.jsonl import MAX_LINE, document_of
from mihwar.reading.plain import read_text
from mihwar.reading.sources import MAX_FILE, read_documents

__all__ = ["MAX_FILE", "MAX_LINE", "document_of", "read_documents", "read_html", "read_text"]
