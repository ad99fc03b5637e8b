### Companies: what their pages say, and why a page could not be read.

ask-url = Which web site shall I look at? For example: example-company.com
ask-name = Which company do you mean?
company-card = { $text }
company-head = **{ $name }**
    { $lines }
company-industry = Industry: { $value }
company-employees = Staff: { $value }
company-address = Address: { $value }
company-person = People: { $value }
company-phone = Phone: { $value }
company-email = E-mail: { $value }
company-about = In their words: “{ $about }”
company-linked = Noted at { $name }.
company-leads = Your contacts there: { $leads }
company-sources =
    Read { $when }:
    { $sources }
company-confirm = Shall I read { $url }? This address does not come from you.
button-read-page = Yes, read it
company-unknown = I know nothing about “{ $name }” yet. Send me the web site and I will look it up.
company-which = I know several for “{ $name }”. Which one do you mean?
company-nothing = { $domain } says nothing worth keeping about the company.
company-fetch-bad-url = “{ $url }” is no web address I can open. Please check the spelling.
company-fetch-bad-scheme = I only read pages with http or https.
company-fetch-user-info = I do not open addresses with a user name or password. Send me the page without.
company-fetch-bad-port = I only open pages on the usual ports (80 and 443).
company-fetch-not-public = “{ $url }” leads into an internal network. I do not open such addresses.
company-fetch-unknown-host = “{ $url }” does not exist on the net. Please check the spelling.
company-fetch-unreachable = { $url } cannot be reached right now. Try again later.
company-fetch-timeout = { $url } answers too slowly. Try again later.
company-fetch-too-large = The page { $url } is too big for me.
company-fetch-bomb = The page { $url } is packed in a suspicious way, I will not open it.
company-fetch-too-many-redirects = { $url } keeps forwarding me, I never arrive.
company-fetch-robots = { $url } does not want to be read by programs. I respect that.
company-fetch-not-a-page = { $url } is no web page I can read.
company-fetch-not-found = The page { $url } does not exist (any more).
company-fetch-not-there = { $url } gives out no page right now. Try again later.

## Trades

trade-fitness = Fitness
trade-beauty = Beauty and hair
trade-health = Health
trade-gastronomy = Food and drink
trade-hospitality = Hotels and travel
trade-construction = Construction
trade-craft = Crafts
trade-real-estate = Real estate
trade-insurance = Insurance and finance
trade-legal-tax = Law and tax
trade-it = IT and software
trade-marketing = Advertising and marketing
trade-consulting = Consulting and coaching
trade-education = Education
trade-retail = Retail
trade-automotive = Automotive
trade-logistics = Transport and logistics
trade-manufacturing = Manufacturing
trade-agriculture = Farming and gardening
trade-energy = Energy
