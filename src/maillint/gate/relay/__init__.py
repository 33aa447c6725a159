"""An SMTP relay on this machine that judges what a mail program sends before the real server gets it."""
