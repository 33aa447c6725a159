"""What the public lists get wrong or lack, judged on business mail."""

from __future__ import annotations

# Listed slips that are short or so frequent that only these are believed; the others of their kind are names,
# abbreviations or words of other languages.
_TRUSTED = (
    "teh hte adn nad taht thta thsi wiht wtih ahve hvae jsut yuo yoru tihs whcih waht tahn thier thay thei thes hava "
    "nott beng agin mony woul whic tthe rthe trhe thos aand sory liek siad wich mena abou hass lage usin ather cyle "
    "woth trys untill definately accidently seperate occured belive happend realy recieve recieved truely publically "
    "brough goverment grammer weeknd suprised wierd wether cleary payed lifes childs heros"
)
TRUSTED = frozenset(_TRUSTED.split())

_NO_SLIPS = (
    "ambien chambre espace classe technics programa performa objet projet consol collet pring capela maybelle regio "
    "focusses combatting discernable transferrable extraversion floatation conveyer rarified compleat earnt quitted "
    "thingie knifes imbedded inhouse reacher licker jenkin ponting voight vermillion flagg varian karam cruze groupe "
    "unser unter cornel smoot corse soler creedence matric malcom villegas bootle wapping parana arica enver "
    "travelodge yello americanus oriente gardai secord celle dimond goole pugin christin vitaliy masia christiaan "
    "caesarian hashi chater classis lamba asser brach loder autor oktober californica falke bever binay emmit schip "
    "halper pilon avent datas advices passin artic "
)
NO_SLIPS = frozenset(_NO_SLIPS.split())
"""Listed slips that are words, names or variants somebody may mean."""

_NEGATED = "do did does is was are were has have had could would should must need"
_JOINED = (
    "of_the in_the to_the for_the on_the at_the with_the from_the and_the that_the is_the by_the if_the will_be to_be "
    "can_be should_be has_been have_been i_will you_can you_are you_will you_have we_have we_will we_are we_can "
    "it_will this_is that_is there_is there_are if_you let_me let_us please_find please_let please_send next_week "
    "this_week last_week next_month last_month this_month this_year last_year next_year thank_you as_soon_as a_few "
    "in_front in_addition in_advance of_course so_far in_order in_fact in_spite each_other "
    "is_not are_not was_not were_not has_not have_not will_not do_not does_not did_not could_not would_not should_not "
    "able_to need_to have_to due_to according_to prior_to thanks_for up_to_date look_forward looking_forward "
    "best_regards kind_regards very_much so_much too_much how_much how_many as_well a_lot"
)
_CONTRACTIONS = """
doesn't: dosent dosen't dosn't dosnt doesent doesen't doen't doens't dose'nt
don't: dont't do't
didn't: dident didint did't
can't: cann't can'nt
couldn't: coudnt coudn't
wouldn't: woudnt woudn't
shouldn't: shoudnt shoudn't
haven't: havent't havn't havnt
hasn't: hasen't hasent
isn't: is'nt isnt
aren't: arn't arnt
wasn't: wasen't
weren't: wernt wern't
"""
_FINGERS = """
from: fron ftom frim frem
take: taek
after: aftr
check: chek
your: yout yuor ypur yur
that: thst
live: liev
also: aslo
past: psat
area: aera
friend: frend
early: ealy
summer: sumer
just: juat judt jusy
with: wirh witb witn wyth
able: abie
total: toal
purchase: purchas
service: servic
peaceful: peacefull
want: wnat
and: anad annd andd
their: teir
for: ffor forr
both: botb
summit: summitt
target: targett
traffic: traffick
development: developmen
football: footbal
think: thnk thnik
will: wiil wlll wll
holiday: holliday
talent: tallent
kitchen: kitchin
farewell: farwell
chairman: charman
reminder: remender
which: whch
this: thid
southern: sothern
street: steet streat
about: abot
something: samething
only: onely onley
these: thse
they: thye
make: maek
like: lije
need: nedd
help: hellp
good: goid
world: worid
first: frst
wait: waitt wati
meet: mert
seems: sems
read: raed
said: saied
glass: glas
welcome: wellcome
girls: grils
turn: trun
trade: tarde
have: hve havi
there: thre
when: wehn whne
where: whre
could: coudl cuold
would: woudl wuold
should: shoudl shuold
know: konw knwo
please: pelase plese
thanks: thnaks thansk
hello: helo
order: oredr
email: emial
issue: ishue isue
"""


def _pairs(table: str) -> dict[str, str]:
    """Wrong -> right, from lines that name the right word, a colon and the wrong ones."""
    lines = (line.partition(": ") for line in table.strip().split("\n"))
    return {wrong: right for right, _, wrongs in lines for wrong in wrongs.split()}


FINGERS = _pairs(_FINGERS)
"""Slips of the fingers in small letters, which with a capital may be names."""
SLIPS = {
    **_pairs(_CONTRACTIONS),
    **{f"{verb}nt": f"{verb}n't" for verb in _NEGATED.split()},
    **{f"{verb}'nt": f"{verb}n't" for verb in (*_NEGATED.split(), "ca", "wo")},
    **{joined.replace("_", ""): joined.replace("_", " ") for joined in _JOINED.split()},
    "your's": "yours",
    "our's": "ours",
    "their's": "theirs",
    "her's": "hers",
    "todays": "today's",
    "wheres": "where's",
    "heres": "here's",
    "whos": "who's",
    "hows": "how's",
    "shes": "she's",
    "youll": "you'll",
    "youd": "you'd",
    "theyd": "they'd",
    "itll": "it'll",
    "thatll": "that'll",
    "thats": "that's",
    "whats": "what's",
    "theres": "there's",
    "youre": "you're",
    "youve": "you've",
    "theyre": "they're",
    "theyve": "they've",
    "alot": "a lot",
    "alongwith": "along with",
    "inspite": "in spite",
    "infact": "in fact",
    "aswell": "as well",
    "eventhough": "even though",
    "moreso": "more so",
    "atleast": "at least",
    "incase": "in case",
    "afterall": "after all",
    "noone": "no one",
    "upto": "up to",
    "inorder": "in order",
    "thankyou": "thank you",
    "eachother": "each other",
    "recomment": "recommend",
    "correllation": "correlation",
    "doesnot": "does not",
    "didnot": "did not",
    "donot": "do not",
    "fasinated": "fascinated",
    "vist": "visit",
    "minites": "minutes",
    "activiy": "activity",
    "acros": "across",
    "campain": "campaign",
    "colledge": "college",
    "desease": "disease",
    "maried": "married",
    "someome": "someone",
    "wether": "whether",
    "guage": "gauge",
    "presentaiton": "presentation",
    "calender": "calendar",
    "employe": "employee",
    "mispell": "misspell",
    "weve": "we've",
    "theyll": "they'll",
    "informations": "information",
    "equipments": "equipment",
    "softwares": "software",
    "hardwares": "hardware",
    "feedbacks": "feedback",
    "furnitures": "furniture",
    "homeworks": "homework",
    "knowledges": "knowledge",
    "luggages": "luggage",
    "irregardless": "regardless",
    "supposably": "supposedly",
}
"""Slips of our own, which go before the list's."""

_JARGON = (
    "amortise amortised boms rfqs haulier hauliers notarised dpia mutatis minimus appraisee secondee xlsx pptx tagg "
    "revals maint telerate densify sluff artics socal opps deburred indemnitees cartonization refaxing truc "
    "compliancy mids telecon telecons subsids petchem petchems indeces apostille apostilles"
)
JARGON = frozenset(_JARGON.split())
"""Words of the trade that are rare in print and one letter from a common word."""

_TRADE = (
    "agenda agendas amendment amendments appendix attendee attendees brochure calendar catalogue certificate "
    "clearance colleague colleagues consignment courier customs deadline deadlines delivery deliveries deposit "
    "discount discounts dispatch enclosed enclosure enquiry enquiries freight guarantee inquiry inquiries "
    "installation inventory invoice invoices invoicing itinerary logistics maintenance manufacturer manufacturing "
    "procurement proforma purchase purchasing quotation quotations quote receipt receipts reference refund "
    "reimbursement reminder remittance reschedule rescheduled respectively schedule scheduled shipment shipments "
    "shipping signature specification specifications spreadsheet spreadsheets subsidiary supplier suppliers template "
    "tender tenders transfer transferred turnover upcoming urgent urgently vendor vendors voucher warehouse warranty "
    "workshop workshops "
)
TRADE = frozenset(_TRADE.split())
"""Words that business mail uses far more than print does, so that they are sooner meant."""
