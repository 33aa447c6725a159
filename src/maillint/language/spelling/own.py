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
    "halper pilon avent datas advices passin "
)
NO_SLIPS = frozenset(_NO_SLIPS.split())
"""Listed slips that are words, names or variants somebody may mean."""

_NEGATED = "do did does is was are were has have had could would should must need"
SLIPS = {
    **{f"{verb}nt": f"{verb}n't" for verb in _NEGATED.split()},
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
    "revals maint telerate densify sluff socal opps deburred indemnitees cartonization refaxing truc compliancy mids"
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
