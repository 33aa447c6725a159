"""The numbers of the milter protocol, version 6, by the names of libmilter's mfdef.h."""

from __future__ import annotations

from enum import IntFlag

VERSION = 6
OLDEST_VERSION = 2
CHUNK = 65_535
"""Octets of body that go into one packet."""


class Action(IntFlag):
    """What a milter may do to a message (SMFIF_*)."""

    ADD_HEADERS = 0x1
    CHANGE_BODY = 0x2
    ADD_RECIPIENT = 0x4
    DELETE_RECIPIENT = 0x8
    CHANGE_HEADERS = 0x10
    QUARANTINE = 0x20
    CHANGE_SENDER = 0x40
    ADD_RECIPIENT_WITH_ARGUMENTS = 0x80
    SET_MACROS = 0x100


class Step(IntFlag):
    """What the server need not send, or need not wait for an answer to (SMFIP_*)."""

    NO_CONNECT = 0x1
    NO_HELO = 0x2
    NO_MAIL = 0x4
    NO_RECIPIENT = 0x8
    NO_BODY = 0x10
    NO_HEADERS = 0x20
    NO_END_OF_HEADERS = 0x40
    SILENT_HEADER = 0x80
    NO_UNKNOWN = 0x100
    NO_DATA = 0x200
    SKIP = 0x400
    REJECTED_RECIPIENTS = 0x800
    SILENT_CONNECT = 0x1000
    SILENT_HELO = 0x2000
    SILENT_MAIL = 0x4000
    SILENT_RECIPIENT = 0x8000
    SILENT_DATA = 0x1_0000
    SILENT_UNKNOWN = 0x2_0000
    SILENT_END_OF_HEADERS = 0x4_0000
    SILENT_BODY = 0x8_0000
    LEADING_SPACE = 0x10_0000
    """Header values come and go with the space behind the colon, byte for byte."""
