"""Mihwar: why are relations between these two states the way they are?"""

__version__ = "0.1.0"
