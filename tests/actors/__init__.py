"""Tests of the actor tables: a package, so that a language may have a file of the same name elsewhere."""
