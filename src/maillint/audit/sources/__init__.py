"""Where an audit's messages come from, handed out in batches that one worker reads and judges."""

from maillint.audit.sources.batch import MOST, MOST_OCTETS, Batch, Piece, Source, batched

__all__ = ["MOST", "MOST_OCTETS", "Batch", "Piece", "Source", "batched"]
