"""English words that name nothing in particular: whoever writes only these stays general.

The great powers are among them: they say who, and not what.
"""

from studyapp.domain.grading.stems import stem

_WORDS = """
get give take make let leave go come put keep bring become happen seem want need like wish hope
try help support use show see look feel think know believe say tell mean start begin end change
turn work deal treat care bother matter manage rely depend trust worry agree allow cause affect
influence
improve involve react decide compare going doing being getting having saying
thing stuff something anything everything someone somebody anyone everyone everybody people person
lot load bit kind sort way part side reason result effect problem trouble issue difficulty chance
opportunity situation case fact point idea time place world life difference advantage benefit
charge
interest power relation relationship feeling opinion
good better best bad badly worse worst big bigger small great little more most less least much many
few some any all both each every other another same different differently new old own such
important
easy easier hard harder difficult happy happier unhappy angry nice nicely strong stronger weak
weaker sure likely able top busy wrong right worried afraid scared pleased safe glad keen bothered
very really quite too just only even also still again now then later after afterwards before first
last next early late soon always often sometimes together alone away back up down out off over
about
around through general generally maybe perhaps probably anyway than from into because if when where
what which who whom whose how why there here while during
america american americans usa us russia russian russians soviet soviets ussr moscow china chinese
japan japanese germany german germans britain british france french europe european west western
"""
GENERAL = frozenset(map(stem, _WORDS.split()))

_COMMON = """
ask answer call carry catch choose consider continue draw drive drop enjoy expect explain face find
finish fit follow force form grow handle hear hold hurt include increase meet mind miss move notice
offer own pass pick plan play prefer prepare pull push reach realise receive remember return run
save send serve set share sit sort speak spend stand stay stick suffer suit suppose talk tell
understand wait watch wonder
annoyed aware careful certain clear clever close comfortable confident cross deep definite
disappointed extra fair fine friendly full funny general grateful impressed interesting jealous
large long lucky main massive mixed natural necessary nervous normal obvious odd ok okay
perfect possible proud quick quiet ready real serious short similar simple slow special
strange sudden suspicious terrible tired tough true typical unfair upset useful useless
usual various well willing worth
amount area attention choice country decision detail direction doubt event example experience
future goal group history importance job leader leadership line matter meaning moment mood need
number past period person plan position process purpose question rest role sense shock start state
step story surprise task thought truth view word work
mao stalin jiang khrushchev lenin hitler truman government party nation
"""
# Words that name nothing either, though one of them may well be the very word that is wanted.
COMMON = GENERAL | frozenset(map(stem, _COMMON.split()))
