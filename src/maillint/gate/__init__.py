"""Doors that decide whether a message may pass before it is sent."""
