"""Word lists that bring a lead's German and English to one spelling: dialects, chat forms, function words, typo targets.

Every key is written naturally; ``agent.lead_text.fold`` brings lists and messages to the same letters
(no umlauts, no doubled letters), so "möchte", "moechte" and "mochte" are one word.
"""

from __future__ import annotations


def pairs(block: str) -> dict[str, str]:
    """``a b = standard words`` per line -> {a: standard words, b: standard words}."""
    table: dict[str, str] = {}
    for line in block.strip().splitlines():
        left, _, right = line.partition("=")
        for word in left.split():
            table[word] = right.strip()
    return table


# Forms that mean the same in every message.
CHAT = pairs("""
dont don't donot = do not
doesnt doesn't = does not
didnt didn't = did not
wont won't = will not
cant can't cannot = can not
isnt isn't = is not
arent aren't = are not
wasnt wasn't = was not
couldnt couldn't = could not
wouldnt wouldn't = would not
shouldnt shouldn't = should not
havent haven't = have not
hasnt hasn't = has not
aint ain't = is not
needn't neednt = need not
i'm = i am
gonna = going to
wanna = want to
gotta = have to
lemme = let me
gimme = give me
pls plz = please
thx tks tnx = thanks
msg msgs = message
txt = text
ur = your
dunno = do not know
nöd nid nüd = nicht
nichtmehr nimmehr = nicht mehr
nüm nümme nümm nüme = nicht mehr
nimma nimmer nima nimme = nicht mehr
nix nixx niks nichs nixs = nichts
keinerlei = keine
kei keini koa koan koane = kein
vllt vlt villt vilicht villicht vielleich = vielleicht
isch = ist
chasch kasch kannste = kannst du
chan cha = kann
chönd chönnd chönnt = könnt
chönnted chöntet = könnten
wott wotsch = will
mecht mechat mechti = möchte
schrib schriib schreibs = schreib
schriibe schribe schreibn = schreiben
schickn = schicken
bstelle bschtelle bstell = bestellen
muess = muss
lueg luege = schauen
säg = sag
verzell vazö dazöh = erzähl
tönt = klingt
gaht goht = geht
hani = habe ich
hob = habe
hamma = haben wir
zyt ziit zit = zeit
gäld = geld
deier = teuer
koscht = kostet
wieviel wievü wieviu = wie viel
gärn gern gere = gerne
merci = danke
öppis eppes = etwas
sowos sowas sowat = so was
fia = für
vü viu = viel
grad grod graad gerad momentan zurzeit zzt derzeit = gerade
spoter spöter später = später
nomoi nochmal nochmals nomal nommal = noch mal
ruah rueh ruhä = ruhe
lah = lass
hea = hör
gibts = gibt es
gehts = geht es
hats = hat es
wärs = wäre es
habs = habe es
ists = ist es
passts = passt es
nehms = nehme es
obs = ob es
wanns = wann es
könnens = können sie
habts = habt ihr
mim = mit dem
nem = einem
ner = einer
nen = einen
bissl bisserl bitzeli bizli bisschen = ein bisschen
ruaf = ruf
moang moagn = morgen
sicha = sicher
bledsinn = blödsinn
owa = aber
moi amoi amol = mal
schaun schauma schaumer = schauen wir
weng wengerl = wenig
guad guat = gut
leida = leider
heit hüt = heute
gestan = gestern
jo joa jap jep yep yup yeah yea = ja
nope nah = nein
etz jetz jezt itz iatz = jetzt
bin's = bin es
kannst's = kannst es
schicks = schick es
machs = mache es
probiers = probiere es
überlegs = überlege es
tät täte = würde
zruck zrugg = zurück
spaeta = später
wochenend weekend = wochenende
telefonieren telen telefoniern = telefonieren
mail's = mail
info's = infos
abo's = abo
kolleg = kollege
ned's = nicht
schreibts schreibds = schreibt
lossts lassts lossds lönd lönt lömd lohnd = lasst
hörts hörds = hört
nehmts = nehmt
ruafts = ruft
löschts = löscht
miini mini = meine
nummere numere = nummer
nachrichte nochrichtn = nachrichten
z = zu
schriibä schriiben = schreiben
merh mhr mehrr = mehr
nicth ncht nict nihct nocht = nicht
ihc = ich
udn = und
bite bittte bitt = bitte
samschtig samstog = samstag
sunntig = sonntag
mäntig montog = montag
zischtig dienstog = dienstag
mittwuch mittwoch = mittwoch
dunnschtig donnerstog = donnerstag
friitig freitog = freitag
jänner = januar
feber = februar
meld = melde
meldn mäld = melde
päckli packerl = päckchen
intressiert intresiert interessiat = interessiert
spezl spezi haberer kumpel buddy = freund
""")

# Forms that are other words in English: only read so where the message is not English.
GERMAN_ONLY = pairs("""
i = ich
mi = mich
di = dich
ma mer = mir
is = ist
net ned nit ni nich = nicht
no = noch
des dees dat = das
wos wat = was
do = da
a = ein
nee nö nei = nein
ne = ein
ka kane = kein
ha hab han = habe
hätti = hätte
nüt nüüt = nichts
wü wui = will
mog mag = mag
oba ober = aber
us = aus
uf = auf
vo = von
wett = möchte
ham = haben
grade = gerade
wär's = wäre es
meh = mehr
neh = nehmen
cho = kommen
mis = mein
hoid = halt
ihna = ihnen
kost = kostet
""")

ENGLISH_ONLY = pairs("""
im = i am
id = i would
ive = i have
u = you
r = are
lets = let us
thats = that is
whats = what is
its = it is
""")

# Forms brought to one; patterns are written in any of them.
LEMMAS = {
    form: base
    for base, forms in {
        "kein": "keine keinen keinem keiner keines keins", "ein": "eine einen einem einer eines eins", "mein": "meine meinen meinem meiner meines",
        "dein": "deine deinen deinem deiner deines", "unser": "unsere unseren unserem unserer unseres", "euer": "eure euren eurem eurer eueren",
        "dies": "diese dieser diesen diesem dieses", "solche": "solcher solchen solches solch", "gerade": "aktuell",
        "interessiert": "interessierte interessieren interessier", "erzähl": "erzähle erzählen erzählst", "zeig": "zeige zeigen zeigst",
        "klingt": "klingen klang klingts", "könnte": "könnten könntest könntet", "würde": "würden würdest würdet würd", "hätte": "hätten hättest hättet hätt",
        "wäre": "wären wärst wärt", "schick": "schicke schickst schickt schicken", "zahlen": "zahle zahl zahlst zahlt", "bezahlen": "bezahle bezahl bezahlst bezahlt",
    }.items()
    for form in forms.split()
}  # fmt: skip

# Function words that stand in one of the two languages only; language is decided by these and by nothing else.
GERMAN = """
ich du er wir ihr sie mich mir dich dir uns euch ihnen mein meine meinen meiner dein deine deinen euer eure ihre ihren ihrem
der das den dem ein eine einen einem einer eines kein keine keinen keiner nicht nichts nie und oder aber weil dass wenn ob als wie wo
wann warum wieso weshalb wer wen wem welche welcher welches ist sind bist seid wäre hat hast habe haben hatte hab wird werde werden
würde kann kannst können könnte muss müssen soll möchte mag mit ohne von vom zum zur bei beim aus auf für über unter nach vor seit bis gegen
zu ja nein doch schon noch mehr sehr auch nur mal da dann jetzt gerade heute morgen immer hier dort bitte etwas alles
viel viele gut gerne gern denn eigentlich leider einfach erst wieder danke dies diese dieser diesen dieses
nöd nid ned net nüm nümme nimma nix isch chasch chönd mer meh hob i des wos ma kei koa gaht wott oba hani chan cha zäme mi di
""".split()
ENGLISH = """
i you he she we they my your his our their me him us them the an and or but because that this these those if of to from with
without for at by about into is are were be been have has had do does did can could would should not no don't dont
doesn't isn't can't won't i'm im i'd i'll it's it yes please what which who how why when where there here very more
some any just only then than too really let lets let's get your yours much many on like sounds sound me tell send
""".split()

# Read so even where no function word tells the language.
DIALECT_ALONE = "mi di ned net nit nich nei nö nee des dees wos oba uf vo wü wui ma".split()
# Phrases put right after the words are.
PHRASES = pairs("""
ein_danke = nein danke
los_mich_in = lass mich in
los_mir_in = lass mich in
las_mir_in = lass mich in
na_danke = nein danke
zu_tüür = zu teuer
tüür_für = teuer für
ist_tüür = ist teuer
noch_problem = kein problem
wär_es = wäre es
ned_bad = not bad
""")

NEGATORS = "nicht nichts nie niemals kein keine keinen keiner keinem keines keins weder ohne kaum nirgends not no never none nobody without nor neither hardly"

# "Not bad", "long time no see", "no problem", "why not": a negator that negates nothing. Longest first.
IDIOMS = (
    "kein problem",
    "keine sorge",
    "keine frage",
    "keine ursache",
    "nicht schlecht",
    "nicht übel",
    "nicht abgeneigt",
    "nicht uninteressant",
    "nicht uninteressiert",
    "nicht nur",
    "warum nicht",
    "wieso nicht",
    "warum eigentlich nicht",
    "nicht wahr",
    "nicht länger warten",
    "nicht mehr warten",
    "kaum erwarten",
    "nicht erwarten",
    "nichts dagegen",
    "ohne zweifel",
    "ohne frage",
    "nicht unbedingt abgeneigt",
    "nicht lange überlegen",
    "spricht nichts dagegen",
    "long time no see",
    "no problem",
    "no worries",
    "why not",
    "not bad",
    "not only",
    "not just",
    "can not wait",
    "could not agree more",
    "without a doubt",
    "no doubt",
    "no brainer",
    "do not mind",
    "nothing against",
    "not opposed",
    "not against",
    "do not hesitate",
    "do not forget",
    "vergiss nicht",
    "nicht vergessen",
)

# Words that carry a rule; a token one slip away from exactly one of these is read as it.
TYPO_TARGETS = """
interesse interessiert interessant interessieren nachricht nachrichten schreib schreiben schreibt schreibst melden bestellen bestellung bestelle
abmelden abbestellen austragen widerruf widerrufe einwilligung verteiler newsletter kontaktieren kontaktiert anschreiben
löschen nummer telefonieren telefonat termin treffen gespräch vielleicht überlegen später lieferung rechnung
kostet kosten teuer preis bezahlen leisten spannend informationen vertrag anmelden einsteigen mitmachen kaufen
schneeballsystem seriös unseriös betrug abzocke verdienen freundin schwester kollegin kollegen september oktober november dezember
januar februar donnerstag freitag samstag sonntag montag dienstag mittwoch dringend sofort
automatische abwesenheit urlaub erreichbar angekommen beschädigt funktioniert passwort einloggen
message messages interested interesting unsubscribe contact contacting expensive afford appointment meeting schedule
remove delete message texting messaging please tomorrow monday tuesday wednesday thursday friday saturday sunday
urgent urgently immediately details information purchase order pyramid scheme suspicious arrived damaged password
refund delivery colleague referral recommend
""".split()
# Real words one slip away from a target: never corrected.
NO_TYPO = """
interessen bestellt bestell kostete koste kasten küsten leiten reisen wissen lassen gelassen treffe betreffen
kontakt ordner orders massage sunday's details kaufe laufen raufen messe preise preisen vertrage verträge schreibe
beschreiben verschreiben unterschreiben einschreiben gespräche termine schreibst freunden freundin freund teurer
contacts contacted arrive message's scheme's meetings numbers mummer kollege ordered removed deleted
""".split()
