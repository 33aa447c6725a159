"""Bytes in, one Draft out."""
