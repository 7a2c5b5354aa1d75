package tracker

// Intake is one request to L&D and what became of it, up to the contract that
// both sides made about it.
type Intake struct {
	Origin  Origin
	ID      ID
	Aliases []ID `key:"aliases"`

	Title       string    `key:"title"`
	Request     Prose     `key:"request"`
	Stakeholder Person    `key:"stakeholder"`
	Owner       Person    `key:"owner"`
	RequestedOn Date      `key:"requested_on"`
	Status      Status    `key:"status"`
	AgreedOn    Date      `key:"agreed_on"`
	DeliveredOn Date      `key:"delivered_on"`
	ArrivedAs   Arrival   `key:"arrived_as"`
	Requested   []string  `key:"requested"`
	Agreed      []string  `key:"agreed"`
	Cause       string    `key:"cause"`
	Urgency     string    `key:"urgency"`
	Mandated    bool      `key:"mandated"`
	Pain        Prose     `key:"pain"`
	Logistics   Logistics `key:"logistics"`

	Contract    Contract  `inline:"contract"`
	Asked       []string  `key:"asked"`
	ConfirmedOn Date      `key:"confirmed_on"`
	Measure     Measure   `key:"measure"`
	Readings    []Reading `key:"readings"`

	Commitments       []Promise       `key:"commitments"` // made by the business
	Promises          []Promise       `key:"promises"`    // made by L&D
	Reinforcement     []Reinforcement `key:"reinforcement"`
	Barriers          []Barrier       `key:"barriers"`
	BarriersChecked   Date            `key:"barriers_checked"`
	Prework           []Prework       `key:"prework"`
	Conversations     []Conversation  `key:"conversations"`
	Cracks            []Crack         `key:"cracks"`
	ProceedingBecause Prose           `key:"proceeding_because"`

	Verdict      Verdict  `key:"verdict"`
	Missing      []string `key:"missing"`
	OtherFactors []Factor `key:"other_factors"`
	Avoided      Avoided  `key:"avoided"`

	Reason         Prose  `key:"reason"`
	OfferedInstead Prose  `key:"offered_instead"`
	RedirectedTo   string `key:"redirected_to"`

	WhatWeAgreed    Prose `key:"what_we_agreed"`
	WhatHappened    Prose `key:"what_happened"`
	WhatChanged     Prose `key:"what_changed"`
	WhatWasInTheWay Prose `key:"what_was_in_the_way"`

	Audience Audience `key:"audience"`
	Links    []Link   `key:"links"`
	More     []Note
}

// Logistics are the questions of a service provider: kept, and worth nothing
// to the contract (requirements 000-20 to 000-22).
type Logistics struct {
	NeededBy Date   `key:"needed_by"`
	Audience string `key:"audience"`
	Mode     string `key:"mode"`
}

// Contract holds the answers to the eight questions.
type Contract struct {
	Friction  Prose `key:"friction"`
	Decisions Prose `key:"decisions"`
	Better    Prose `key:"better"`
	Who       Prose `key:"who"`
	Own       Prose `key:"own"`
	Shift     Prose `key:"shift"`
	Reinforce Prose `key:"reinforce"`
	Barrier   Prose `key:"barrier"`
}

// OwnQuestion is the key of the partnership question, shown first and apart on
// every page (requirement 000-14).
const OwnQuestion = "own"

// Questions are the eight questions of the contract; a term's definition is
// the question as it is put.
var Questions = Vocabulary{"contract question", []Term{
	{"friction", "Friction", "What business friction is this solving?"},
	{"decisions", "Decisions", "What decisions are breaking?"},
	{"better", "Better", "What would better look like operationally?"},
	{"who", "Who", "Who must behave differently?"},
	{OwnQuestion, "Own", "What part of this change is the leader willing to lead?"},
	{"shift", "Shift", "What measurable shift should we see?"},
	{"reinforce", "Reinforce", "How will managers reinforce it?"},
	{"barrier", "Barrier", "What system barrier might undermine it?"},
}}

// Answer returns the answer to the question with the given key.
func (c *Contract) Answer(key string) Prose {
	switch key {
	case "friction":
		return c.Friction
	case "decisions":
		return c.Decisions
	case "better":
		return c.Better
	case "who":
		return c.Who
	case OwnQuestion:
		return c.Own
	case "shift":
		return c.Shift
	case "reinforce":
		return c.Reinforce
	case "barrier":
		return c.Barrier
	}
	return Prose{}
}

// Reinforcement is something that managers do so that it lasts.
type Reinforcement struct {
	Who    Person `key:"who"`
	Driver string `key:"driver"`
	When   string `key:"when"`
	What   string `key:"what"`
	Done   bool   `key:"done"`
}

// Barrier is something in the system that might undermine the change.
type Barrier struct {
	Kind  string `key:"kind"`
	What  string `key:"what"`
	Owner Person `key:"owner"`
	State string `key:"state"`
}

// Prework is a piece of finding out before anything is built.
type Prework struct {
	Date Date   `key:"date"`
	Kind string `key:"kind"`
	What string `key:"what"`
}

// Conversation is one talk about the request. Its reaction is for the team's
// edition only.
type Conversation struct {
	Date     Date   `key:"date"`
	With     Person `key:"with"`
	Reaction string `key:"reaction"`
	Note     string `key:"note"`
}

// Crack is a way in which an order was filled differently.
type Crack struct {
	Practice string `key:"practice"`
	What     string `key:"what"`
	Reaction string `key:"reaction"`
}

// Avoided is an estimate of what was not spent. It is never summed with
// anything that was measured.
type Avoided struct {
	What       string `key:"what"`
	Amount     Number `key:"amount"`
	Unit       string `key:"unit"`
	EstimateBy Person `key:"estimate_by"`
}
