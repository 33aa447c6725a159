"""maillint reads an e-mail as a demanding colleague would, just before it is sent."""

__version__ = "0.1.0"
