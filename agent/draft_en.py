"""English parts of drafted answers; see ``agent.draft_de`` for their form and what they may not say."""

from __future__ import annotations

from typing import Final

from agent.draft_de import Parts

ANSWERS: Final[dict[str, tuple[str, ...]]] = {
    "price": (
        "About the price: I'll send you the current overview so you can see exactly what's included.",
        "I'm happy to give you the exact price, best together with what comes with it.",
    ),
    "delivery": ("About delivery: let me check time and cost and get back to you.",),
    "ingredients": ("For the ingredients, I'll send you the full list from the label.",),
    "commission": (
        "About the commission: I make no promises on figures. I'm happy to show you the compensation plan in writing.",
    ),
    "time it takes": ("About the time it takes: I'll gladly tell you what a normal week looks like for me.",),
    "contract": ("About the contract: I'll send you the terms first so you can read them in peace.",),
    "sign-up": ("For the sign-up, I'll gladly go through the steps with you.",),
    "invoice": ("About the invoice: let me check and give you an exact answer.",),
    "order": ("About the order: I can show you how it works or take it down right here.",),
    "return": ("About returns: I'll send you the exact terms so you know beforehand.",),
    "guarantee": ("About the guarantee: I'll send you the exact wording from the manufacturer.",),
    "trust": ("You should be able to check for yourself whether to trust this: I'll gladly send the company details.",),
    "experience": ("About experience: I'll tell you honestly what works well and what doesn't.",),
    "studies": ("About studies: I'll send you what the manufacturer has published, and say what doesn't exist.",),
    "team": ("About the team: I'll gladly tell you how we work together.",),
    "training": ("About the training: I'm happy to send you the outline.",),
    "samples": ("About samples: let me see what's possible and let you know.",),
    "discount": ("About a discount: I'll ask what's possible and tell you straight.",),
    "use": (
        "About its use: I'll send you the manufacturer's notes. "
        "For health questions please also ask a doctor or pharmacist.",
    ),
    "video": ("I'm happy to send you the video.",),
    "login": ("I'm happy to help you with the login.",),
    "information": ("I'm happy to send you the information.",),
    "offer": ("I'm happy to go through the offer with you point by point.",),
    "link": ("I'm happy to send you the link.",),
    "payment": ("About payment: I'll send you an overview of the options.",),
    "call": ("A call is a good way to sort that out.",),
}

WITH: Final[dict[str, str]] = {
    "delivery": "with the delivery",
    "invoice": "with the invoice",
    "login": "with the login",
    "link": "with the link",
    "app": "with the app",
    "order": "with the order",
    "return": "with the return",
    "contract": "with the contract",
    "video": "with the video",
    "sign-up": "with the sign-up",
    "price": "with the price",
    "discount": "with the discount",
}
BUSY: Final[dict[str, str]] = {
    "children": "with a family",
    "job": "alongside work",
    "studies": "alongside your studies",
    "stress": "with so much going on",
}

PARTS: Final[dict[str, Parts]] = {
    "buy": (
        ("That's great!", "Gladly!", "Perfect, let's do it."),
        (
            ("order", ("I've noted: {order}.", "Got it: {order}.")),
            ("place", ("Delivery to {place}, noted.",)),
            ("topic:invoice", ("I'll get the invoice ready for you.",)),
            ("topic:sign-up", ("I'll go through the sign-up with you right away.",)),
            ("topic:contract", ("I'll send you the contract to read through.",)),
            ("topic:link", ("I'll send you the link.",)),
            ("when", ("As a date I've noted: {when}.",)),
            ("topic", ("{answer}",)),
            ("", ("I'm happy to take your order.", "Glad you've decided to go for it.")),
        ),
        (
            "Where should everything go?",
            "Does that fit, and which address should I use?",
            "Which name and address may I put down?",
        ),
    ),
    "interest": (
        ("Good to hear!", "That's nice!", "Thanks for your interest!"),
        (
            (
                "product",
                ("I'm happy to tell you more about {product_the}.", "Let me show you {product_the} in more detail."),
            ),
            ("topic", ("{answer}",)),
            ("when", ("And I've noted: {when}.",)),
            (
                "cue",
                (
                    "If it sounds {cue} to you, that's a good start.",
                    "If it sounds {cue} to you, I'll gladly show you more.",
                ),
            ),
            ("", ("I'm happy to tell you more, no pressure at all.",)),
        ),
        (
            "What interests you most?",
            "Shall I send you something to look at first, or would you rather have a quick chat?",
            "What matters most to you here?",
        ),
    ),
    "question": (
        ("Good question!", "Thanks for asking!", "Sure."),
        (
            ("topic", ("{answer}",)),
            ("product", ("Let me look up the exact answer about {product_the} for you.",)),
            ("noted", ("I've noted {noted}.", "I've put down {noted}.")),
            ("", ("I don't want to tell you anything wrong, so let me check and give you an exact answer.",)),
        ),
        (
            "Is there anything else that matters to you?",
            "Is there one more thing you'd like to ask?",
            "What else would you like to know?",
        ),
    ),
    "price_objection": (
        ("Thanks for being open about it.", "I understand.", "Good that you say so."),
        (
            ("price", ("{price} is something to think about, of course.", "With {price} it's right to look closely.")),
            ("budget", ("{budget} gives us a clear range.", "Good to know: {budget}. I'll keep to that.")),
            ("product", ("The price has to fit, for {product_the} too.",)),
            ("topic:discount", ("About a discount: I'll ask and tell you straight what's possible.",)),
            (
                "",
                (
                    "If the price doesn't fit right now, that's fine.",
                    "The price should fit you, not the other way round.",
                ),
            ),
        ),
        (
            "What are you comparing it with?",
            "Shall I show you what's included so you can compare?",
            "What range would be fine for you?",
        ),
    ),
    "time_objection": (
        ("I can relate to that.", "I understand.", "Thanks for telling me."),
        (
            ("busy", ("Especially {busy} the day fills up fast.", "Time is short {busy}.")),
            ("when", ("I'll leave you in peace until {when}.",)),
            ("quantity", ("{quantity}: that really doesn't leave much room.",)),
            ("", ("If time is short, pushing won't help.", "Time is tight, and I respect that.")),
        ),
        (
            "When would you have a quiet minute?",
            "Shall I check in again later, when things are calmer?",
            "Would something short to read be better than a call?",
        ),
    ),
    "trust_objection": (
        ("Good that you ask.", "That's a fair question.", "You're right to be careful."),
        (
            (
                "cue",
                (
                    "You mention the word {cue}, and you should be able to check that yourself.",
                    "On {cue} I'd rather answer with documents than with phrases.",
                ),
            ),
            ("topic", ("{answer}",)),
            ("company", ("I'm happy to send you the details about {company}.",)),
            ("", ("I'm happy to send you the company details so you can look for yourself.",)),
        ),
        ("What would you need to see to form a view?", "What makes you most sceptical?", "What made you wary?"),
    ),
    "not_interested": (
        (
            "All right, thanks for the clear answer!",
            "Understood, thanks for letting me know.",
            "Thanks for telling me.",
        ),
        (
            ("product", ("Then I'll leave it at that with {product_the}.",)),
            ("supplied", ("Good to hear you're well supplied.",)),
            ("when", ("Then {when} is off the table too.",)),
            ("", ("Then I'll leave it at that.", "I won't push any further.")),
        ),
        ("If that ever changes, feel free to write.", "All the best!", "Wishing you all the best!"),
    ),
    "appointment": (
        ("Gladly!", "Good idea.", "Let's do that."),
        (
            ("when", ("I've noted: {when}.", "I'll put that down: {when}.")),
            ("place", ("We'll surely find a spot in {place}.",)),
            ("topic:call", ("A call is a good way.",)),
            ("", ("We'll surely find a time.", "Let's talk it over calmly.")),
        ),
        ("Which number is best to reach you?", "Phone, or rather video?", "Is there anything I should prepare?"),
    ),
    "later": (
        ("No problem!", "All right.", "That's fine."),
        (
            ("when", ("I've noted: {when}.", "Noted: {when}, and until then I'll leave you in peace.")),
            ("relation", ("Do talk it over with {relation_dat} first.",)),
            ("topic:holiday", ("Enjoy your holiday first!",)),
            ("", ("Take the time you need.", "Think it over in peace.")),
        ),
        (
            "I'll check in then, all right?",
            "Shall I get in touch again then?",
            "Is there something I can send you to read until then?",
        ),
    ),
    "support": (
        ("I'm sorry about that!", "Oh, that shouldn't happen.", "Thanks for telling me right away."),
        (
            ("health", ("Please stop using it for now and ask a doctor or pharmacist.",)),
            ("with", ("I'll look into what went wrong {with}.", "I'll make sure this gets sorted {with}.")),
            ("product", ("I'll look into what happened with {product_the}.",)),
            ("when", ("I'll check what happened: {when}.",)),
            ("topic", ("{answer}",)),
            ("", ("I'll look into it and get it sorted.",)),
        ),
        (
            "Could you send me a photo or the order number?",
            "Do you have an order number for me?",
            "What exactly do you see?",
        ),
    ),
    "referral": (
        ("Thanks for thinking of it!", "That's kind, thank you!", "Thanks a lot for the hint!"),
        (
            (
                "person",
                (
                    "I'll only get in touch once that's fine with {person}.",
                    "Feel free to pass my number on to {person}, so it's their own choice.",
                ),
            ),
            (
                "relation",
                (
                    "Feel free to pass my number on to {relation_dat}, so it's their own choice.",
                    "I'll only get in touch once that's fine with {relation_dat}.",
                ),
            ),
            ("topic", ("{answer}",)),
            ("", ("Feel free to pass my number on, so it's their own choice.",)),
        ),
        ("Is that all right?", "Does that sound fair?", "Does that work for you?"),
    ),
    "greeting": (
        ("{hello}", "{hello}"),
        (
            ("wish", ("{wish}",)),
            ("topic", ("{answer}",)),
            ("", ("Nice of you to write.", "I hope all is well with you.")),
        ),
        ("How are things?", "What's new?", "How can I help you?"),
    ),
    "other": (
        ("Thanks for your message!", "All right, thanks!"),
        (
            ("topic", ("{answer}",)),
            ("place", ("Greetings to {place}!",)),
            (
                "",
                (
                    "I'm here if you need anything.",
                    "Feel free to write whenever something comes up.",
                ),
            ),
        ),
        ("Can I help you with anything right now?", "Is there anything you'd like to know?"),
    ),
}

HELLO: Final = ("Hi {name}!", "Hi {name}!", "Hello {name}!", "Hi!", "Hi!", "Hello!")
SIGN: Final = ("Best regards\n{sender}", "Best, {sender}")
