"""What goes wrong when a file is read."""


class LoadError(Exception):
    """A file that cannot be read. The message is one sentence for the user: what, where, what to do."""
