"""What a copy can fail with."""


class FixError(Exception):
    """A copy that cannot be made, in one sentence that says why and what to do."""
