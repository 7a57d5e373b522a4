"""The nouns of cvlint: frozen dataclasses that every stage shares; this package imports nothing of ours."""
