"""The names that transcribers give to sounds that are not words, in brackets: ``[laughs]``, ``[Musik]``."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = (
    "music|applause|laughter|laughs?|laughing|chuckles?|chuckling|giggles?|giggling|inaudible|unintelligible|crosstalk|"
    "cross talk|silence|pause|cheering|cheers|clears throat|coughs?|coughing|sighs?|sighing|gasps?|groans?|sniffs?|sobs|"
    "sobbing|crying|whispers?|whispering|whistling|humming|yawns?|screams|screaming|inhales|exhales|"
    "noise|background noise|background chatter|static|beeps?|beeping|claps|clapping|"
    "blank_audio|foreign|foreign language|audience laughs|audience laughter|audience applause|singing|no audio|"
    "no speech|indistinct|indistinct chatter|overlapping|overlapping voices|sound|theme music|intro music|outro music|"
    "upbeat music|dramatic music|gentle music|music playing|music plays|phone rings|phone ringing"
)
#: The names in captions of other languages. Automatic captions have music, applause and laughter in each of them.
_OTHERS: Final = (
    "musik|applaus|beifall|gelächter|lachen|lacht|lachend|hustet|räuspert sich|seufzt|unverständlich|stille|"
    "musique|applaudissements|rires?|rit|toux|soupir|inaudible|"
    "música|aplausos|risas?|ríe|ríen|tos|suspiro|silencio|inaudible|"
    "musica|applausi|risate|risata|ridono|tosse|sospiro|incomprensibile|"
    "risos?|risadas?|tosse|inaudível|"
    "музыка|аплодисменты|смех|смеётся|смеется|смеются|кашель|вздох|неразборчиво|"
    "音楽|拍手|笑|笑い|笑い声|咳|音楽再生中|"
    "音乐|音樂|掌声|掌聲|笑声|笑聲|鼓掌|"
    "موسيقى|تصفيق|ضحك|ضحكات"
)
#: The names of sounds, as an alternative for a regular expression.
SOUNDS: Final = f"{_ENGLISH}|{_OTHERS}"
