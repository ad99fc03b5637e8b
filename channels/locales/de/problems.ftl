# Was an einer Angabe nicht stimmt.
problem-too-long = Das ist zu lang, höchstens { $most } Zeichen gehen.
problem-empty = Da steht nichts, womit ich etwas anfangen kann.
problem-unfit = Damit kann ich nichts anfangen. Sag es mir bitte anders.
