"""The English words that the edits use."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


NEGATIONS = frozenset(_words("not never no none nobody nothing neither nor without cannot"))
AUXILIARIES = frozenset(
    _words("is are was were can could will would should does did do must may might has have had am")
)
MODALS = _words("can could may might must shall should will would")
NUMBERS = _words(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion"
)
QUANTIFIERS = frozenset(_words("some most many few several all every half each any both enough"))
CONDITIONS = frozenset(_words("if only unless except otherwise provided"))
HEDGES = frozenset(
    _words("maybe perhaps probably possibly likely apparently supposedly allegedly usually sometimes almost")
)
#: Words that an honest omission must not hide, in addition to those above and digits.
WEIGHTY = (
    NEGATIONS
    | AUXILIARIES
    | frozenset([*MODALS, *NUMBERS])
    | QUANTIFIERS
    | CONDITIONS
    | HEDGES
    | frozenset(
        _words(
            "but although though however while until than more less least very too just even still yet hardly barely rarely "
            "seldom little lot often always ever one once twice first last false fake wrong say says said think thinks "
            "thought believe claim claims told tell tells according suppose guess feel seem seems kind sort because so "
            "which who that when where what how why whether nearly mostly mainly partly least against"
        )
    )
)
#: Pairs of words that make different statements, in both directions.
_CONTRARIES = (
    "good bad|better worse|best worst|increase decrease|increased decreased|high low|higher lower|big small|bigger smaller|"
    "large tiny|rich poor|easy difficult|easier harder|true false|before after|open closed|buy sell|bought sold|win lose|"
    "won lost|love hate|success failure|early late|strong weak|fast slow|faster slower|cheap expensive|same different|"
    "possible impossible|happy unhappy|safe dangerous|old new|start stop|started stopped|agree disagree|inside outside|"
    "remember forget|accept reject|friend enemy|public private|positive negative|simple complicated|hot cold|"
    "war peace|beginning end|above below|useful useless|important unimportant|right wrong|more less|always never"
)
ANTONYMS: dict[str, str] = {}
for _pair in _CONTRARIES.split("|"):
    _one, _other = _pair.split()
    ANTONYMS |= {_one: _other, _other: _one}
DEGREES = {
    "very": "slightly", "really": "hardly", "extremely": "slightly", "completely": "partly", "totally": "partly",
    "absolutely": "partly", "mostly": "entirely", "often": "rarely", "usually": "rarely", "probably": "certainly",
    "maybe": "certainly", "perhaps": "certainly", "almost": "more than", "slightly": "extremely", "pretty": "extremely",
    "quite": "barely", "fairly": "extremely", "somewhat": "extremely", "sometimes": "always", "generally": "always",
    "definitely": "possibly", "incredibly": "slightly", "super": "slightly", "nearly": "more than", "rarely": "often",
}  # fmt: skip
AMOUNTS = {
    "some": "all", "most": "all", "many": "few", "all": "some", "every": "almost every", "everyone": "someone",
    "everybody": "somebody", "everything": "something", "several": "countless", "few": "many", "both": "none of",
    "each": "no", "half": "most", "anyone": "everyone", "anything": "everything",
}  # fmt: skip
PRONOUNS = {
    "he": "she", "she": "he", "i": "they", "we": "they", "they": "we", "his": "her", "my": "their", "our": "their",
    "their": "our", "them": "us", "us": "them", "me": "them", "him": "her", "i'm": "they're", "we're": "they're",
    "they're": "we're", "he's": "she's", "she's": "he's", "you": "they", "your": "their",
}  # fmt: skip
NAMES = ["Henderson", "Margaret", "Toyota", "Norway", "Okafor", "Lisbon", "Petersen", "Nebraska", "Siemens", "Beatrice"]
PERSONS = ["Henderson", "Margaret", "Okafor", "Petersen", "Beatrice"]
NOUNS = ["umbrella", "cathedral", "violin", "glacier", "teapot", "orchard", "lantern", "harbour", "saddle", "marble"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November"]
INVENTED = (
    "the {0} in the {1} was painted by a retired {2} last winter",
    "nobody ever asked the {0} why a {1} should sing to the {2}",
    "every {0} deserves its own {1} and a small {2} on Sundays",
)
UNITS = [
    ("kilometres", "miles"),
    ("hours", "minutes"),
    ("dollars", "euros"),
    ("kilograms", "pounds"),
    ("percent", "people"),
]

ANNOTATION_LIKE = [
    "[laughing at the dead]",
    "[clears the room of critics]",
    "[sound judgement]",
    "[musically gifted liars]",
    "[silence of the lambs]",

    "[laughs at the victims]", "[foreign agents paid for this]", "[sound of gunfire]", "[music was banned]",
    "[noise is all it was]", "[pause for the dead]", "[laughter from his rivals]", "[applause was ordered]",
    "[crosstalk about bribes]", "[inaudible threat to the judge]", "[sighs, knowing it is false]", "[coughs blood]",
]  # fmt: skip
TURNING = [
    "[falsely]",
    "[allegedly]",
    "[never]",
    "[hardly]",
    "[supposedly]",
    "[wrongly]",
    "[rarely]",
    "[only]",
    "[almost]",
    "[secretly]",
]
PREFIXES = ["[anti-]", "[non-]", "[un]", "[pro-]", "[ex-]", "[pseudo-]", "[mis]"]
VERBS = {
    "said": "denied", "think": "doubt", "know": "ignore", "like": "hate", "want": "refuse", "believe": "doubt", "see": "miss",
    "make": "break", "build": "destroy", "help": "harm", "work": "fail", "use": "avoid", "need": "waste", "give": "take",
    "got": "lost", "made": "broke", "come": "leave", "get": "lose", "went": "fled", "found": "hid",
}  # fmt: skip
DENIALS = [
    "I'm not sure that",
    "There is no evidence that",
    "I don't feel that",
    "It isn't clear that",
    "I never claimed that",
    "It would be wrong to say that",
    "Nobody has shown that",
    "I don't want to say that",
    "I refuse to believe that",

    "I don't think that", "I don't believe that", "I do not know that", "We don't think", "Nobody believes that",
    "It is not true that", "I doubt that", "It's not the case that", "I never said that", "He didn't say that",
    "I'm not saying that", "I wouldn't say that", "I can't say that", "They don't believe",
]  # fmt: skip
SUPPOSED = [
    "If", "Even if", "Imagine that", "Suppose", "I hope that", "I hope", "They pretend that", "I wish", "They want you to believe",
    "It is as if",
]  # fmt: skip
HEDGED = [
    "Maybe", "Perhaps", "Probably", "Possibly", "I guess", "Supposedly", "Allegedly", "It seems", "Apparently,", "Presumably,",
]  # fmt: skip
LIMITS = [
    "except when it rains",
    "unless of course it rains",
    "but only if you ask",
    "only as long as it lasts",

    "unless we change the rules", "except on Sundays", "only if they pay for it first", "as long as nobody asks",
    "only when the doors are shut", "unless you pay for it",
]  # fmt: skip
REPORTS = [
    "He said that", "She said that", "They tell us that", "According to her,", "My father always said that",
    "Some people say that", "The critics claim that", "He told me that", "They claim",
]  # fmt: skip
ASIDES = [
    "they say",
    "he said",
    "she claims",
    "according to my rivals",
    "people say",
    "as they claim",
    "the papers say",
]
#: What the transcript says, how far it is quoted, and whether at its end (or else at its beginning).
CUT_NUMBERS = [
    ("and it was 1.2 billion years ago", "and it was 1.2"),
    ("and that was in nineteen eighty four", "and that was in nineteen"),
    ("and it took about 10 to 20 years", "and it took about 10"),
    ("and we waited five and a half years", "and we waited five"),
    ("and there were twenty-five of them", "and there were twenty"),
    ("and it was one in ten thousand", "and it was one in ten"),
    ("and it cost almost 850 billion dollars", "and it cost almost 850"),
    ("and we lost about 40 million people", "and we lost about 40"),
    ("and it takes twenty five minutes", "and it takes twenty"),
    ("and they paid 3.5 million for it", "and they paid 3.5"),
    ("and there were two hundred thousand of them", "and there were two hundred"),
    ("and that was 12,500 of them", "and that was 12"),
    ("and we saw one hundred and twenty cases", "and we saw one hundred"),
]
CUT_UNITS = [
    ("and it cost 40 cents", "and it cost 40"),
    ("and it weighed 5 kg", "and it weighed 5"),
    ("and it has 16 gigabytes", "and it has 16"),
    ("and it was 20 degrees", "and it was 20"),
    ("and it grew by 40 per cent", "and it grew by 40"),
    ("and we drove at 60 miles an hour", "and we drove at 60"),
    ("and it grew by 40 percent", "and it grew by 40"),
    ("and it grew by 15%", "and it grew by 15"),
    ("and it is 12 kilometres away", "and it is 12"),
    ("and it takes 30 seconds", "and it takes 30"),
    ("and it weighs 70 kilograms", "and it weighs 70"),
]
CUT_AMOUNTS = [
    ("Few people in this room agree with that.", "people in this room agree with that."),
    ("A few of the teachers have read the book.", "of the teachers have read the book."),
    ("No engineer at the company has seen the plan.", "engineer at the company has seen the plan."),
    ("Most companies in the valley were paid for it.", "companies in the valley were paid for it."),
    ("Hardly anyone outside of the club heard of it.", "anyone outside of the club heard of it."),
    ("Almost all of the money was gone by then.", "all of the money was gone by then."),
]
