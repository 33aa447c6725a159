"""Many messages at once: judged on every core, kept as figures in one file, told as habits."""
