"""Corrected copies, copies with comments and highlights."""
