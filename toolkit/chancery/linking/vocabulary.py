"""Words that decide whether a capitalised word is part of a name: titles, forenames, and what names are mistaken for.

All small letters, without accents and apostrophes. Short lists on purpose: what a register or the document itself says
comes first, and a word belongs here only for a reason of the language, never for one document.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


# Stand before a name and are not part of it.
TITLES = word_set("""
mr mrs ms miss messrs mssrs dr prof professor sir lord lady dame mme madame mlle monsieur herr frau senor senora
comrade ambassador ambassadors amb ambs secretary secretaries sec secy secys sect undersecretary undersec unsec secdef
secstate depsec vp president presidents pres chairman chairwoman chair general generals gen lieutenant lt ltg major
maj brigadier brig colonel colonels col captain capt commander cdr cmdr lieut sergeant sgt admiral admirals adm radm
vadm commodore marshal senator senators sen congressman congresswoman representative rep governor gov mayor minister
ministers fonmin finmin defmin depfonmin primin premier chancellor prince princess princes king queen emperor empress
shah sheikh shaikh sheik sultan emir amir pope cardinal archbishop bishop father rabbi reverend rev ayatollah imam
sardar pandit director counselor counsellor consul charge attache deputy assistant acting former late vice prime
foreign judge justice speaker chief commissioner administrator delegate generalissimo count baron earl viscount
honorable hon excellency duke marquis assemblyman czar baroness countess
marquess commissar jonkheer dona monsignor msgr sayyid maulana mm comte comtesse signor signora
""")

# Titles that only go with a name: who bears one after them is a person, listed or not.
HONORIFICS = word_set("""
mr mrs ms miss messrs dr sir lord lady mme madame monsieur herr frau senor senora ambassador amb general gen
lieutenant lt major maj brigadier colonel col captain capt sergeant admiral adm marshal senator congressman professor
comrade undersecretary premier chancellor prince princess king queen shaikh sheikh judge father rabbi cardinal
archbishop bishop prof count countess baron baroness viscount marquis marquess jonkheer emir amir pandit commissar
generalissimo commodore mlle dona monsignor msgr reverend rev honorable hon sayyid maulana mm
comte comtesse signor signora
""")

FEMALE = word_set("mrs miss ms lady mme madame frau senora queen princess mlle")

# "Attorney General", "Consul General": the second word is no rank.
BEFORE_GENERAL = word_set("attorney consul secretary director inspector surgeon postmaster solicitor")

SUFFIXES = word_set("jr sr ii iii iv")
PARTICLES = word_set("de da di do du del della van von der den ter ten la le el al bin ibn ben abu y e zu zur st")
NUMERALS = word_set("i ii iii iv v vi vii viii ix x xi xii")

# Capitalised at the start of a sentence or in headlines, telegrams and titles, and not part of a name.
FUNCTION_WORDS = word_set("""
a about above according accordingly actually after again against agree all almost along already also although always
am among an and another any apparently approved are around as ask asked asks assume at aware be because before being
believe believes beside besides between both but by call called can cannot cite concerning consider continued could
copy copies current currently dear despite did do does doubt drafted during each either even eventually ever evident
every except failing final finally first following for foregoing fortunately from further furthermore generally give
given had has have having he hence her here his how however i if in incidentally including indeed inform informal
initially inside instead instructed into is it its just last later latter let like likewise many may meanwhile memcon
memcons might moreover most must my neither never nevertheless next no nodis nor not note nothing now obviously of off
pursuant on once one only or other others otherwise our out outside over per perhaps personally please possibly
presumably prior probably provided quite read recently recommend referencing regarding request said same saw says
second see seemingly seen send sent shall she should signed similarly since so some soon still subject such suggest
suggested tell than that the their them then there thereafter therefore these they think this those though through
throughout thus to today together tomorrow tonight too toward two ultimately under understand undoubtedly
unfortunately unless unlike until up upon urge us very via was we well were what whatever when whenever where whereas
whereupon whether which while who whom whose why will with within without would yes yesterday yet you your eyes secret
confidential priority flash immediate via attached enclosed noforn exdis limdis action info subj re ref jan feb mar
apr jun jul aug sept oct nov dec monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december
""")

# Nouns of offices and institutions that stand capitalised before a name: "Department of State Rusk".
OFFICE_WORDS = word_set("""
state defense affairs treasury commerce justice agriculture interior labor department government embassy mission
delegation council house office bureau board union states east west north south soviet american british french german
chinese japanese american korean european nato un us uk usa ussr prc usaf usn usmc dci cia sea large army navy marine
force staff security intelligence commission committee minister congress senate court agency cabinet community party
bilateral point points paragraph document telegram memorandum letter message page tab annex
""")

# Nouns that make what goes before them the name of a thing: no person is meant.
THING_NOUNS = word_set("""
subcommittee trail club street avenue airport airfield airlines island islands times post herald tribune brothers bros
co company corporation corp inc ltd university college institute school hospital field base fort harbor bay lake river
mountains hotel building square center centre line lines fund steel oil motors bank city county park beach springs
valley road boulevard bridge canal dam strait straits sea sound panthers library
material
""")

# Words that turn the next one into a place: "New York", "Cape Kennedy", "Fort Bragg".
PLACE_WORDS = word_set("""
new fort ft port lake mount mt san santa saint st camp cape point north south east west el los uss ss
""")

# Nouns after a person's name that leave it a person's: "Kohler Files", "Carter Administration".
BELONGINGS = word_set("""
administration admin papers files file government govt regime cabinet presidential materials
collection series memorandum memoranda memo memos memcon letter letters message speech statement proposal plan
doctrine talks visit trip mission meeting meetings conversation conversations report notes diary chronological chron
policy family era years interview appointment nomination team staff office committee commission round act amendment
bill formula idea initiative telegram aide-memoire party group case affair
""")

# Places and institutions that are also surnames: only a title, a forename or a formal place makes them names.
PLACES = word_set("""
amman asia beirut berlin bonn boston cairo canada chad chile china columbia cuba dallas defense england europe france
geneva germany greece holland houston india interior iran ireland israel japan jordan justice korea labor laos lima
london malta moscow orient oxford panama paris press rome russia scotland senate spain state texas treasury troy
vienna virginia wales washington york commerce agriculture congress cabinet january february march april may june july
august mr mrs u ii iii
""")

# Surnames that are also titles, bodies, parts of a paper or other people's names: the person must be named elsewhere.
TITLE_LIKE = word_set("""
count duke king lord major marshal prince queen rabbi judge dean pope bishop sultan house page point post news times
lincoln madison
""")

# Surnames that are words of ordinary prose: a capital in mid-sentence makes them names, one at its start does not.
ORDINARY = word_set("""
art ball bank banks bay bell bird black blue bond book box boy bright brook brown bush case cash chance church cole
cross crown day dear draper early east field fish flood forest fox free french friend friendly frost gates german
glass god gold good grant gray green grey guest hall hand hart head heath hill home hood hope hour just key knight
lake land law lay lee light little long love low mark marine mason mead mind money moon moss new nice noble north park
parks pass peace peck people pike pitt place plain pole pool poor port power powers price pride rains rand range read
reading reed rice rich ring river road rock rose rule rush salt sand sea self senior sharp short show silver small
smart snow south spring stack staff star steel stern stone storm story strange street strong stump summer sun swan
swift tack thorn tower town trend wall war ward warden water waters way well wells west white will wise wolf wood
woods work world worth young battle roman sandy nu thant still bow merchant shepherd so cline frank
""")

# Capitalised after a title that stands for an office or a body: "General Assembly", "Mr. President".
NO_NAMES = word_set("""
assembly staff headquarters counsel designate resident extraordinary plenipotentiary agreement order secretariat
conference election elections accounting services political purpose reserve command attorney embassy elect clerk
conclusion advisory armistice debate strike mobilization amnesty situation line threat record lines problem
considerations principles provisions objectives statement
""")

# Before an office they make it another one.
OTHER_OFFICE = word_set("assistant deputy acting associate former vice under principal special solicitor state")

# Written with a full stop that ends no sentence.
ABBREVIATED = word_set("""
mm msgr mr mrs ms
messrs mssrs dr prof amb ambs sec secy sect pres gen lt ltg lieut maj brig col capt cdr cmdr sgt adm radm vadm
sen rep gov rev hon st jr sr wm chas geo jas thos
""")

# Titles written in other ways, each with the form that registers use.
CANON = {
    "amb": "ambassador",
    "ambs": "ambassador",
    "sec": "secretary",
    "secy": "secretary",
    "secys": "secretary",
    "sect": "secretary",
    "secretaries": "secretary",
    "pres": "president",
    "gen": "general",
    "maj": "major",
    "brig": "brigadier",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "lieut": "lieutenant",
    "adm": "admiral",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "fonmin": "minister",
    "primin": "minister",
    "finmin": "minister",
    "defmin": "minister",
    "depfonmin": "minister",
    "vp": "president",
    "secdef": "secretary",
    "secstate": "secretary",
    "depsec": "secretary",
    "undersec": "secretary",
    "undersecretary": "secretary",
    "unsec": "secretary",
    "congressman": "representative",
    "sheik": "sheikh",
    "shaikh": "sheikh",
}


def canonical(title: str) -> str:
    """A title as registers have it: in full and in the singular."""
    if title in CANON:
        return CANON[title]
    return title[:-1] if title.endswith("s") and title[:-1] in TITLES else title
