"""Forenames: which words are some, and which stand for each other.

A forename that a listed person does not bear, before that person's surname, means somebody else ("Cassius Clay" is not
Lucius Clay). Spellings are folded: small letters, no accents.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from chancery.linking.vocabulary import word_set

FORENAMES = word_set("""
aaron abba abdel abdul abdullah abel abraham abram adam adlai adolf adolph adrian agnes ahmad ahmed alan alastair
albert aldo alec alejandro aleksandr aleksei alex alexander alexei alexis alfonso alfred ali alice allan allen alonzo
alphonse alvin amir amory anastas anatole anatoli anatoliy anatoly andre andrei andrew andrey andy angela ann anna
anne anthony antoine anton antonin antonio anwar archibald ariel arkady arleigh arnold arthur arturo august augusto
averell barbara barry bartholomew basil ben benjamin bernard bert betty bill bob boris bradley brent brian brooks
bruce bruno burke burton byron calvin carl carlo carlos carol caroline carter caspar cassius catherine cecil charles
charlie charlotte chester chip chris christian christopher clarence clark claude clay clayton clement cleveland
clifford clifton clinton clyde constantin cordell cornelius couve craig curtis cynthia cyril cyrus dale daniel david
dean deane denis dennis desmond dick dimitri dirk dmitri dmitry don donald donna dorothy douglas drew duncan dwight
earl earle ed eddie edgar edith edmund eduardo edward edwin eleanor eli elizabeth ellen ellis ellsworth elmer elmo
emil emile emilio emmanuel emory enrique enrico eric erich erik ernest ernesto ernst erwin ethel eugene eugenio evan
evelyn everett fatin felipe felix ferdinand fernando fidel florence floyd foster foy frances francis francisco franco
frank franklin franz fred frederic frederick friedrich fritz fyodor gabriel gale gamal gary gaston gene geoffrey
george georges georgi georgy gerald gerard gerhard gideon gilbert giulio giuseppe glenn golda gordon graham gregory
guillermo gunther gustav guy hal hamilton hans harlan harland harold harriet harris harrison harry harvey hassan
hector heinrich heinz helen helmut henri henry herbert herman hermann hernan hiram homer horace howard howland hubert
hugh hugo humphrey hussein ian ibrahim ignacio igor ilya inder ira irving irwin isaac ismail israel ivan ivone jack
jackson jacob jacques jaime jake jakob james jan jane janet janos jawaharlal jay jean jeff jefferson jeffrey jeremy
jerome jerry jesse jim jimmy joan joao joaquin jody joe joel johan johann john jon jonathan jordan jorge jose josef
joseph josip joshua juan judith jules julian julius kai kamal karel karim karl kathleen keith kenneth kermit kim klaus
knut konrad konstantin kurt kwame lamar lars laszlo laurence lauris lawrence lee leland leo leon leonard leonid
leonidas leroy leslie lester lev lewis lincoln lionel livingston lloyd louis louise lucien lucius ludwig luigi luis
luke luther lyman lyndon malcolm manuel marcel marcus margaret maria mario marion marjorie mark marshall martin marvin
mary matthew maurice max maxim maxwell mcgeorge melvin menachem michael michel miguel mike mikhail miles milton
mohamed mohammad mohammed mordechai morris morton moshe muhammad murat murray mustafa myron nahum nathan nathaniel ned
neil nelson newton nicholas nick nicolae nigel nikita nikola nikolai nikolay nils norman norris oleg oliver omar
orville oscar oskar otto pablo pamela paolo park pat patrick paul paula pavel pedro per percy perry peter pham phil
philip philippe phillip phyllis pierre pietro piotr porter prescott quentin rafael ralph ramon ramsey randolph raoul
raul ray raymond rebecca reginald reinhold rene reuben rex richard rob robert roberto roderick rodion rodney roger
roland rolf roman ronald rosalynn ross roswell roy rudolf rudolph rufus russell ruth sam samuel sandra santiago sarah
sargent saul saville scott selwyn serge sergei sergey seymour shelby sherman shimon sidney siegfried sigmund simon
solomon spencer spiro spyros stanislav stanislaw stanley stephen sterling steve steven stewart stuart sumner susan
sven tad tapley ted terence terry theodore thomas thurgood thurston tim timothy todd tom tommy trevor tyler u valentin
valerian valerie valery van vasili vasily vasiliy vernon veronica vicente victor viktor vincent viron virgil virginia
vladimir vladislav vyacheslav wallace walt walter ward warren washington wayne wendell werner wesley wilbur wiley
wilfred wilhelm will willard william willis willy wilson winston winthrop wladyslaw wolfgang woodrow yakov yasser
yitzhak yuli yuri yves zachary zbigniew zdenek zoltan
""") - word_set("u park per van will washington israel jordan")

FAMILIAR = {
    "abraham": "abe",
    "alexander": "alex al aleksandr",
    "alfred": "al",
    "andrew": "andy",
    "anthony": "tony",
    "arthur": "art",
    "averell": "ave",
    "benjamin": "ben",
    "charles": "chas chip chuck charlie",
    "christopher": "chris",
    "cyrus": "cy",
    "daniel": "dan",
    "david": "dave",
    "donald": "don",
    "dwight": "ike",
    "edmund": "ed",
    "edward": "ed ted eddie ned",
    "edwin": "ed",
    "eugene": "gene",
    "frances": "fran",
    "francis": "frank",
    "franklin": "frank",
    "frederick": "fred freddie",
    "gerald": "jerry",
    "gerard": "gerry",
    "gregory": "greg",
    "hamilton": "ham",
    "harold": "hal harry",
    "helmut": "hal",
    "henry": "hank harry",
    "herbert": "herb",
    "jacob": "jake jack",
    "james": "jim jimmy",
    "jeffrey": "jeff",
    "jerome": "jerry",
    "john": "jack johnny",
    "joseph": "joe",
    "kenneth": "ken",
    "lawrence": "larry",
    "leonard": "len leo",
    "leonid": "leo",
    "llewellyn": "tommy",
    "matthew": "matt",
    "mcgeorge": "mac",
    "michael": "mike mikhail",
    "nathaniel": "nat",
    "nicholas": "nick",
    "patrick": "pat",
    "peter": "pete",
    "philip": "phil",
    "raymond": "ray",
    "reginald": "reg reggie",
    "richard": "dick rich rick",
    "robert": "bob rob bobby bert",
    "ronald": "ron",
    "samuel": "sam",
    "sidney": "sid",
    "solomon": "sol",
    "stanley": "stan",
    "stephen": "steve",
    "steven": "steve",
    "stuart": "stu",
    "theodore": "ted teddy",
    "thomas": "tom tommy",
    "timothy": "tim",
    "victor": "vic",
    "walter": "walt",
    "wilfred": "wilf",
    "william": "bill will wm willy",
    "winthrop": "win",
    "zbigniew": "zbig",
}

STANDS_FOR: dict[str, frozenset[str]] = {}
for _full, _shorts in FAMILIAR.items():
    for _short in _shorts.split():
        STANDS_FOR[_short] = STANDS_FOR.get(_short, frozenset()) | {_full}


def same_forename(said: str, listed: str) -> bool:
    """Whether folded `said` may be the forename `listed`: equal, an initial of it, a short form, another spelling."""
    if said == listed:
        return True
    if len(said) == 1 or len(listed) == 1:
        return said[:1] == listed[:1]
    if listed in STANDS_FOR.get(said, ()) or said in STANDS_FOR.get(listed, ()):
        return True
    return same_spelling(said, listed)


def same_spelling(one: str, other: str) -> bool:
    """Whether the names differ in their last letters only: Walt and Walter, Anatoli and Anatoly, not Vladislav."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    common = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(short))
    return (len(short) >= 5 and common >= len(long) - 2) or (common > 1 and single(one) == single(other))


@lru_cache(maxsize=1 << 12)
def single(name: str) -> str:
    """The name without doubled letters, which vary most between spellings: Vassily, Gunnar, Phillip."""
    return "".join(letter for letter, _ in groupby(name))
