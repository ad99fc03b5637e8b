"""Closed word classes of German (with Austrian and Swiss forms) and English: what can never be a person's name.

Sets are named by what a word does in a request. Source: the grammars of both languages; no corpus.
"""

from __future__ import annotations

from agent.grammar.normalise import words

ARTICLES = words("""
    ad
    der die das dem den des da de di d em en dn dr s 'm 'n the meine meiner meinem meinen mein unsere unserer unserem
    unseren unser my our
""")
INDEFINITE = words("ner nes 'ner 'nem ein eine einen einem einer eines ne nen nem n a  e es en äni some paar 'ne 'nen")
POSSESSIVES = words("""
    mein meine meinen meinem meiner dein deine sein seine ihr ihre unser unsere my your his her our their
""")
SELF = words("mich mir mer mi ma me myself uns us ich i wir we")
SELF_OBJECT = words("mich mir mer mi me uns us")
BOT = words("du you u dich dir bot salesflow ihr")
HIM_OR_HER = words("ihr ihm ihn sie er him her he she ihrer seiner em ihren")
THEM = words("ihnen them they denen")
EVERYBODY = words("""
    alle allen aller alles jedem jeder jeden everyone everybody all sämtliche sämtlichen every each jedermann
""")
ANSWERED_PERSON = words("du dich dir dein deine deinen deinem deiner euch euer eure you your u dei dia di")
THIRD_PERSON = words("""
    er sie ihn ihm ihr ihre ihren sein seine seinen he she him her his hers they he's she's he'll she'll
""")

FILLERS = words("""
    aber but äh ähm öhm ehm amoi amol amal emol emal ma
    yo ey oi hopp los komm bro alter digga mei sali salü sers hoila jetz schnellstmöglich
    bitte bitteschön bittschön mal doch schnell kurz einfach eben halt jetzt gleich sofort dann noch nochmal auch
    gern gerne lieber nun freundlicherweise rasch fix flott bissl schnö gschwind grad gerade nochmals bitti bitt
    also denn schon ruhig please pls plz just quickly now asap then kindly real quick right away so und and ok okay
    oki na hey hallo hi he ja yes yep heast oida bot salesflow einmal wieder again zurück back dringend super servus
    moin tach hello hoi grüezi danke gut klar perfekt perfect great cool prima genau passt jo jup sehr außerdem
    tua rn zusätzlich plus danach anschließend afterwards weiters überdies tu sei lieb nett eh jo's vielleicht evtl
    eventuell perhaps maybe possibly stattdessen instead ach oh tja naja hm hmm btw übrigens apropos achso ahja erstens
    jeweils n egal wurscht wurst zweitens drittens viertens fünftens firstly secondly thirdly zuerst
""")
SLOT_FILLERS = words("""
    quick also äh ähm öhm amoi amol amal emol emal ma
    real ganz super
    bitte mal doch schnell kurz einfach eben noch gleich sofort jetzt please quickly just nochmal rasch bitti grad
    gerade auch gern gerne zurück back bissl gschwind schnö ganz dringend right away asap now halt heute
    stattdessen instead freundlicherweise netterweise liebenswürdigerweise kindly eh fix flott weiter
""")
POLITE_ONLY = words("bitte please pls plz bitti bittschön")
CORRECTIONS = words("""
    nein ne nee äh ähm sorry quatsch no sondern moment wait uh um korrektur falsch mein meine mean meinte scratch
    actually besser gesagt
""")

NEGATIONS = words("""
    niemandem
    nicht nie niemals kein keine keinen keinem keiner keinesfalls keineswegs net ned nöd nid nimmer nix nichts nie-
    not never dont don't do_not doesn't didn't won't can't cannot shouldn't wouldn't nobody nothing none no ohne
    without statt anstatt instead bloßnicht neither nor unterlass unterlasse avoid hör aufhören nöt niemanden
    niemand cant wont shouldnt
""")
NEGATED_IDIOMS = words("""
    problem sorge stress ahnung vergessen schlimm worries panik hektik eile rush biggie thema prob wahr true
""")

CONDITIONALS = words("""
    wenn falls sofern sobald solange angenommen ob if unless suppose supposing whether once wann when bevor before
    nachdem after
""")
WHY = words("woran warum wieso weshalb weswegen wozu why warum's wiso worum")
MODALS_BOT = words("""
    kannst könntest kannste könntste würdest magst möchtest willst wirst mögest kunntest chasch chönntsch könnts
    kannt könntets can could would will can't tuesch tuäsch tätest tätst dätst dädst dätsch tätsch wottsch möchtst
    chönted chönnted chöntet würded wetted
""")
MODALS_SELF = words("""
    kann könnte soll sollte darf dürfte muss müsste würde will wollte möchte mag könnten sollten müssen wollen
    dürfen können würden müssten shall should may might could would can must sött chan wett
""")
AUXILIARIES = words("""
    hasn't haven't isn't aren't wasn't weren't hadn't couldn't hasnt havent isnt wasnt
    bin bist ist sind seid war waren wär wäre wären sein gewesen habe hab hast hat haben hatte hatten hätte hätten
    habt wird werden wurde wurden worden werde am is are was were be been being have has had having do does did done
    doing i'm it's that's i've i'll you're we're we'll you'll there's isch bi hesch hani gsi ham han hob san samma
    i'd gibts gibt's ists hats
""")

PREPOSITIONS = words("""
    abt bout bout' an am ans auf aufs aus bei beim bis durch für gegen hinter im in ins mit nach neben ohne per seit
    über um unter
    via vom von vor wegen während zu zum zur zwischen trotz dank bezüglich bzgl laut ab about above across after
    against along around as at before behind below between by down during except for from into like near of off on
    onto out outside over since through till to toward towards until up upon with within regarding concerning re
    fürs ums wägem uf
""")
CONJUNCTIONS = words("""
    und oder aber denn sondern dass daß das ob weil damit obwohl als wie sowie bzw weder noch and or but so that
    because although than nor whether while dazu außerdem dann danach anschließend zusätzlich then also plus besides
    afterwards next
""")
QUESTIONS = words("""
    wer wen wem wessen was wo woher wohin wann wie welche welcher welches welchen welchem wieviel wieviele who whom
    whose what where when how which what's who's how's where's wie's whats hows whos wer's wia
""")
ADVERBS = words("""
    amoi amol amal emol emal
    grad grade gerad
    fest hinten vorne vorn oben unten innen außen drinnen draußen drüben daheim nirgends überall anders mehrmals
    einmal zweimal zuhause home abroad upstairs hier da dort heute morgen gestern übermorgen vorgestern später
    früher bald immer oft selten manchmal jetzt nun gerade sehr ganz so zu viel wenig mehr meist schon noch nur auch
    sogar fast etwa ungefähr circa ca vielleicht eventuell wahrscheinlich hoffentlich leider natürlich sicher
    bestimmt wirklich eigentlich übrigens trotzdem deshalb deswegen daher also sonst wieder weiter weg raus rein los
    hin her hoch runter nochmal erst endlich zuerst zuletzt überhaupt irgendwie irgendwann irgendwo gar ja nein doch
    mal eben halt bloß ned heit heut moagn morn spöter nachher vorher dabei damit davon dafür daran dran darauf
    darüber drüber hierher zusammen allein alleine persönlich direkt pünktlich rechtzeitig abends morgens mittags
    nachmittags vormittags nachts today tomorrow yesterday tonight later soon always often never sometimes now very
    too quite really maybe perhaps probably hopefully actually still already yet again here there away back even
    only just well anyway please yes no ok okay not together alone personally directly instantly early late tmrw tmr
    asap
""")
NUMBER_WORDS = words("""
    dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn einundzwanzig zweiundzwanzig dreiundzwanzig thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen
    null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig halb halber viertel
    dreiviertel beide erste zweite dritte ersten zweiten one two three four five six seven eight nine ten eleven
    twelve twenty thirty half quarter first second third both couple fünfe sechse siebene achte neune zehne
""")
COUNTS = {
    "ein": 1,
    "eine": 1,
    "einen": 1,
    "one": 1,
    "zwei": 2,
    "two": 2,
    "drei": 3,
    "three": 3,
    "vier": 4,
    "four": 4,
    "fuenf": 5,
    "funf": 5,
    "five": 5,
    "sechs": 6,
    "six": 6,
    "sieben": 7,
    "seven": 7,
    "acht": 8,
    "eight": 8,
    "neun": 9,
    "nine": 9,
    "zehn": 10,
    "ten": 10,
    "zwanzig": 20,
    "twenty": 20,
}
CALENDAR = words("""
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so januar jänner februar
    feber märz april mai juni juli august september oktober november dezember monday tuesday wednesday thursday
    friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march june july october
    december uhr stunde stunden minute minuten tag tage tagen woche wochen monat monate monaten jahr jahre jahren
    std min mins sek früh abend mittag nachmittag vormittag nacht mitternacht wochenende anfang ende mitte hour
    hours minutes day days week weeks month months year years pm o'clock noon midnight morning afternoon evening
    night weekend nächste nächsten nächster nächstes kommende kommenden kommender kommendes next this coming diese
    dieser diesen dieses ostern pfingsten weihnachten silvester montags dienstags mittwochs donnerstags freitags
    samstags sonntags heute morgen übermorgen today tomorrow tonight feierabend stündchen hrs hr mondays tuesdays
    fridays fourteen fifteen kw quartal quarter viertelstunde halbe dreiviertelstunde
""")
NOW_WORDS = words("jetzt gleich sofort now asap heute noch direkt umgehend immediately today right away")
INTERJECTIONS = words("""
    hallo hi hey moin servus tach tschüss ciao bye danke thx thanks thank bitte sorry ok okay super toll cool prima
    genau perfekt klar wow haha lol hm hmm äh ähm oh ah ach na jo jup nö nope yep yeah grüß grüezi hoi griaß hello
    welcome gern gerne passt please dear liebe lieber sure oops ups mist
""")
PRONOUNS = words("""
    niemandem keinem jemandem niemanden anybody nobody irgendwem irgendwen irgendjemand irgendjemandem irgendwas
    sth smth irgendetwas irgendwelche irgendwelchen somebody anyone
    ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen mein dein sein unser euer man jemand
    jemanden niemand etwas was nichts alles dies diese dieser dieses diesen diesem jene selbst selber einander
    derjenige deine deinen deinem deiner seine seinen seinem seiner ihre ihren ihrem ihrer eure euren i you he she
    it we they me him her us them my your his its our their mine yours something anything nothing everything someone
    anyone this that these those myself yourself himself herself u ya mi ma dia das der die dem den des jeder jede
    jedes jedem jeden alle allen aller all every each both which
""")

CLOSED = (
    (
        ARTICLES
        | INDEFINITE
        | POSSESSIVES
        | SELF
        | BOT
        | HIM_OR_HER
        | THEM
        | EVERYBODY
        | NEGATIONS
        | CONDITIONALS
        | WHY
        | MODALS_BOT
        | MODALS_SELF
        | AUXILIARIES
    )
    | (PREPOSITIONS | CONJUNCTIONS | QUESTIONS | ADVERBS | NUMBER_WORDS | CALENDAR | INTERJECTIONS | PRONOUNS)
) - words("august april mai may june")
