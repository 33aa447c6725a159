"""The milter: Postfix and Sendmail ask it about each message while the client still waits for an answer."""
