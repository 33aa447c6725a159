"""English words that tell what a date is for: a request, a promise, a plan, or something over."""

from __future__ import annotations

_split = str.split

ASKING = frozenset(
    _split(
        """
        aim aiming appreciate asking available can can't confirm could deadline due ensure expect expecting expects
        going gonna grateful he'll hope hoping i'll intend it'll kindly latest let let's lets look looking might
        must need needed needs plan planning plans please pls plz promise request require required requires rsvp
        arrives begins closes departs ends expires lands launches leaves opens renews scheduled shall she'll starts
        should supposed they'll want wants we'll will won't would you'll
        """
    )
)
IMPERATIVES = frozenset(
    _split(
        """
        acknowledge advise answer approve arrange be book bring call check come complete confirm contact deliver do
        finish fix forward get give hand let make meet pay phone plan prepare provide put reach remind reply respond
        return review ring see send set share ship sign submit take talk update
        """
    )
)
REQUESTS = frozenset(
    _split(
        """
        ask can could deadline due i'll kindly must need please pls plz require required shall should we'll would
        """
    )
)
HASTE = frozenset(
    (
        "immediately", "promptly", "right away", "straight away", "straightaway", "at once", "urgently", "forthwith",
        "without delay", "without further delay", "with immediate effect",
    )
)  # fmt: skip
# Commands that advertisements use too; they count with "me" or "us" beside them.
ADVERTISED = frozenset(
    _split(
        """
        book call come contact get meet phone ring see take
        """
    )
)
COUNTS = frozenset(_split("all both two three four five six seven eight ten many several everything"))
FUTURE = ASKING | frozenset(
    _split(
        """
        am are arrives attend be beginning begins busy call closes comes deliver ends expires fly free go
        goes i'm is it's join launch launches leaves meet opens remains reply see send speak start starting
        starts suits takes talk that's they're travel we're works you're
        """
    )
)
PAST = frozenset(
    _split(
        """
        became been began bought broke built came caught chatted chose dealt did didn't done drew drove fell felt
        flew forgot found gave given gone got grew had hadn't heard held kept knew laid led left lost made meant
        met paid quoted ran rang rose said saw seen sent signed since sold sought spent spoke spoken stood
        submitted bent bit bled burnt burst clung crept dug fed fled fought froze hid hung leapt lit rode rose sang
        sank shone shook shot slept slid spun stole struck stuck stung swam swept swung threw tore woke wore worn
        frozen stolen thrown taken taught thought told took understood was wasn't went were weren't won written
        wrote
        """
    )
)
# Participles that look ahead (scheduled for Monday), and -ed words that say nothing of time.
NEUTRAL = frozenset(
    _split(
        """
        agreed-upon attached based bed closed concerned deed deferred delayed delighted detailed embed enclosed
        exceed excited expected extended feed hoped indeed interested invited limited need needed planned pleased
        postponed proceed proposed red related requested required rescheduled revised scheduled seed set shed slated
        speed succeed supposed targeted timed united unless updated used wanted wed wondered
        """
    )
)
MOVED = frozenset(
    _split("moved postponed rescheduled shifted pushed deferred planned scheduled booked set adjourned delayed")
)
PASSIVE = frozenset(
    _split(
        """
        are be being get gets i'm is it's they're to we're you're
        """
    )
)
ADJECTIVAL = frozenset(
    _split(
        """
        a an any her his my our that the their these this your
        """
    )
)
DEADLINE = frozenset(["before", "by", "due", "latest", "than", "til", "till", "until"])
PREPOSITIONS = DEADLINE | frozenset(
    _split(
        """
        about after and around as at beginning between coming dated during each effective either every for from in
        is last next of on or over past per since starting this through thru to within
        """
    )
)
EVERY = frozenset(
    _split(
        """
        alternate each every most other our per regular usual weekly what which any
        """
    )
)
WISHES = frozenset(
    _split(
        """
        amazing enjoy enjoyable fabulous fantastic fun good great happy lovely merry nice pleasant relaxing restful
        safe splendid super wonderful
        """
    )
)
# What may follow "the 5th" when it is a day and not a floor, draft or edition.
AFTER_DAY = frozenset(
    _split(
        """
        after and are as at because before between but by can for from has have he i if in instead is it may not of
        on or please she should since so that then there they through to too unless until via was we were when where
        which while will with works would you
        """
    )
)
# Behind a length: it counts from another event (within 30 days of receipt).
EVENTS = (
    "of receipt", "of receiving", "of notice", "of the", "of your", "of our", "of this", "of being", "of delivery",
    "of signing", "of signature", "of invoice", "of purchase", "from receipt", "from the date", "from delivery",
    "from receiving", "after receipt", "after the", "after receiving", "after delivery", "after you", "after we",
    "before the", "from your", "from our", "of having", "of approval", "of order", "from order", "of completion",
    "following", "after order", "after your", "after confirmation", "after payment", "from invoice",
    "plus or minus", "of each other", "of its", "of any", "of a ", "of an ", "of it", "of when",
)  # fmt: skip
# Beside a length: it counts from that event, or is a rule.
CONDITIONS = frozenset(
    _split(
        """
        after all always any each every generally if normally once then typically upon usually when whenever
        """
    )
)
# How a sentence begins that tells of something over: Thank you for your call on Monday.
TALES = ("thank", "thanks", "many thanks", "following", "further to", "it was", "great to", "lovely to", "good to",
         "i am sorry", "i'm sorry", "we are sorry", "we're sorry", "my apologies", "we apologise", "we apologize",
         "nice to", "great meeting", "great speaking", "sorry i missed", "sorry for", "apologies for")  # fmt: skip
COMMANDING = frozenset(("will", "please", "can", "could", "shall", "would", "let"))
# Behind a weekday: what every such day has (Sunday lunch is served).
REGULAR = frozenset(
    _split(
        """
        breakfast brunch class crowd group groups job jobs slot slots tea classes deliveries delivery dinner
        edition hours lunch market menu newsletter opening openings rate rates roast rush school service services
        shift shifts supplement surcharge surcharges traffic trading work working
        """
    )
)
