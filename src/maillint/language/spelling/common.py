"""The commonest words of business mail, so that most words need no look-up in the index."""

from __future__ import annotations

_WORDS = """
the and for are but not you all any can had her was one our out day get has him his how man new now old see two way
who boy did its let put say she too use that with have this will your from they know want been good much some time
very when come here just like long make many more only over such take than them well were what about could first other
there these think which would again also back because before being between both call each even every find follow give
given going great group hand help hope into last late later leave left less look made mail mean meet meeting might
month morning most move must name near need needs never next night note nothing number off office often once open
order own part past pay people place plan please point possible present price problem project provide question
questions quite rather read ready really receive received regards report request right same schedule second send sent
several shall should show side since small soon still sure team tell thank thanks their themselves then through today
together told tomorrow tonight took try trying under until update upon used using wanted week weeks weekend while
without wondering work working works year years yes yesterday yet able above accept access account across act action
actually add added additional address after afternoon against ago agree agreed agreement allow almost along already
although always among amount another answer anyone anything appreciate approach approval approve approved april area
around arrange ask asked asking assist assume attached attachment attend august available away based basis became
become below best better big bill bit book box break bring building business busy buy calendar called calls came care
case cases cause certain chance change changed changes charge check clear client close code comment comments committee
common community company complete completed concern concerns conference confirm confirmed consider contact continue
contract copies copy correct cost costs couple course cover create credit current currently customer customers data
date dates dear deal deals december decide decided decision deliver delivery department design detail details
development difference different difficult director discuss discussed discussion document documents does doing done
down draft drop due during early easy effect effort either else email emails employees end enjoy enough ensure entire
error especially evening event everyone everything example except expect expected expense explain extra fact fall far
february feedback feel few field figure file files final finally finance financial fine finish five fixed floor form
format forward found four free friday friend friends front full fully further future gave general getting gives glad
goes got growth half happen happened happy hard head hear heard held hello hi high hold home hotel hour hours house
however idea if immediately impact important improve include included includes including increase indeed inform
information initial inside instead interest interested internal internet invoice involved issue issues item items
january job join july june keep kind large least legal letter level likely limit limited line link list little live
local located location longer looking lot low lunch main maintain major management manager march market matter maybe
me members mention mentioned message mind minute minutes miss missing model monday money months moved national
necessary needed network news nice noon normal notice november object october offer offered online opinion opportunity
option options original others otherwise ourselves outside overall page paid paper party password payment pending per
percent performance perhaps period person phone pick piece planned planning plans position prefer preliminary prepare
prepared previous prices print prior private probably procedure process product production products program progress
proposal proposed provided public purchase purpose quality quarter quick quickly quote range rate rates reach reason
reasons recent recently record red reduce refer reference regarding regular related release remain remember remind
reply reports require required research resolve resources respond response responsible rest result results return
review reviewed revised risk room rooms rule run safe safety said sale sales sample saturday save saying section
security seem seems seen selected sell sense separate september series serious serve service services set share sheet
ship short shortly sign signed simple simply single site situation six size sold someone something sometimes sort
sorry source space speak special specific spend staff stage standard start started state statement status step steps
stop street strong subject submit success suggest suggestion summary sunday supplier supply support system systems
table taken takes taking talk talked target task tax technical ten term terms test text thing things third thought
three thursday ticket times title top total touch track trade training transfer travel trip true tuesday turn type
understand understanding unfortunately unit university unless updated upcoming usually value various version via view
visit wait waiting walk warm watch wednesday welcome went whatever where whether whole whose why wish within won word
words world worth write written wrong wrote i'm i'll i've i'd you'll you're you've you'd we'll we're we've we'd it's
that's there's here's what's let's don't doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't wasn't
weren't haven't hasn't hadn't they're they'll they've he's she's ain't o'clock
"""
COMMON = frozenset(_WORDS.split())
