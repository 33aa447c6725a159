"""Paragraphs rewritten by a language model of the user's own, where one is configured; off by default.

``client`` asks it, ``guard`` holds its answer against the original, ``writer`` makes rewrites of what passes.
"""
