"""Words of school history that may stand for one another in an answer, and words that may not.

A slash parts the groups: who writes one word of a group has nearly written another. A word may
stand in several. A hyphen joins the words of a phrase. English only, as the words for numbers are.
"""

GROUPS = """
money cash funds funding finance financial financially pay payment loan credit bankroll fund
subsidy / pay repay price cost expensive / cheap low-price low-cost / aid help support assist
assistance backing / supplies equipment goods lend-lease lorries food materials resources / weapon
arms guns weaponry munitions tanks military-equipment / aircraft planes air-force jets / army
troops soldiers forces men military armies divisions / adviser expert specialist technician
engineer consultant / train teach educate school instruct / leader head boss chief chairman ruler
in-charge / lead led leadership head command in-charge direct / control rule dominate command power
grip / power strength strong powerful / strong stronger powerful mighty superpower / weak weaker
feeble weaken powerless vulnerable fragile / weak small tiny / big bigger large larger great huge
massive vast / small little tiny few minor short / few not-many small little hardly-any / more
greater extra additional / equal same-level on-the-same-level partner / unequal unfair one-sided
junior inferior / less fewer lower smaller / want wish desire hope aim would-like keen fancy / need
require depend rely necessary could-not-do-without couldnt-do-without couldnt-manage-without /
depend rely dependent reliant / fear afraid scared worry worried anxious frightened concern
concerned dread alarm / danger threat threaten risk dangerous menace peril / threat bully pressure
intimidate / like keen fond approve fancy / dislike hate not-keen against despise resent oppose /
hate hostile hostility hatred enmity / suspicion distrust mistrust doubt suspicious wary / trust
believe faith rely confidence / belief believe faith conviction think / ideology belief ideas
theory doctrine thinking / version interpretation reading / communism communist marxism marxist
socialism socialist reds / version kind type form interpretation sort own-way / own independent
by-itself on-its-own themselves / independent free autonomous freedom independence / friend
friendly friendship comrade / ally alliance / ally allies partner alliance on-the-same-side / ally
friend on-the-same-side / alliance pact treaty / alliance front union / treaty pact agreement deal
settlement / deal agreement settlement understanding / agree consent approval accept allow
permission say-yes go-along / accept recognise agree acknowledge approve go-along / approve
approval consent permission blessing / recognise recognised recognition official legitimate lawful
acknowledge legal / enemy opponent rival foe adversary hostile / rival rivalry compete competition
competitor contest / quarrel argue argument row fall-out dispute disagree disagreement clash split
/ split break broken divide division apart rift / divided split fragmented disunited torn
not-united in-pieces / unite united unity together join come-together coming-together team-up
solidarity / join enter become-part team-up work-with / front alliance united coalition / work
working cooperate cooperation collaborate team-up join-up / share common same mutual joint both
shared / same alike similar common shared equal / different differ not-the-same unlike other /
differences disagreement divided dispute / war fight fighting battle conflict combat / fight
fighting fought resist battle struggle take-on stand-up-to / resist resistance oppose fight
guerrilla guerilla stand-up-to hold-out / attack invade invasion assault strike hit aggression
go-for / occupy occupied conquer take-over took-over seize capture / conquest take-over conquer
occupation / seize grab capture take-over took-over / gain obtain acquire receive / return returned
give-back gave-back given-back restore hand-back / regain get-back got-back win-back won-back
recover / defend defence protect protection guard safe safety security shield / safe secure safety
security protect / border frontier boundary / buffer shield between barrier / lose lost loss losing
give-up / defeat beat beaten lose lost crush / beaten defeated lost / win won victory victorious
beat triumph success / success succeed successful achieve win / fail failed failure disaster
collapse did-not-work didnt-work go-wrong went-wrong / disaster failure catastrophe crisis
went-wrong go-wrong tragedy / massacre slaughter bloodbath disaster catastrophe / busy occupied
tied-down stuck distracted hands-full bogged-down / distract distracted busy tied / tied tied-down
stuck pinned / hold-off hold-back keep-away fend-off stop keep-out / stop end halt finish prevent
cease avoid call-off stand-in-the-way / end finish over stop ended done / start begin began set-up
launch / founded set-up create establish start-up build start called-into-life / build built
construct construction develop create rebuild / rebuild reconstruct repair recover restore /
restore bring-back / ruin ruined ruins destroyed destroy wreck devastated damage shattered /
destroy destroyed kill wipe-out crush / weakened stretched worn-out overstretched exhausted /
overstretched too-thin stretched spread-thin too-much / poor poverty peasant / poor backward
undeveloped underdeveloped not-modern / backward not-modern underdeveloped undeveloped behind
primitive poor / rich wealthy prosperous / peasant farmer rural village countryside villager /
countryside rural village villages land fields / worker proletariat working-class proletarian
labourer factory-workers / city cities town urban / factory industry industrial works plant /
industry industrial industrialise manufacturing factories / economy economic trade / machines
machinery equipment / railway train line rail / port harbour naval-base coast / ship fleet navy
naval / revolution overthrow uprising revolt rebellion / overthrow get-rid rid freed freedom
threw-off topple remove bring-down / freed free liberate liberated freedom liberation / foreign
foreigner imperialist imperialism colonial outside other-countries powers / imperialist imperialism
colonial empire colonialism / capitalist capitalism / west western america american /
west western europe / russia russian soviet ussr moscow soviets kremlin / soviet moscow / moscow
soviet russia kremlin / america american usa washington us states / japan japanese tokyo / china
chinese beijing peking / german germany hitler nazi nazis germans / britain british london /
nationalist gmd guomindang / nazi german / barbarossa german-attack / bomb nuclear atomic / atomic
nuclear atom / land territory soil ground area region lands / territory territories land lands area
province / respect equal dignity honour esteem / disrespect contempt looked-down look-down insult
rude scorn / contempt looked-down look-down scorn disdain / slight snub insult ignore offend
humiliate / insult humiliate humiliated offend offended insulted / welcome reception greet received
/ praise admire cheer glorify / cult worship hero-worship personality idolise / criticism criticise
attack condemn denounce / denounce condemn criticise attack / blame fault responsible accuse /
betray betrayal traitor treason betrayed backstab let-down / promise promised pledge word vow
guarantee / demand ask call require request insist order condition string / condition conditions
strings terms / ask request call appeal / refuse refused reject rejected deny say-no said-no
turn-down turned-down would-not / reject refuse / ignore ignored take-no-notice took-no-notice
brush brushed dismiss pay-no-attention / listen obey follow do-as-told did-as / obey follow loyal
do-as do-what / loyal loyalty faithful / warning warn warned tip-off / secret secretly hidden hide
quiet / prove show showed proof demonstrate / show showed demonstrate display prove / example model
role-model copy pattern / copy copied imitate same-way follow / learn learned lesson taught / know
knew realise realised understand understood aware / see saw realise notice / wrong mistake error
mistaken misjudge incorrect / mistake error blunder wrong / right correct / true real genuine /
judge judgement judgment / doubt unsure uncertain doubted question / alone on-their-own on-its-own
by-themselves by-itself isolated on-his-own own / isolated alone cut-off no-friends / ready prepare
prepared preparation / unprepared not-ready before-ready not-prepared / quick quickly fast rapid
rapidly soon hurry rush / slow slowly delay / rise rising rose rocket grow increase grew go-up
went-up / grow growth grew increase expand bigger spread / spread expand expansion export reach /
reach recruit win-over convert / masses ordinary-people people workers-and-peasants / recruit
members new-members young / behind back rear / fall fell collapse decline drop / reduce cut lower
shrink / cut reduce stop / send sent dispatch ship / give gave given grant hand provide supply /
supply supplies provide / let allow allowed permit / leave left withdraw withdrew pull-out go-away
get-out went-away / withdraw pull-out leave evacuate left / stay remain keep stick / keep kept hold
remain stay / surrender give-up capitulate / peace truce ceasefire peaceful armistice / peaceful
peace without-war / coexistence live-together side-by-side peacefully / avoid prevent keep-out
stay-out not-get-into / provoke anger annoy upset antagonise wind-up / anger angry annoyed furious
resent resentment upset annoy / please satisfy appease happy / appease please suck-up keep-happy
sweet / shame humiliation embarrassed embarrass humiliate / proud pride proudly / national nation
country patriotic nationalist / nationalism nationalist patriotic patriotism / country nation state
homeland / nation country national / people masses population public / people citizens ordinary /
livelihood standard-of-living welfare living-standards looking-after well-being / democracy
democratic vote elections / corrupt corruption bribes dishonest / unpopular disliked hated /
popular support loved liked / generous lenient merciful forgiving kind mercy forgive forgave /
cruel brutal harsh terror / terror purge fear arrests / freedom free liberty / prestige reputation
image face / important crucial key significant vital / legal lawful open / open public openly /
influence say sway interference meddling interfere power / interfere meddle interference / interest
interests benefit advantage selfish own-good / advantage benefit use useful gain / useful use
helpful handy / bargain bargaining leverage / security safe safety secure / role part / part share
role piece / leave abandon desert / trick trap deceive lie lied / lie false untrue propaganda /
propaganda lies rumours / exaggerate too-high inflated too-many / experience experienced learned
know-how / inexperienced lack-experience no-experience new / lack lacked short-of without not-have
no shortage didnt-have did-not-have / far distant distance long-way remote away miles / near close
next-to beside neighbour / north northern / south southern / east eastern / first before start /
earlier before past previous / later after afterwards / after afterwards post / old former
traditional / new young modern / modern industrial advanced up-to-date / succeed successor heir
take-over after / heir successor / death died dead die death-of / kill killed murder dead / born
birth / landing invade invasion / second another other / west france europe / die died death dead
gone / gone dead no-longer / held kept / together unity / post-war after-the-war
when-the-war-was-over afterwards / government regime state rulers / regime government rule / party
organisation / branch section part wing / town city / money cash skint broke penny wages bankroll
bankrolled hand-out / inflation prices-rose worthless dear expensive prices-went-up lost-its-value
/ price dear expensive cost / corrupt bribe crook crooked crooks own-pockets dishonest fiddle
greedy / loot strip stripped nick nicked steal stole stolen carry-off carried-off took rob robbed /
machine machinery equipment / fear dread dreaded terrified terrify panic panicked nervous / ally
friend mate pal on-their-side on-his-side on-its-side on-side / american yank americans usa
washington united-states / atomic hiroshima a-bomb h-bomb nuclear / communist red reds communism /
spread catch-on caught-on catching-on go-red domino / selfish own-interest number-one come-first
came-first put-first for-himself for-itself / rush scramble race dash hurry / ruins rubble wrecked
flattened destroyed devastated / interest borrow borrowing charge / without-payment for-nothing
for-free free gift no-charge / gift present free for-free for-nothing / repay repaid pay-back
paid-back give-back gave-back hand-back owe owed debt / humiliate humiliated look-stupid
embarrassed shown-up show-up lose-face lost-face / respect look-up-to looked-up-to prestige
standing taken-seriously take-seriously reputation / veto block blocked stop vote / absent missing
not-there not-present boycott boycotting away / goodwill sweetener favour gift friendship on-side /
court woo win-over won-over want-on-side / losing finished about-to-lose beaten defeated / betray
double-cross stab-in-the-back stabbed-in-the-back sell-out sold-out dump dumped / dominate
boss-about boss-around push-around pushed-around pushed-about bossing bully control / puppet
satellite client / junior second-class little-brother younger-brother inferior lesser / senior
big-brother elder-brother older / outnumber larger more-soldiers more-men bigger-army / rival
jealous jealousy envy overtake / famine starve starvation starving hunger harvest / missile rocket
/ spy agent spies / cult godlike god worship hero / reckless mad crazy dangerous nuts irresponsible
warmonger / inexperienced beginner beginners never-run never-ran new-to no-idea novice / experience
run-before done-it-before / capitalist class-enemy west / absorb absorbed swallow swallowed
swallowed-up take-over vanish disappear lose-themselves / glue held-together hold-together
kept-together unity / far long-way miles-away distant nowhere-near / masses ordinary-people
everyday-people the-people / recruits members young-members new-members followers converts / open
openly without-hiding not-hiding legal / demand strings-attached say-in-return tell-them-what
calls-the-tune / strike attack hit get-in-first hit-them / busy full-hands hands-full
plenty-on-its-plate too-much-on-its-plate plate / weak feeble on-its-knees powerless / weakened
worn-out run-down tired exhausted / superior better stronger more-powerful / calm calmed peaceful /
coalition share-power power-sharing joint-government / criticise have-a-go slag-off complain /
quarrel fall-out fell-out row bicker / solidarity stick-together stuck-together together
united-front / front stick-together stand-together stood-together side-by-side / secret
behind-his-back behind-their-backs on-the-quiet / promise gave-his-word word / lenient let-off
let-go spare spared forgive forgiving / alone by-himself / excuse reason pretext / leave get-out
pull-out pulled-out go-home went-home move-out clear-out / guarantee make-sure made-sure ensure /
trained teach taught learn / engineer technician specialist expert / doubt not-sure wasnt-sure
not-convinced unsure had-doubts / believe think thought reckon reckoned / expect think thought
reckon assume assumed / prevent stop avoid keep-from block / support side-with sided-with stand-by
stood-by backed / independent stand-on-its-own own-boss own-man own-feet not-owe owe-nothing
owed-nothing / land fields farm farms soil plots / happy pleased content glad / grateful thankful
gratitude / honour glory pride / wealth riches rich / crush smash wipe-out destroy / escape flee
fled get-away run-away / hide hid cover cover-up disguise cloak mask / pretend pretence act / hurt
harm damage / rule govern reign be-in-charge / replace take-over instead / copy imitate do-the-same
same-thing follow-the-example example / lead led leader leadership in-charge boss number-one
top-dog / copy copied imitate follow / personality character temper ego / clash clashed rub rubbed
/ taken-seriously respect respected accepted / thinker theorist philosopher intellectual /
hindsight looking-back looked-back years-later long-after memory memories / memoirs later
afterwards looking-back years-later / justify excuse defend explain / waiting wait waited
hang-around hanging-around kept-waiting left-waiting sit-around / reception welcome greeted treated
treatment / arrange arranged arrangements plan planned prepare prepared organised / head leader
chief boss / praise praised hail hailed flatter flattered call-great called-great celebrate
celebrated / criticise criticism attack attacked question questioned tear-down tore-down condemn
condemned / judgement judge misjudge misjudged decision / contempt disdain look-down looked-down
despise despised / mixed mix tangled hard-to-separate hard-to-tell / closer closest good-terms
got-on close / worse bad worsen / secure safe sure firm / insecure not-secure not-safe unsure shaky
/ struggle fight battle power-struggle / armistice ceasefire truce peace end / designs plans
blueprint drawings patents / consult ask asked / coexistence live-side-by-side get-along peacefully
/ infallible never-wrong always-right / territory land border borderland / remarks comments words /
failed broke-down fell-through got-nowhere went-nowhere / quickly fast overnight short-time
few-years / half fifty / die died killed dead wiped-out / survive survived live / india indian /
land territory ground / creed belief faith ideology / grievance complaint resentment grudge wrongs
/ fresh recent new / solidarity brotherhood comradeship comrades / encourage inspired inspire
example encouraged / example inspire inspired inspiration model / encircled surrounded trapped
cut-off / spread export abroad everywhere / persecute hunt hunted kill arrest arrested chase chased
/ drive driven chase chased kick kicked-out thrown throw forced pushed-out / massacre kill
slaughter murder shot / symbol sign / punish punishment prison jailed locked arrest arrested /
revenge payback pay-back get-own-back teach-lesson punish / conquest conquer empire / conquer
conquest take-over took-over grab / prey target / trap trick plot lie fool fooled / surprise shock
off-guard unprepared unexpected / discredit discredited look-bad blame / rival opponent competitor
challenge challenger / rooted-out get-rid got-rid purge purged removed remove / obey follow do-what
orders / recruit new-member joined-up join-up / join-up recruit join / writings books texts works /
study studied read learn / line opinion view policy / office power / tie tied bind bound / loyal
loyalty faithful / convince persuade talk-into talked-into / confident bold brave / monopoly
only-one-with / risk chance gamble / intervene intervention step-in stepped-in get-involved join-in
come-in / interested bother bothered care cared / unwilling did-not-want would-not not-keen /
approval approve permission green-light go-ahead say-so agree blessing / permission approve agree
green-light go-ahead / harbour port / ice-free warm-water all-year / resist stand-up fight-back /
contain stop hold-the-line / collapse collapsing fall-apart falling-apart lose losing / near close
next-door doorstep / border doorstep frontier / pressure push pushed urge urged lean-on / urge ask
push pressure press / manipulate use used trick steer tool pawn puppet / casualties losses dead
killed wounded / bled losses blood die died suffered / standstill stalemate draw / prisoners
captives pow / guard watch patrol police / trade business commerce / province region / mining mines
oil / rebel rebellion revolt rising uprising / influence say control / remembered forget forgotten
never-forgot / anger bitter bitterness resentment / patriot patriotic patriotism / invader invasion
invaded / doubters critics opponents / road way path / zeal effort hard-work enthusiasm labour /
faster quicker sooner / overtake ahead beat catch-up / divide split keep-apart / wished want hoped
/ obey orders listen / depend rely lean / wounded hurt / pride feelings / offend insult upset /
mourn grief sad sorry / funeral burial / heir successor next-leader / gift present bring / colonial
colony empire imperialist / knowledge know-how skills / terror fear purges killing / generous kind
friendly / consult ask discuss / revolt rise rebel / prop support pillar / collective shared group
/ threat danger scare / blame blamed fault / radical extreme / sell-out sold-out betray traitor /
surrender give-in gave-in / neutral stay-out stayed-out took-no-side sit-on-the-fence
not-take-sides / side support / two-centres two-leaders two-bosses / claim claimed / deter
scare-off put-off prevent / stronger better tougher / nearer closer / balance weight counter /
isolated on-its-own no-one-else nobody-else no-other
"""

# Who writes one where the other is asked says the opposite. A slash parts the pairs.
OPPOSITES = """
strong weak / stronger weaker / big small / large small / many few / many small / more less / win
lose / won lost / victory defeat / friend enemy / ally enemy / friendly hostile / rich poor / near
far / close far / start end / begin end / stop continue / end continue / withhold continue /
increase decrease / rise fall / accept reject / accept refuse / agree refuse / trust distrust /
agree disagree / like dislike / help hinder / love hate / support oppose / for against / give take
/ open closed / equal unequal / legal illegal / north south / east west / first last / before
after / early late / old new / safe dangerous / success failure / united divided / unite divide /
always never / right left / high low / attack defend / independent dependent / modern backward /
advanced backward / same different / peace war / join leave / praise criticise / push pull /
lenient harsh / generous mean / over under / above below / majority minority / import export /
private public / loyal disloyal / protect destroy / protect attack
/ keep lose / gain lose / strong weaken / strengthen weaken / strengthen weak
"""
