"""Phrases with two spellings that mean the same."""

from __future__ import annotations

#: Two spellings of one phrase; either may be that of the transcript.
PAIRS: dict[str, list[tuple[str, str]]] = {
    "ordinals (20th)": [
        ("on the 2nd of May", "on the second of May"),
        ("for the 21st time", "for the twenty-first time"),
        ("at the 100th try", "at the hundredth try"),
        ("in the 1st place", "in the first place"),

        ("in the 20th century", "in the twentieth century"), ("on the 1st day", "on the first day"),
        ("for the 3rd time", "for the third time"), ("on the 42nd floor", "on the forty-second floor"),
        ("in the 11th hour", "in the eleventh hour"), ("on May 5th", "on May fifth"), ("in the 19th century", "in the nineteenth century"),
    ],
    "decades ('80s)": [
        ("in the late '90s", "in the late nineties"),
        ("in the mid-1980s", "in the mid-eighties"),

        ("in the '80s", "in the 1980s"), ("in the 1990s", "in the nineties"), ("back in the '60s", "back in the sixties"),
        ("in the 70s", "in the seventies"), ("in the 1950s", "in the '50s"),
    ],
    "decimals in words": [
        ("at 99.9 percent", "at ninety nine point nine percent"),
        ("after 2.75 hours", "after two point seven five hours"),

        ("and it was 2.5 of them", "and it was two point five of them"), ("about 3.14 of it", "about three point one four of it"),
        ("at 0.5 of the price", "at zero point five of the price"), ("by 1.5 degrees", "by one point five degrees"),
    ],
    "fractions": [
        ("and half a million of them", "and 500,000 of them"), ("for two thirds of it", "for 2/3 of it"), ("with three quarters of them", "with 3/4 of them"),
        ("after one and a half hours", "after 1.5 hours"), ("after two and a half years", "after 2½ years"), ("for a quarter of it", "for 1/4 of it"),
    ],
    "$4.6M, 20k, 3bn": [
        ("for $5", "for five dollars"),
        ("for £20", "for 20 pounds"),
        ("for €30 million", "for 30 million euros"),
        ("for $100 million", "for a hundred million dollars"),
        ("for 5 million dollars", "for $5M"),

        ("for $4.6 million", "for $4.6M"), ("about 20,000 of them", "about 20k of them"), ("for $3 billion", "for $3bn"),
        ("with 12 million users", "with 12M users"), ("for $1.2 billion", "for $1.2B"), ("for 50 thousand dollars", "for $50k"),
    ],
    "ranges": [
        ("for two or three days", "for 2 or 3 days"),
        ("by 10-20%", "by 10 to 20 percent"),
        ("after 5–6 hours", "after 5 to 6 hours"),

        ("for 10 to 20 years", "for 10–20 years"), ("in 5 to 10 minutes", "in five to ten minutes"), ("by 3-4 people", "by 3 to 4 people"),
        ("between 20 and 30 of them", "between twenty and thirty of them"), ("from 1990 to 1995", "from 1990–1995"),
    ],
    "percent": [
        ("by 40 percent", "by 40%"), ("by forty percent", "by 40 %"), ("by 5 per cent", "by 5%"), ("for 100% of them", "for a hundred percent of them"),
        ("by 2.5%", "by 2.5 percent"),
    ],
    "thousands separators": [
        ("with 12,500 users", "with twelve thousand five hundred users"),
        ("with 1,200 users", "with twelve hundred users"),

        ("about 12,500 of them", "about 12500 of them"), ("with 1,000,000 people", "with 1 000 000 people"), ("for $10,000", "for $10000"),
        ("about 2,000 of them", "about two thousand of them"), ("with 25,000 users", "with 25 000 users"),
    ],
    "numbers in words and digits": [
        ("for two hundred and fifty days", "for 250 days"),
        ("in the year 2010", "in the year twenty ten"),
        ("about three and a half years", "about 3 and a half years"),
        ("with GPT-4", "with GPT 4"),

        ("with twenty five people", "with 25 people"), ("for three hundred years", "for 300 years"), ("about twelve of them", "about 12 of them"),
        ("in nineteen eighty four", "in 1984"), ("about one hundred and twenty times", "about 120 times"), ("for two million dollars", "for $2 million"),
        ("in two thousand and five", "in 2005"), ("in twenty twenty three", "in 2023"),
    ],
    "A.I. and AI, initials": [
        ("with A.I.s", "with AIs"),
        ("in the E.U.", "in the EU"),
        ("with George W. Bush", "with George W Bush"),
        ("at 9 a.m. sharp", "at 9 am sharp"),
        ("at M.I.T.", "at MIT"),
        ("in Washington, D.C.", "in Washington, DC"),

        ("with A.I.", "with AI"), ("in the U.S.", "in the US"), ("with J. R. R. Tolkien", "with J.R.R. Tolkien"), ("from the U.K. office", "from the UK office"),
        ("at I.B.M. then", "at IBM then"), ("with a Ph.D. student", "with a PhD student"), ("at 5 p.m. sharp", "at 5pm sharp"),
    ],
    "Dr. and Doctor, titles": [
        ("with Lt. Hill", "with Lieutenant Hill"),
        ("with Rep. Hill", "with Representative Hill"),
        ("with Gov. Hill", "with Governor Hill"),
        ("us vs. them", "us versus them"),

        ("with Dr. Miller", "with Doctor Miller"), ("with Mr. Jones", "with Mister Jones"), ("at St. Mary", "at Saint Mary"),
        ("with Prof. Lang", "with Professor Lang"), ("against Sen. Hill", "against Senator Hill"), ("under Gen. Ross", "under General Ross"),
    ],
    "spelling": [
        ("as my favourite", "as my favorite"),
        ("while travelling", "while traveling"),
        ("in grey", "in gray"),
        ("to analyse it", "to analyze it"),
        ("and that is all right", "and that is alright"),
        ("for the long-term plan", "for the long term plan"),
        ("in the data set", "in the dataset"),
        ("for health care", "for healthcare"),

        ("with the colour of it", "with the color of it"), ("to organise it", "to organize it"), ("in the centre", "in the center"),
        ("and it is okay", "and it is OK"), ("with e-mail", "with email"), ("on the web site", "on the website"), ("and gonna do it", "and going to do it"),
    ],
}  # fmt: skip
