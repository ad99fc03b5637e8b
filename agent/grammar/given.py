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
""")
