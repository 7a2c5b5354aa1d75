package tracker

// Strategy is what the wins and intakes are held against, and the settings of
// the tracker.
type Strategy struct {
	Settings     Settings
	Priorities   []*Priority
	Outcomes     []*Outcome
	Team         []*Member
	Stakeholders []*Stakeholder
}

// Settings are the tracker's own.
type Settings struct {
	Origin       Origin
	Title        string            `key:"title"`
	Organisation string            `key:"organisation"`
	Vision       string            `key:"vision"`
	Mission      string            `key:"mission"`
	StartedOn    Date              `key:"started_on"`
	AsOf         Date              `key:"as_of"`
	BaseURL      string            `key:"base_url"`
	Repository   Repository        `key:"repository"`
	Language     string            `key:"language"`
	YearStarts   int               `key:"year_starts"`
	Required     Required          `key:"required"`
	Labels       map[string]string `key:"labels"`
	Logo         string            `key:"logo"` // the path of a picture, as it was written: see Tracker.Logo
	Accent       Accent            `key:"accent"`
	Windows      Windows           `key:"windows"`
	Thresholds   Thresholds        `key:"thresholds"`
	Limits       Limits            `key:"limits"`
	Silence      []string          `key:"silence"` // rules whose warnings and hints are not shown

	SearchEngines bool `key:"search_engines"` // they may list the leaders' edition
}

// Repository is where the tracker's files can be edited.
type Repository struct {
	URL    string `key:"url"`
	Branch string `key:"branch"`
	Host   string `key:"host"`
}

// Required names the fields that a team insists on.
type Required struct {
	Win    []string `key:"win"`
	Intake []string `key:"intake"`
}

// Windows are spans of days.
type Windows struct {
	EvaluateAfterDays int `key:"evaluate_after_days"` // delivered for longer and not looked at: "nobody looked"
	StaleAfterDays    int `key:"stale_after_days"`    // an undated follow-up is stale after
	QuietAfterDays    int `key:"quiet_after_days"`    // a priority is quiet after
}

// Thresholds are numbers of records or answers.
type Thresholds struct {
	MinimumCases int `key:"minimum_cases"` // below it, no percentage and no trend word
	CrackedAt    int `key:"cracked_at"`    // answers that make an intake "cracked"
	PartneredAt  int `key:"partnered_at"`  // answers that "partnered" needs
}

// Limits are what a file may hold. Zero stands for the most that smallwins
// reads, which settings can only lower.
type Limits struct {
	RecordKiB      int `key:"record_kib"`       // of a record's file
	FrontMatterKiB int `key:"front_matter_kib"` // between its --- lines
	Values         int `key:"values"`           // in its front matter
	AttachmentKiB  int `key:"attachment_kib"`   // of a file that a record links to
}

// The most that smallwins reads: see Limits.
const (
	MaxRecordKiB      = 128
	MaxFrontMatterKiB = 16
	MaxValues         = 2_000
	MaxAttachmentKiB  = 5_120
)

// Defaults returns the settings of a tracker that has none.
func Defaults() Settings {
	return Settings{
		Title:      "Small wins",
		Language:   "en",
		YearStarts: 1,
		Windows:    Windows{EvaluateAfterDays: 90, StaleAfterDays: 30, QuietAfterDays: 60},
		Thresholds: Thresholds{MinimumCases: 5, CrackedAt: 3, PartneredAt: 6},
	}
}

// Priority is a strategic priority of the business.
type Priority struct {
	Origin   Origin
	ID       ID     `key:"id"`
	Title    string `key:"title"`
	Why      string `key:"why"`
	Sponsor  Person `key:"sponsor"`
	From     Date   `key:"from"`
	To       Date   `key:"to"`
	Outcomes []ID   `key:"outcomes"`
}

// ActiveOn reports whether the priority held on the given day.
func (p *Priority) ActiveOn(d Date) bool { return within(d, p.From, p.To) }

func within(d, from, to Date) bool {
	return (from.IsZero() || d >= from) && (to.IsZero() || d <= to)
}

// Outcome is something that the business wants in the end.
type Outcome struct {
	Origin       Origin
	ID           ID        `key:"id"`
	Title        string    `key:"title"`
	Kind         string    `key:"kind"`
	Measure      Measure   `key:"measure"`
	Readings     []Reading `key:"readings"`
	OtherFactors []Factor  `key:"other_factors"`
}

// Member is someone in the L&D team.
type Member struct {
	Origin    Origin
	ID        ID     `key:"id"`
	Name      string `key:"name"`
	Role      string `key:"role"`
	From      Date   `key:"from"`
	To        Date   `key:"to"`
	Display   string `key:"display"`
	Spotlight *bool  `key:"spotlight"`
}

// ActiveOn reports whether the member was in the team on the given day.
func (m *Member) ActiveOn(d Date) bool { return within(d, m.From, m.To) }

// Stakeholder is someone in the business with whom L&D works.
type Stakeholder struct {
	Origin      Origin
	ID          ID           `key:"id"`
	Name        string       `key:"name"`
	Title       string       `key:"title"`
	Department  string       `key:"department"`
	Owner       Person       `key:"owner"`
	Business    Business     `key:"business"`
	Touchpoints []Touchpoint `key:"touchpoints"`
	Door        []DoorMark   `key:"door"`
	Promises    []Promise    `key:"promises"`
}

// Business is what L&D knows about a stakeholder's part of the business.
type Business struct {
	Lifecycle string   `key:"lifecycle"`
	Revenue   string   `key:"revenue"`
	Goals     []string `key:"goals"`
	Pressures []string `key:"pressures"`
	Sources   []Source `key:"sources"`
}

// Source is where a piece of business knowledge comes from.
type Source struct {
	Kind string `key:"kind"`
	Date Date   `key:"date"`
	URL  string `key:"url"`
}

// Touchpoint is a meeting that was not about a request.
type Touchpoint struct {
	Date    Date   `key:"date"`
	Who     Person `key:"who"`
	Kind    string `key:"kind"`
	Minutes int    `key:"minutes"`
	Learned string `key:"learned"`
}

// DoorMark is dated evidence of how a stakeholder works with L&D; for the
// team's edition only.
type DoorMark struct {
	Date     Date   `key:"date"`
	Marker   string `key:"marker"`
	Evidence string `key:"evidence"`
}
