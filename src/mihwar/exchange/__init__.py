"""Exchange with other projects: one module a data set of events. None is read or written so far."""
