"""Everyday English for what history books say in a word: get rid of for overthrow.

In the form of `meaning_words`: a slash parts the groups, a hyphen joins the words of a phrase.
"""

EVERYDAY = """
cause lead-to bring-about / result end-up / forced had-to no-choice / control keep-hold / free
let-go / angry fed-up / sad let-down / stubborn would-not-budge / hope look-forward count-on / help
lend-a-hand give-a-hand hand-out prop-up / support stick-up stand-up-for back-up side-with / rescue
bail-out / encourage egg-on / discourage put-off / attack go-for go-after set-upon / fight go-after
take-on / retreat pull-back fall-back / ceasefire break-in-fighting stop-fighting stopped-fighting
lay-down-arms calm-down calmed-down / siege cut-off / trade buy-and-sell buying-and-selling / goods
things-made / export sell-abroad / import buy-from-abroad buy-in / interest on-top extra-back /
rich well-off / poor hard-up badly-off / cheap little-money cost-little low-cost / expensive
cost-a-lot cost-a-fortune / afford pay-for / unemployed out-of-work no-jobs / strike walk-out
stop-work / hunger nothing-to-eat no-food / farmer country-folk / agree go-along-with say-yes
said-yes sign-up signed-up fine-with ok-with okay-with happy-with happy-for / refuse say-no said-no
turn-down turn-away / promise give-his-word / compromise meet-halfway give-and-take / concession
give-way gave-way give-in gave-in / treaty papers-signed / grow go-up get-bigger got-bigger / lack
not-enough short-of too-few too-little ran-out run-out / decline go-down went-down get-smaller /
plenty a-lot / majority nearly-all nearly-everyone almost-all / minority small-group / half
fifty-percent / slow bit-by-bit / begin kick-off set-off break-out broke-out / end wind-up /
continue go-on carry-on keep-going keep-on / delay put-off hold-up / improve get-better got-better
/ worsen get-worse got-worse go-downhill went-downhill / stay hang-about hang-around hang-on
stick-around / leave go-away clear-off clear-out pull-out move-out get-out go-home / arrive get-to
turn-up show-up / take help-themselves carry-off cart-off / give hand-over hand-out pass-on /
return give-back hand-back pay-back send-back bring-back / gain pick-up / lose miss-out / keep
hold-on-to hang-on-to / join team-up team-with get-together stand-together stick-together work-with
/ separate break-up broke-up fall-apart fell-apart drift-apart / together as-one side-by-side /
alone single-handed on-his-own by-himself without-help nobody-on-their-side no-one-on-their-side /
friend on-good-terms / enemy other-side / quarrel fall-out fell-out / trust count-on / distrust
not-trust / betray let-down stab-in-back sell-out turn-on turned-on / loyal stand-by / lie made-up
/ bent on-the-take lining-their-pockets / fair even-handed / unfair one-sided / mistake wrong-move
got-it-wrong / wrong not-right / know work-out worked-out / belief what-they-believed-in believe-in
believed-in / secret behind-the-scenes under-the-table on-the-sly / public out-in-the-open / spread
catch-on go-round pass-on get-about / famous well-known / popular well-liked / respect look-up-to
think-highly thought-highly / scorn look-down-on laugh-at laughed-at make-fun / shame look-silly
look-stupid look-foolish egg-on-face lose-face / leader man-in-charge top-man at-the-top /
government those-in-charge / ban not-allowed / allow give-permission put-up-with / punish make-pay
/ prison locked-up / arrest pick-up / kill wipe-out put-to-death bump-off / overthrow get-rid-of
kick-out throw-out chuck-out bring-down drive-out boot-out / sack kick-out / replace take-the-place
step-in / heir next-leader / workers working-people factory-hands industrial-workers working-class
/ foreign from-other-countries / near next-to next-door / distant far-away far-off / modern
up-to-date / backward old-fashioned out-of-date / old long-standing / experience know-how /
inexperienced new-to first-time no-idea never-done-it / copy be-like do-the-same same-way / same
no-different / different not-like / own their-own his-own / national for-the-country / first
ahead-of above-all / busy hands-full tied-up tied-down too-much-on-plate / overstretched
too-much-on-plate too-much-to-do spread-thin bogged-down / tired worn-out / ruin in-pieces /
rebuild build-up put-back / safe out-of-danger / threat hang-over / pressure lean-on / condition
in-return in-exchange / veto vote-against voted-against say-no / absent not-there not-present
stay-away stayed-away walk-out walked-out empty-chair / absent werent-in-the-room wasnt-in-the-room
werent-there wasnt-there not-turn-up didnt-turn-up / silent keep-quiet kept-quiet say-nothing /
criticise lay-into have-a-go / blame point-the-finger / remember look-back / wait hold-on / ready
geared-up all-set / unready not-ready off-guard / impossible no-way / important big-deal / useless
no-use / advantage upper-hand / success work-well worked-well came-off / failure fell-flat
went-wrong didnt-work / stalemate no-winner nobody-won / interfere stick-nose / independent
stand-alone own-feet own-man go-it-alone on-his-own on-their-own / dependent lean-on need-help /
equal same-footing as-good-as / junior second-fiddle / gmd jiang-party jiang-lot jiang-people
jiang-men jiang-side jiang-troops chiang-party / ccp mao-party mao-lot mao-people mao-men mao-side
/ soldiers lads boys squaddies
"""
