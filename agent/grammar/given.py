"""Given names common in Germany, Austria, Switzerland and the English-speaking world: a soft hint, never a condition.

Any unknown word in a name's place counts as a name; this list decides between two candidates and guards names in -s.
"""

from __future__ import annotations

from agent.grammar.normalise import words

GIVEN = words("""
    will may grace hope art drew sue rob pat gene dean lance chase hunter summer joy faith dawn eve rose ivy jade 
    penny bella
    adam adrian agnes albert alex alexander alexandra alice alina amelie amy andrea andreas andy angela angelika
    anita anja anke anna anne annika anton antonia arno arthur astrid barbara bastian beate ben benedikt benjamin
    bernd bernhard bettina bianca bill birgit björn bob brigitte bruno carina carla carmen carolin caroline caro
    chris christa christian christina christine christoph clara claudia claire claus conrad corinna cornelia daniel
    daniela david dennis diana dieter dirk dominik dora doris dorothea eberhard edith egon elena eleonore elias
    elisa elisabeth elke ella emil emilia emily emma emre erich erik erika ernst esther ethan eva evelyn fabian
    fatima felix ferdinand finn fiona florian frank franz franziska frieda friedrich fritz gabi gabriel gabriele
    georg gerald gerd gerda gerhard gerlinde gisela grace greta gudrun günter günther hannah hanna hannes hans
    harald harry heidi heike heiko heinrich heinz helena helga helmut henrik henry herbert hermann hilde holger
    horst hubert hugo ines inge ingo ingrid irene iris isabel isabella ivan jack jacob jakob james jan jana janine
    jasmin jennifer jens jessica jim joachim joe johann johanna johannes john jonas jonathan jörg josef josefine
    joseph judith julia julian juliane jürgen jutta kai karin karl karla karolina katharina kathi kathrin katja
    katrin kate kevin kerstin kim klara klaus konrad konstantin korbinian kristina kurt lars laura lea lena leo leon
    leonie lily linda lisa lisbeth lorenz lotte louis luca lucas lucia ludwig luis luisa lukas luke lydia magdalena
    maja manfred manuel manuela marc marcel marco marcus maren margarete margit margot maria marianne marie marina
    mario marion markus marlene marlies martha martin martina mary mathias mathilda matthias maurice max maximilian
    maya megan mehmet melanie mia michael michaela michelle mike mila miriam mira miri moritz monica monika nadine
    nadja natalie natascha nathan nele nick nico nicole niklas nils nina noah nora norbert olaf olga oliver olivia
    oscar oskar otto pascal patricia patrick patrizia paul paula peter petra philipp phillip pia rafael rainer ralf
    ralph raphael rebecca regina reinhard reinhold renate resi reto richard rita robert roland rolf roman ronja rosa
    rosi rudi rudolf ruth ryan sabine sabrina sam samuel sandra sara sarah saskia sascha sean sebastian selina sepp
    silke silvia simon simone sofia sofie sonja sophia sophie stefan stefanie steffen steffi stella stephan
    stephanie steve susan susanne susi sven svenja sylvia tamara tanja tatjana theo theresa theresia thomas thorsten
    tim timo tina tobias tom tommy toni torsten traudl udo ulf ulrich ulrike urs ursula uschi ute uwe valentin
    valentina vanessa vera verena veronika viktor viktoria vincent vivian vroni walter waltraud werner wilfried
    wilhelm willi wolfgang xaver yannick yvonne zoe beat urban regula vreni ueli hansi franzi gregor hakan ali ayse
    leyla mustafa elif deniz can_ olena oleg igor natalia svetlana giulia marta pablo carlos miguel lucía josé ana
    eric mark alan brian charlotte george victoria kelly ashley brandon jason justin nicholas tyler zachary amanda
    heather brooke charles edward hank ian jane jeff jeremy jill julie karen keith ken larry liam lucy maggie molly
    nancy neil pam phil rachel ron russell scott sharon stuart ted tony vicky wendy william gina lina mona tilda
    theodor tilo timon till levin lennart linus marius
    aaliyah aaron abdul abdullah abigail achim ada adaeze adele adelheid adem adina adnan adolf aenne afra agatha
    ahmed ahmet aida aiden aileen aischa aische akin alasdair alban alberta alberto aldo alea alec alejandro aleks
    aleksandar alessandro alessia alessio alexa alexis alfie alfons alfred alisa alison alissa alja allan allie
    alma alois aloisia alwin alyssa amalia amalie amar amara amelia amina amir anastasia andi andré andre andree
    andrej andreja angelina angelo angus anica anika anisa anjali ann anna-lena annabell annabelle annalena
    annegret annelie anneliese annemarie annerose annett annette anni annie annina ansel ansgar anthony antje
    antoine antonella antoniette antonio anuschka apollonia archie arda ariana ariane arjun arlene armin arnd
    arndt arne arnie arnold aron artur arun arya ashton asli atilla aubrey august auguste aurelia aurelio austin
    ava avery axel aylin aysegül aysel ayten azra bärbel balthasar barbel barbra baris barney barry bart bartosz
    basti batu beata beatrice beatrix beau becky benita benjamina benni benno benny berit berkan bernadette bernie
    berta berthold bertram beth betty beverly bijan birga birgitta birte blair blake blanca blerim bobby bogdan
    bonnie boris boyd brad bradley brady branko brenda brent brett brianna bridget brit britta brody bruce bryan
    burak burkhard burkhart byron cagla caitlin caleb callum calvin cameron camilla camille canan candice carey
    carl carlo carlotta carly carmel carmela carola carolina carrie carson carsten carter casey casper cassandra
    catharina catherine cathleen cathy catrin cecil cecilia cedric celia celina celine cem cengiz chad chantal
    charlie charly chelsea cheryl chester chiara chloe chrissi christel christie christin christof christoffer
    christopher chuck ciara cihan cilli cindy cisem claas clarissa clark clayton clemens clementine cleo cliff
    clifford clint clyde cody colin colleen connie conny conor constantin constanze cooper cora cordula corey
    corina corinne cornelius cosima courtney craig cristina curtis cynthia cyrill dagmar dagny daisy dalia dallas
    damian damir damon dan dana dani danica daniele danilo danny daphne darcy daria dario darius darko darlene
    darrell darren daryl dave davide davina davor dawid debbie deborah declan dee dejan delia denis denise denny
    derek derya desiree desmond dev devon dexter diane dianne dietlinde dietmar dietrich dilan dilara dimitri dina
    dino dogan dolores domenico dominic dominica dominique donald donna doreen dorian dorina dorit dorota dorothee
    dorothy doug douglas dragan drago duncan dunja dustin duygu dwight dylan ebru eckart eckhard eda eddie eddy
    edeltraud edgar edie edmund edna eduard edwin efe egbert ehrenfried eileen ekaterina ela elaine eleanor eleni
    elfi elfriede elia elijah elina elise eliza elle ellen elli ellie elliot elliott elmar elmer elsa elsbeth
    elsie elvira elyas emanuel emel emely emerich emerson emine emir emmerich ender enes engelbert enno enrico
    enya enzo ercan eren erhard erin erna ernest erwin esma esra estelle ethel eugen eugene eugenie eva-maria evan
    evangelos evelin evi evie ewa ewald eyup fabienne fabio fabrizio fanny farid fatih fatma fatos faye federica
    federico felicia felicitas felicity felipe fenja ferdl ferenc fergus feride fernando feyza filip filippo finja
    finlay finley finnja flavia flavio flo flora florence florentin florentine florim flynn folker folkert fran
    frances francesca francesco francis frank-peter frankie franklin franzl fred freda freddy frederic frederik
    freya frida fridolin frieder friederike friedhelm friedl fritzi fynn gabor gabriela gabriella gabrielle gaby
    gail galina garrett gary gavin gebhard geli genoveva geoff geoffrey georgia georgina geraldine gernot gero
    gerold gerrit gerta gerti gertrud gertrude gianluca gianni gideon gilbert gillian giorgio giovanni gisa
    gisbert gitta gitti giulio giuseppe gladys glen glenda glenn gloria götz goran gordon gottfried graham greg
    gregory gretchen gretl grit guido guiseppe gunda gundel gundula gunnar gustav gustl gwen gwendolyn gwyneth
    hadi hailey hal halil hamid hamish hannelore hannibal hanno hanns hans-peter hansjörg harold harper harriet
    harrison hartmut hartwig harvey hasan hassan hatice hauke hayden hayley hazel hector hedi hedwig heide
    heidemarie heidrun heimo heiner heinzl helen helene hella helmi helmuth hendrik henning henri henrietta
    henriette henrike hera heribert herman hermine herta hertha herwig hilary hilda hildegard hilmar hoang holly
    howard hubertus hudson hüseyin hugh huseyin ibrahim ida ignaz ilaria ildiko ilja ilka ilona ilse imke imogen
    imran ina ingeborg ingemar ingmar ingolf ingram inka ioana irena irina irma irmgard irmi irving isa isaac
    isabelle isaiah isidor isla ismail ismet isolde ivana ivanka ivica ivo ivonne jaap jacinta jackie jackson
    jacqueline jacques jake jamal jamie jan-erik janina janis janka jannes jannik jannis janos jared jarmila
    jaroslav jarvis jasmina jasper javier jay jayden jayne jean jean-luc jeanette jeffrey jelena jella jenna jenni
    jenny jenson jeremias jermaine jérôme jerome jerry jess jesse jessi jette jil jimmy joan joana joanna joanne
    jochen jodie jody joel joelle jördis johan jojo jolanda jolene jon jona jonah jonny joost jordan jorge joris
    joschi joschka josefa josepha josephine josh joshua josi josie josip josua jovana joyce juan juanita jürg jule
    juliana juliet juliette jurek justine justus kaan käthe kamil kara karel karim karl-heinz karlheinz karolin
    karoline karsten kaspar kat kata katalin katarina katerina katharine kathe kathleen kathryn kathy kati katie
    katinka kay kayla keanu keira kelvin kemal kenan kendall kendra kenneth kerry kersten kian kiana kieran kilian
    kira kirk kirsten kirsty klaas klaudia klemens knut koray kordula korinna kornelia krista kristen kristian
    kristin kristof kunibert kunigunde kurtis kyle kyra lacey lachlan lana landon lara larissa laszlo lauren
    laurenz laurin lauritz lavinia lawrence leah leander leandra leanne leigh leighton leila leland lenja lenka
    lennox lenny lenora leona leonard leonardo leonhard leonidas leopold leroy lesley leslie lester levi lewis
    lexi leya lia liana lidia liesbeth liesel lieselotte liesl lilian liliana liljana lilli lillian lilly lindsay
    lindsey linn lino lion lior lisa-marie liselotte liv livia ljiljana lloyd logan loic lola lore loreen lorena
    loretta loris lorraine lothar lotta lou louella louisa louise lovis luan luc luce luciana luciano lucille
    ludger ludmila ludovic luigi luka luna luther lutz luzia lyle lyn lynn mabel mack maddie maddison madeleine
    madison madita madlen mads mae magda magnus maik maike maila malcolm malena malgorzata malia malik malin malte
    mandy manja manni mara marcela marcello marcia marcin marek marga margaret margarethe margarita marge margret
    margrit mariana mariano marieke marielle marietta marijan marijana marika mariko marilyn marisa marit marita
    maritta marja marjan marjorie markku marla marleen marlen marlon marsha marshall marten marthe martje marty
    marvin massimo mateo mathieu mathilde mathis matilda mats matt mattea matteo matthew matti matze maud maureen
    mauro mavis max-emanuel maxi maxime mechthild meike meinhard meinrad mel melek melina melinda melisa melissa
    melvin mercedes meredith meret merle merlin mert merve mervin meryem meta metin meyrem micah mickey mihaela
    mihai mika mikael mikail milan milena miles milica miljana milla millie milo milos mina mirco mirela mirella
    mirjam mirjana mirko miro miroslav mirza mischa mitch mitchell mitja mohamed mohammed moni monique monja monty
    morgan morris morten moses muhammed murat muriel myles myra nadia nadin nadira naemi nahla naomi nasrin nat
    natali nate nathalie nathanael nazan nealie necla nela nell nelli nelly nenad neo nepomuk nermin neslihan
    nesrin nestor neven nic niccolo nicola nicolai nicolas nicoletta nicolette niels nigel nihan nihat niki nikita
    nikola nikolai nikolas nikolaus nilay nilüfer nino noel noelle noemi noreen norma norman nuray nurcan nuri
    nuria odette odin ömer özge özgür özlem okan oktay ola olav ole olivier olli ollie omar ophelia orhan orla
    orlando ortrud ortwin osman oswald otis otmar ottilie ottmar ottokar owen ozan paddy paige pamela paola paolo
    pasquale patrik patrizio patsy patty paulina pauline pavel pavle pearl pedro peggy penelope pepe pepi percy
    perry petar pete petr petrus peyton phillipp phoebe phyllis pierre pietro pinar piper pirmin poldi polly
    preston priscilla priya quentin quincy quinn quirin raffael raffaela raimund rainald rajesh ramazan ramin
    ramon ramona ramsey randall randolf randy raoul raquel rasmus raul ray raya raymond reagan rebekah rebekka
    recep reece reed reese reggie regine reiner reinhild reinhilde rena rené renee reuben rex rhea rhonda rhys ria
    ricarda ricardo riccardo richie rick ricky rico rieke rike riley ritchie robbie roberta roberto robin rocco
    roderich rodney roger rohan roisin romy ronald ronan ronny rory rosalie rosalind rosalinde rosanna rose-marie
    rosemarie rosemary rosina ross roswitha rowan rowena roxana roxane roxanne roy royce ruben ruediger rüdiger
    rufus rupert ruslan sadie salih salim sally salome salvatore samantha sami samir samira sammy samson samu
    sandro sanela sanja sanna santiago saphira sasha savanna savannah schorsch sebastien sebnem seda selcuk selda
    selena selim selin selma sema semih seppi seraphin seraphina serdar serena sergej sergio serkan seth seval
    severin sevgi shane shannon shaun shawn sheila shelby shelley sheryl shirin shirley sibel sibylle sid siegbert
    siegfried sieglinde siegmund siena sigi sigrid sigrun silas silja silvan silvana silvio simeon simona sina
    sinan sinja siri sissi skye slavica slavko slobodan smilla snezana soeren sören sofija solveig songül sonia
    spencer stacey stacy stan stanislav stanley stefania stefano stefanos steffie sten steven stewart stina stine
    sue-ellen süleyman suleyman suna sunny susann susanna suse suvi suzanne svea swantje sybil sydney sylvana
    sylvester sylvie tabea tabitha taha talia tamás tamer tamina tammo tammy tamsin tania tara tarek tarik tarkan
    tasha tassilo tatiana tatum tayfun taylor teo terence teresa teresia terrence terri terry tess tessa thaddäus
    thea theda thekla thelma theodora thiago thiemo thierry thilo thora thorben thore tia tiago tiana tibor
    tiffany tijana tillmann tilly tilmann timothy timur tino tizian tiziana tjark tobi toby todd tolga tomas
    tomasz tomislav tommie tonja toralf torben tore tracey tracy trang traudel traute travis trevor tricia trina
    trish tristan trixi troy trude tuana tucker tugba tugce tyra ugur uli ulla ullrich ulrika umut una ursel urte
    uta utz vadim valentino valeria valerie valerija valerio vanja vasil vasilis vaughn velimir velma verity
    vernon vesna vibeke victor viggo vikram vilma vince vincenz vincenzo viola violet violeta violetta virginia
    vito vitus viviane vivien vladimir vlado volker volkmar volodymyr vreneli vroneli walburga waldemar waldtraud
    wallace walli waltraut wanda warren wastl wayne wendelin wenke wenzel wesley whitney wiebke wieland wilbur
    wilfriede wilhelmina wilhelmine willa willem willy wilma wilson wiltrud wim winfried winnie winona winston
    wladimir wolf wolf-dieter wolfram wotan wyatt xandra xenia ximena yann yannik yara yasemin yasin yasmin
    yasmina yigit yildiz ylva yoko yola yolanda york yunus yuri yusuf yves yvette zack zane zara zeki zelda zelia
    zelimir zeljko zenta zeynep zita zlatko zoltan zoran zsofia zuzana zwetlana
""")
