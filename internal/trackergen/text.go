package trackergen

import "strings"

// text fills the slots of a pattern: "{place}" becomes one of slots["place"].
// What begins a pattern begins with a capital letter.
func (r random) text(pattern string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			s := b.String()
			return strings.ToUpper(s[:1]) + s[1:]
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(pick(r, slots[name]))
		pattern = after
	}
}

// prose strings n different sentences together.
func (r random) prose(from []string, n int) string {
	var sentences []string
	for _, s := range some(r, from, n) {
		sentences = append(sentences, r.text(s))
	}
	return strings.Join(sentences, " ")
}

// steps is a numbered list of n sentences.
func (r random) steps(from []string, n int) string {
	var b strings.Builder
	for _, s := range some(r, from, n) {
		b.WriteString("1. " + r.text(s) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

var slots = map[string][]string{
	"place":  {"in the traffic office", "at the loading bay", "on the second floor", "at the depot in the north", "in the claims team", "at the front desk", "in the planning room", "on the night shift"},
	"group":  {"new starters", "team leaders", "planners", "agents", "drivers' supervisors", "account managers", "buyers", "shift leads"},
	"thing":  {"the quick card", "the search page", "the booking form", "the handover sheet", "the first-week checklist", "the shift board", "the template for replies", "the five questions"},
	"course": {"a half-day course", "an hour of e-learning", "a webinar series", "a video", "a refresher for everyone", "a train-the-trainer day"},
	"number": {"three", "four", "seven", "nine", "eleven", "fourteen", "two dozen", "thirty-one"},
	"time":   {"before lunch", "by Friday", "on the same day", "within the week", "after the stand-up", "before the quarter closed", "in the second week"},
	"metric": {"ring-backs", "misloads", "late quotes", "open claims", "repeat questions", "double bookings", "returned forms"},
	"mood":   {"asked when we could come back", "sent it on to a colleague", "wanted to show it to the others", "brought an example of their own", "stayed ten minutes longer"},
	"person": {"the team leader", "the head of department", "a planner", "one of the agents", "the shift lead", "a new starter"},
}

var winTitles = []string{
	"{number} questions answered with {thing}", "Sat {place} for a morning first", "No {course} for the {group}",
	"{thing} in place of {course}", "The {group} asked us before they had a plan", "Fewer {metric} {place}",
	"Kept a promise to the {group} {time}", "Said no, and offered {thing}", "A leader took on {thing}",
}

var intakeTitles = []string{
	"{course} for the {group}", "Too many {metric} {place}", "Help the {group} with {thing}",
	"Plan {thing} together with the {group}", "{course} about {metric}",
}

var happened = []string{
	"I had an hour {place} with {person}, who showed me how {thing} is really used.",
	"Everyone had expected {course}, and the outline was half written already.",
	"We counted {number} {metric} in one morning, and most of them had the same cause.",
	"The {group} knew what to do; what they could not find was {thing}.",
	"So we put {thing} where the work happens, and left the rest of the plan for later.",
	"It took {number} tries until the wording was theirs rather than ours.",
	"We tried it with {number} people {place} before anybody else saw it.",
	"{person} had tried something like it two years ago, and told us why it had not lasted.",
	"By the end of the week **{number} of the {group}** had used it without being asked.",
	"I wrote down what they said, word for word, and read it back to them {time}.",
	"The old version had been written from a product sheet; this one was written from calls.",
	"Nobody had to sit in a room for it, and nobody had to log in anywhere.",
}

var why = []string{
	"What usually happens is that {course} is ordered, delivered and forgotten.",
	"It is the first time that {person} looked at {metric} together with us.",
	"Nobody had asked the {group} before what gets in their way.",
	"We said what we could not promise, and were asked to come back all the same.",
	"A month ago we would have taken the order and started to write.",
	"It cost us a morning, and it saved {number} people an hour each.",
	"The idea came from the {group}, and it still carries their words.",
	"It is small. It is also the first thing of ours that is used {place} every day.",
}

var connection = []string{
	"With {thing} at hand the {group} answer sooner, and that means fewer {metric}.",
	"Each of the {metric} costs a second contact that somebody has to staff.",
	"It is too early to say whether {metric} go down because of it; a new system came in at the same time.",
	"The {group} are where the plan for this year stands or falls.",
	"What {person} does differently now is to look first and to ask second.",
	"I can see the link to the priority and cannot show a figure for it yet.",
}

var followUp = []string{
	"- Show {person} the list {time}.\n- Ask whether {thing} is still where we left it.",
	"- Watch {metric} for a month.\n- Then decide whether the {group} elsewhere want it too.",
	"Nothing was promised; I shall look when I am {place} anyway.",
	"- Take the notes to the {group}.\n- Leave the second part until they ask.",
	"Count {metric} again after the peak, with the same code as this time.",
}

var replicate = []string{
	"Ask {person} first, since they decide who has time.",
	"Take one morning; \"a few hours\" gets put off.",
	"Write two columns: *did not know* and *could not find*.",
	"Put {thing} where the hand already is.",
	"Use their words, also where ours are better.",
	"Try it with {number} people before you print anything.",
	"Go back {time} and ask what has changed.",
	"Leave out whatever nobody asked about.",
}

var encouraging = []string{
	"{person} {mood}.", "One of the {group} {mood}.", "The {group} {place} {mood}, which nobody had expected.",
	"It was the shortest meeting of the month, and {person} {mood}.",
}

var doubts = []string{
	"{person} thought that we were putting the course off; reading the notes together helped.",
	"There was the worry that {thing} would be one more list to keep up.",
	"Somebody asked who had allowed it. We named the sponsor and went on.",
}

var answers = []string{
	"The {group} lose time over {metric}, and nobody {place} can say why.",
	"They decide from memory, because {thing} is out of date by the time that it is read.",
	"A new starter would find the answer in {thing} without asking {person}.",
	"The {group} first; everyone who covers for them after that.",
	"{person} will open the shift with {thing} and keep an hour a week for it.",
	"Fewer {metric}, counted with the same code as last year.",
	"Team leaders look at {thing} once a week and say what they noticed.",
	"The old form is still in the system, and it is the one that opens first.",
	"Mondays: that is when the {metric} pile up and everybody is short of people.",
}

var requests = []string{
	"\"We need {course} for the {group}, ideally {time}.\"",
	"\"There are too many {metric} {place}. Can you help us find out why?\"",
	"\"Could you take {thing} and make {course} out of it?\"",
	"\"Everybody should know this by now, and they don't. Please train them again.\"",
	"\"We are planning next year with the {group}. You should be in the room.\"",
}

var commitmentsMade = []string{
	"Open each shift with {thing}", "Keep an hour a week free for the {group}", "Take {thing} off the old system",
	"Name a team leader for {metric}", "Look at {metric} with the {group} once a month",
}

var promisesMade = []string{
	"A first draft of {thing}", "Come back {place} for a whole shift", "An answer {time}",
	"The list of {metric} by cause", "All parts of {thing} live",
}

var reasons = []string{
	"The {group} know it already; what stands in the way is {thing}.",
	"There is no time for it this year, and {person} agreed.",
	"Another team does this better than we would.",
	"The need went away once {thing} was repaired.",
}
