"""Trained tables and word lists; each is made again by a script in tools/."""
