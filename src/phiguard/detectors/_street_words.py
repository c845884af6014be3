"""Words of street lines: suffixes, units, and what is no street's name.

Source: USPS Publication 28, Appendices C1 (street suffixes, with the variants that it lists) and C2 (secondary units).
"""

from __future__ import annotations

COMMON = """allee alley ally aly av ave aven avenu avenue avn avnue blvd boul boulevard boulv causeway cir circ
circl circle court ct drive drives driv dr expressway expy freeway fwy highway highwy hwy hiway lane
lanes ln ldg loop parkway parkways parkwy pkwy pkway pkwys pky pike plaza plz place pl rd rds road roads
route rte row sq square squares st str street streets strt ter terr terrace throughway tpke trl trail
trails trafficway turnpike turnpk way xing crossing crescent cres trlr mews broadway tce"""
"""Suffixes that are rarely anything else behind a number and a capitalised word."""
UNCOMMON = """anex annex anx arc arcade bayou bayoo bch beach bend bg bgs bluf bluff bluffs blf blfs bnd bot bottm
bottom branch brdge brg bridge brk brks brnch brook brooks btm burg burgs byp bypa bypas bypass byps
camp canyn canyon cape causwa causway cen cent center centers centr centre cirs circles clb clf clfs
cliff cliffs club cmn cmns cmp cnter cntr cnyn common commons cor corner corners cors course courts cove
coves cp cpe cr crcl crcle creek crest crk crossroad crossroads crscnt crse crsent crsnt crssng crst
cswy ctr ctrs cts curv curve cv cvs cyn dale dam div divide dl dm drs drv dv dvd est estate estates ests
exp expr express expw ext extension extensions extn extnsn exts fall falls ferry field fields flat flats
fld flds fls flt flts ford fords forest forests forg forge forges fork forks fort frd frds freewy frg
frgs frk frks frry frst frt frway frwy fry ft garden gardens gardn gateway gatewy gatway gdn gdns glen
glens gln glns grden grdn grdns green greens grn grns grov grove groves grv grvs gtway gtwy harb harbor
harbors harbr haven hbr hbrs heights hgts highwy hill hills hl hllw hls hollow hollows holw holws hrbor
ht hts hvn inlet inlt is island islands isle isles islnd islnds iss jct jction jctn jctns jcts junction
junctions junctn juncton key keys knl knls knol knoll knolls ky kys lake lakes land landing lck lcks
ldge lf lgt lgts light lights lk lks lndg lndng loaf lock locks lodg lodge mall manor manors mdw mdws
meadow meadows medows mill mills mission missn ml mls mnr mnrs mnt mntain mntn mntns motorway mount
mountain mountains mountin msn mssn mt mtin mtn mtns mtwy nck neck opas orch orchard orchrd oval
overpass ovl park parks pass passage path paths pikes pine pines pk pkwys plain plains plazas plaines
pln plns plza pne pnes point points port ports pr prairie prk prr prt prts psge pt pts rad radial radiel
radl ramp ranch ranches rapid rapids rdg rdge rdgs rest ridge ridges riv river rivr rnch rnchs rpd rpds
rst rue run rvr shl shls shoal shoals shoar shoars shore shores shr shrs skwy skyway smt spg spgs spng
spngs spring springs sprng sprngs spur spurs sqr sqre sqrs squ sta station statn stn stra strav straven
stravenue stravn stream streme strm strvn strvnue sumit sumitt summit throughwy tr trace traces track
tracks trafficwy trak trce trfy trk trks trnpk trwy tunel tunl tunls tunnel tunnels tunnl un underpass
union unions uns upas valley valleys vally vdct via viadct viaduct view views vill villag village
villages ville villg villiage vis vist vista vl vlg vlgs vlly vly vlys vst vsta vw vws walk walks wall
ways well wells wl wls wy"""
"""The rest of the table: words of their own. They need a number of three digits, a unit, or a city behind them."""
FRACTIOUS = frozenset("ct dr st pt ht pr tr ml mt ft is la br un vis ext exp div pl".split())
"""Abbreviations that in all capitals are clinical shorthand: CT scan, delayed release, ST segment, patient, height."""
UNITS = frozenset(
    """mg mcg ug g kg gm ml cc l dl mmol meq iu unit units lb lbs oz cm mm m in inch inches ft foot feet meter
meters metre metres yard yards percent degree degrees calorie calories kcal cal hz khz mmhg bpm rpm min
mins minute minutes sec secs second seconds hr hrs hour hours day days night nights week weeks wk wks
month months mo year years yr yrs yo y/o times x tab tabs tablet tablets cap caps capsule capsules puff
puffs drop drops dose doses pack packs pk ppd lead leads vessel vessels point points star stars step
steps level levels slice slices phase view views part parts stage grade type french fr gauge channel
lumen lumens way patients subjects cases people persons children adults women men participants players
beats blocks stairs flights sets reps rounds sessions visits wheel drug item items question questions
word words am pm a.m. p.m. est pst cst mst""".split()
)
MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december".split()
)
COMMON_SET = frozenset(COMMON.split())
ABRIDGED = frozenset("av bvd expwy boulevar crt hgwy hghwy hwys sts aves streets avenues rds".split())
"""What people write for a common suffix: cut short, or in the plural."""
SUFFIXES = (
    COMMON_SET
    | ABRIDGED
    | frozenset(UNCOMMON.split())
    | frozenset("py ep wynd turn overlook strip concourse prom prk prado close grade".split())
)
"""The table, those, and what is not in the table."""
LIVES_WORDS = frozenset(
    "live lives lived living reside resides resided residing stay stays stayed staying address located moved home house apartment office".split()
)
"""With which "lives at" and its like begin."""
CROSSING = frozenset("st street ave avenue rd road blvd boulevard hwy highway dr drive ln lane pkwy".split())
ROADS = frozenset("hwy highway route rte rt road rd loop spur ave avenue street market fm us".split())
TYPES = frozenset("avenue ave via rue camino paseo calle avenida plaza corte circulo vereda broadway".split())
"""Suffixes at a crossing, words of numbered roads, types that stand in front of a name."""
UNIT_WORDS = (
    "apartment apt suite ste unit building bldg floor fl room rm lot space spc trailer trlr penthouse ph dept department basement bsmt "
    "slip hangar office ofc int depto dpto piso rear upper lower front"
).split()
"""What may be written onto a street: `BroadwayApt 5`."""
