"""Of a mailed patch the commit message is judged, not the code."""

from __future__ import annotations

from maillint.gate.patches import without_diff
from maillint.message import read

PATCH = """From 6a1bf9c2a748977e9717e43855425af857b98c99 Mon Sep 17 00:00:00 2001
From: =?UTF-8?q?=C3=85sa?= <asa@north.example>
Date: Wed, 25 Nov 2026 19:27:52 +0000
Subject: [PATCH] relay: keep replies in order

Replies were sorted by time, which is wrong on resend.
---
 f.c | 3 ++-
 1 file changed, 2 insertions(+), 1 deletion(-)

diff --git a/f.c b/f.c
--- a/f.c
+++ b/f.c
@@ -1 +1,2 @@
+int main() { // recieve it ASAP!!
--
2.39.5
"""


def test_the_diff_and_its_statistics_go() -> None:
    assert without_diff(read(PATCH.encode())).text == "Replies were sorted by time, which is wrong on resend.\n"


def test_a_mail_without_a_diff_is_the_same_object() -> None:
    draft = read("Subject: 差异\n\n--- 见下 ---\n没有 diff --git\n".encode())
    assert without_diff(draft) is draft


def test_a_diff_without_the_rule_goes_alone() -> None:
    assert without_diff(read(b"Subject: a\n\nLook:\ndiff --git a/f b/f\n+recieve\n")).text == "Look:\n"
