-- What the figures are counted over. Temporary: a store that is only read stays as it is.

CREATE TEMP VIEW IF NOT EXISTS judged AS    -- messages read and judged wholly, as in summary.py
SELECT *, substr(date, 1, 10) AS day
FROM messages WHERE error = '' AND note = '';

CREATE TEMP VIEW IF NOT EXISTS dated AS     -- those whose clock was not plainly wrong
SELECT *, substr(date, 12, 2) + 0 AS hour, (strftime('%w', day) + 6) % 7 AS weekday
FROM judged WHERE epoch BETWEEN 631152000 AND strftime('%s', 'now') + 172800 AND date(day) IS NOT NULL;

CREATE TEMP VIEW IF NOT EXISTS found AS     -- findings by message, for joining once a message
SELECT message, count(*) AS findings, max(group_name IN ('tone', 'service')) AS impolite
FROM findings GROUP BY message;

CREATE TEMP VIEW IF NOT EXISTS readers AS   -- a message once for each domain it went to
SELECT DISTINCT judged.id, score, substr(each.value, instr(each.value, '@') + 1) AS domain
FROM judged, json_each(recipients) AS each WHERE instr(each.value, '@') > 0;
