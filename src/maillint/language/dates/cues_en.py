"""English words that tell what a date is for: a request, a promise, a plan, or something over."""

from __future__ import annotations

ASKING = frozenset(
    (
        "please", "pls", "plz", "kindly", "will", "shall", "would", "could", "can", "should", "must", "need", "needs",
        "needed", "i'll", "we'll", "you'll", "he'll", "she'll", "they'll", "it'll", "let", "let's", "lets", "require",
        "requires", "required", "request", "due", "deadline", "expect", "expects", "expecting", "hope", "hoping", "look",
        "looking", "want", "wants", "ensure", "appreciate", "grateful", "going", "gonna", "may", "might", "intend",
        "plan", "plans", "planning", "aim", "aiming", "won't", "can't", "available", "rsvp", "latest", "asking",
        "scheduled", "confirm", "supposed", "promise",
    )
)  # fmt: skip
IMPERATIVES = frozenset(
    (
        "send", "call", "reply", "confirm", "submit", "return", "give", "get", "review", "sign", "approve", "check",
        "bring", "finish", "complete", "fix", "ship", "deliver", "pay", "forward", "respond", "ring", "phone", "provide",
        "advise", "update", "prepare", "book", "share", "do", "make", "be", "come", "see", "meet", "talk", "reach",
        "contact", "hand", "take", "put", "set", "answer", "acknowledge", "remind", "arrange", "let", "plan",
    )
)  # fmt: skip
REQUESTS = frozenset(("please", "pls", "plz", "kindly", "must", "need", "could", "can", "would", "i'll", "we'll", "should", "ask",
                      "shall", "require", "required", "deadline", "due"))  # fmt: skip
HASTE = frozenset(("immediately", "promptly", "right away", "straight away", "straightaway", "at once", "urgently",
                   "without delay", "forthwith", "without further delay", "with immediate effect"))  # fmt: skip
# Commands that advertisements use too; they count with "me" or "us" beside them.
ADVERTISED = frozenset(("call", "contact", "get", "ring", "phone", "book", "see", "come", "take", "meet"))
FUTURE = ASKING | frozenset(
    (
        "is", "are", "am", "i'm", "we're", "you're", "they're", "it's", "that's", "be", "works", "suits", "starts",
        "begins", "ends", "closes", "opens", "leaves", "arrives", "expires", "comes", "remains", "takes", "start",
        "starting", "beginning", "launch", "launches", "goes", "go", "meet", "see", "talk", "speak", "call", "send",
        "reply", "travel", "fly", "join", "attend", "deliver", "available", "free", "busy", "coming", "leaving",
    )
)  # fmt: skip
PAST = frozenset(
    (
        "was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't", "been", "met", "sent", "spoke", "said",
        "told", "wrote", "came", "went", "got", "gave", "took", "made", "held", "began", "left", "saw", "found",
        "thought", "knew", "felt", "heard", "bought", "paid", "ran", "won", "lost", "sold", "built", "kept",
        "led", "rang", "caught", "chose", "drove", "fell", "flew", "grew", "rose", "stood", "submitted", "done", "seen",
        "gone", "taken", "given", "written", "spoken", "chatted", "broke", "forgot", "understood", "since", "signed",
        "became", "spent", "sought", "taught", "drew", "laid", "meant", "dealt", "quoted",
    )
)  # fmt: skip
# Participles that look ahead (scheduled for Monday), and -ed words that say nothing of time.
NEUTRAL = frozenset(
    (
        "scheduled", "planned", "postponed", "rescheduled", "expected", "needed", "required",
        "requested", "invited", "supposed", "deferred", "delayed", "extended", "attached", "need",
        "wanted", "hoped", "wondered", "united", "limited", "proposed", "speed", "feed", "indeed", "exceed", "proceed",
        "succeed", "related", "interested", "pleased", "delighted", "excited", "detailed", "updated",
        "revised", "set", "enclosed", "embed", "red", "bed", "used", "based", "concerned", "closed", "shed", "wed",
        "unless", "targeted", "slated", "timed", "deed", "seed", "agreed-upon",
    )
)  # fmt: skip
PASSIVE = frozenset(("be", "is", "are", "being", "get", "gets", "it's", "they're", "we're", "i'm", "to", "you're"))
ADJECTIVAL = frozenset(("the", "a", "an", "our", "your", "my", "his", "her", "their", "this", "that", "these", "any"))
DEADLINE = frozenset(("by", "before", "until", "till", "til", "than", "due", "latest"))
PREPOSITIONS = DEADLINE | frozenset(
    (
        "on", "for", "from", "to", "of", "this", "next", "since", "after", "starting", "beginning", "between", "and",
        "or", "either", "through", "thru", "effective", "at", "in", "within", "over", "during", "around", "about",
        "dated", "every", "each", "last", "past", "coming", "is", "until", "per", "as",
    )
)  # fmt: skip
EVERY = frozenset(("every", "each", "most", "alternate", "per", "weekly", "regular", "usual", "our", "other"))
WISHES = frozenset(("happy", "great", "nice", "good", "lovely", "wonderful", "enjoy", "fantastic", "safe", "relaxing",
                    "restful", "pleasant", "super", "merry", "enjoyable", "fabulous", "amazing", "fun", "splendid"))  # fmt: skip
# What may follow "the 5th" when it is a day and not a floor, draft or edition.
AFTER_DAY = frozenset(
    (
        "at", "in", "of", "for", "from", "if", "and", "or", "but", "to", "by", "with", "we", "i", "you", "please",
        "because", "when", "where", "is", "will", "would", "works", "as", "so", "via", "between", "instead", "until",
        "through", "then", "they", "he", "she", "it", "since", "after", "before", "not", "that", "which", "can", "on",
        "was", "were", "has", "have", "may", "should", "are", "so", "unless", "while", "too", "there",
    )
)  # fmt: skip
EVENTS = ("of receipt", "of receiving", "of notice", "of the", "of your", "of our", "of this", "of being", "of delivery",
          "of signing", "of signature", "of invoice", "of purchase", "from receipt", "from the date", "from delivery",
          "from receiving", "after receipt", "after the", "after receiving", "after delivery", "after you", "after we",
          "before the", "from your", "from our", "of having", "of approval", "of order", "from order", "of completion",
          "following", "after order", "after your", "after confirmation", "after payment", "from invoice", "of each other",
          "of its", "of any", "of a ", "of an ", "of it", "of when")  # fmt: skip
CONDITIONS = frozenset(("once", "upon", "when", "whenever", "after", "if", "then", "always", "usually", "normally",
                        "typically", "generally", "every", "each", "any", "all"))  # fmt: skip
