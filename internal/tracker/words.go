package tracker

// NoWords and YesWords only say that there is nothing, or something. Where an
// object is meant they are no short form of it: "undone: never" must not be read
// as a win that came undone because of "never".
var (
	NoWords  = []string{"false", "no", "n", "off", "none", "null", "nil", "0", "never", "not yet", "n/a", "-", "–"}
	YesWords = []string{"true", "yes", "y", "on", "1"}
)

// IDList is the pattern of several ids in one text, with commas between them:
// a list whose brackets were forgotten. The name of a person has a capital
// letter or a space, so that "Voss, Ana (Head of Sales)" is none.
const IDList = `^\s*[a-z][a-z0-9._-]*(\s*,\s*[a-z][a-z0-9._-]*)+\s*$`
