package schema

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

// The definitions of the forms of values. Patterns keep to what the regular
// expressions of JavaScript and of Go have in common.

// nothing is a field or an element that holds nothing, "empty" one that holds
// at most blank text: both count as not given. They are written as what they
// are not, since editors would offer "null" as a value of every field else.
func (b *builder) nothing() object {
	return b.define("nothing", func() object {
		return object{{"$comment", "Not given."}, {"not", object{{"type", list{"array", "boolean", "number", "object", "string"}}}}}
	})
}

func (b *builder) empty() object {
	return b.define("empty", func() object {
		return object{{"$comment", "Not given."}, {"not", object{{"anyOf", list{
			object{{"type", list{"array", "boolean", "number", "object"}}},
			object{{"type", "string"}, {"pattern", `\S`}},
		}}}}}
	})
}

// plain is what YAML may make of text: a number or true, where it was written
// without quotation marks. Were these named as types, editors would offer
// "true" and "false" wherever a text is meant.
var plain = member{"anyOf", list{
	object{{"type", "string"}},
	object{{"not", object{{"type", list{"array", "null", "object", "string"}}}}},
}}

func (b *builder) text() object {
	return b.define("text", func() object {
		return object{{"description", "One line of text."}, plain}
	})
}

func (b *builder) prose() object {
	return b.define("prose", func() object {
		return object{{"description", "Text in Markdown; a section of the body does as well."}, plain}
	})
}

func (b *builder) person() object {
	return b.define("person", func() object {
		return object{{"description", `A person: an id of the strategy, or text such as "Name (Role)".`}, plain}
	})
}

func (b *builder) reference() object {
	return b.define("reference", func() object {
		return object{{"description", "The id of what is meant."}, plain}
	})
}

// answer is an answer to a question of the contract with its day.
func (b *builder) answer() object {
	return b.define("answer", func() object {
		return append(object{{"description", "An answer, and the day on which it was given."}, {"type", "object"}},
			b.properties([]tracker.Field{
				{Key: "text", Label: "Answer", Form: tracker.FormProse},
				{Key: "on", Label: "On", Form: tracker.FormDate},
			}, "answer")...)
	})
}

func (b *builder) day() object {
	return b.define("day", func() object {
		return object{
			{"description", "A day, written as YYYY-MM-DD."},
			{"type", "string"},
			{"format", "date"},
			{"pattern", `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`},
			{"not", object{{"type", "string"}, {"pattern", "^0000"}}},
		}
	})
}

func (b *builder) number() object {
	return b.define("number", func() object {
		return object{
			{"description", "A number: digits, with a full stop before decimals."},
			{"type", list{"number", "string"}}, {"pattern", `^-?[0-9]+(\.[0-9]+)?$`},
		}
	})
}

// wholeWithin is a whole number, from 1 where it has a least: bounds are those
// of a tracker.Field. One in quotation marks is held to the lower bound alone.
func (b *builder) wholeWithin(least, most int) object {
	const positive = `^0*[1-9][0-9]{0,9}(\.0+)?$`
	switch {
	case least == 0:
		return b.define("whole", func() object {
			return wholeNumber("A whole number.", -math.MaxInt32, math.MaxInt32, `^-?0*[0-9]{1,10}(\.0+)?$`)
		})
	case most == 0:
		return b.define("count", func() object {
			return wholeNumber("A whole number of at least 1.", 1, math.MaxInt32, positive)
		})
	}
	return wholeNumber(fmt.Sprintf("A whole number from 1 to %d.", most), 1, most, positive)
}

func (b *builder) colour() any {
	return b.define("colour", func() object {
		return object{{"description", "A colour as # and six digits from 0 to f."}, {"type", "string"}, {"pattern", `^\s*(#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}))?\s*$`}}
	})
}

func (b *builder) month() any {
	return b.define("month", func() object {
		return wholeNumber("A month as a number, from 1 to 12.", 1, 12, `^0*([1-9]|1[0-2])(\.0+)?$`)
	})
}

// wholeNumber is a whole number, in quotation marks or not.
func wholeNumber(description string, least, most int, pattern string) object {
	return object{{"description", description}, {"anyOf", list{
		object{{"type", "integer"}, {"minimum", least}, {"maximum", most}},
		object{{"type", "string"}, {"pattern", pattern}},
	}}}
}

func (b *builder) flag() object {
	return b.define("flag", func() object {
		return object{{"description", "true or false."}, {"anyOf", list{
			object{{"type", "boolean"}},
			object{{"type", "string"}, {"pattern", "^(true|false)$"}},
		}}}
	})
}

// server is the part of a web address up to its path, without a user's name.
const server = `[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\]+`

// relative is the path of a file: nothing that a browser could take for a server
// or a scheme.
const relative = `/[^/\\][^\\]*|[^:/?#\\]+([/?#][^\\]*)?`

// address is that of a link. In a record it may be the path of an attachment,
// which the strategy has none of.
func (b *builder) address() object {
	return b.define("address", func() object {
		description, forms := "A whole address, which begins with https:, http:, mailto: or tel:", server+`([/?#][^\\]*)?|`+anyCase([]string{"mailto", "tel"})+`:[^\\]+`
		if b.paths {
			description, forms = description+"; or the path of an attachment, from the folder of the record", forms+"|"+relative
		}
		return object{
			{"description", description + "."},
			{"type", "string"}, {"maxLength", 2048}, {"pattern", "^(" + forms + ")$"},
		}
	})
}

func (b *builder) webAddress() any {
	return b.define("web-address", func() object {
		return object{
			{"description", "A whole address, from https:// on."},
			{"type", "string"}, {"maxLength", 2048}, {"pattern", `^` + server + `([/?#][^\\]*)?$`},
		}
	})
}

func (b *builder) siteAddress() any {
	return b.define("site-address", func() object {
		return object{
			{"description", "The whole address of the site, without \"?\" and \"#\"."},
			{"type", "string"}, {"maxLength", 2048}, {"pattern", `^` + server + `(/[^?#\\]*)?$`},
		}
	})
}

func (b *builder) language() any {
	return b.define("language", func() object {
		return object{
			{"description", `A language code, for example "en", "en-GB" or "pt-BR".`},
			{"type", "string"}, {"pattern", `^[A-Za-z]{2,3}((-[A-Za-z0-9])?-[A-Za-z0-9]{2,8})*$`},
		}
	})
}

// id is the rule for ids as far as a pattern can say it: not that letters
// have to be whole and visible, and that 120 are bytes.
func (b *builder) id() any {
	return b.identifier("id", "An id: letters, digits, hyphens, underscores and full stops. It becomes an address on the site.")
}

// formerID is an id that a record had, without the ending of its file.
func (b *builder) formerID() any {
	return b.identifier("former-id", "An id that the record had: its file's name without .md.", `.*\.md$`)
}

func (b *builder) identifier(name, description string, not ...string) object {
	const first, inner = `\p{L}\p{M}\p{Nd}_-`, `\p{L}\p{M}\p{Nd}._-`
	not = append([]string{anyCase(devices) + `(\.|$)`, anyCase([]string{`index\.html`}) + `$`}, not...)
	return b.define(name, func() object {
		return object{
			{"description", description},
			plain, {"maxLength", 120}, {"pattern", `^[` + first + `]([` + inner + `]*[` + first + `])?$`},
			{"not", object{{"type", "string"}, {"pattern", `^(` + strings.Join(not, "|") + `)`}}},
		}
	})
}

// yesOrNo is what may not stand for an object in short.
func (b *builder) yesOrNo() object {
	return b.define("yes-or-no", func() object {
		return object{
			{"description", "A word that only says that there is something, or nothing."},
			{"anyOf", list{
				object{{"type", "boolean"}},
				object{{"enum", list{0, 1}}},
				object{{"type", "string"}, {"pattern", `^\s*` + anyCase(slices.Concat(tracker.NoWords, tracker.YesWords)) + `\s*$`}},
			}},
		}
	})
}

// term is a value of a vocabulary.
func (b *builder) term(v *tracker.Vocabulary) object {
	return b.define(strings.ReplaceAll(v.Name, " ", "-"), func() object { return b.choice(v.Terms) })
}

// keys is the key of a field.
func (b *builder) keys(name string, fields []tracker.Field) object {
	terms := make([]tracker.Term, len(fields))
	for i := range fields {
		f := &fields[i]
		terms[i] = tracker.Term{ID: f.Key, Label: f.Label, Definition: describe(f)}
	}
	return b.define(strings.ReplaceAll(name, " ", "-"), func() object { return b.choice(terms) })
}

// choice is one of the given values, with what they mean. Editors show the
// meaning beside a value from enumDescriptions, which is a keyword of theirs;
// the newer draft has a standard way that tells programs the same.
func (b *builder) choice(terms []tracker.Term) object {
	var ids, meanings, values list
	for _, t := range terms {
		value := object{{"const", t.ID}, {"title", t.Label}}
		meaning := t.Label
		if t.Definition != "" {
			value = append(value, member{"description", t.Definition})
			meaning += ": " + t.Definition
		}
		ids, meanings, values = append(ids, t.ID), append(meanings, meaning), append(values, value)
	}
	if b.draft == Draft07 {
		return object{{"enum", ids}, {"enumDescriptions", meanings}}
	}
	return object{{"oneOf", values}}
}
