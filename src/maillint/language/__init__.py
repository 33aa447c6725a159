"""Words, sentences, scripts, dates, names and spelling of English and Chinese. Knows nothing of mail or checks."""
