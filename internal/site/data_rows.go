package site

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

// person is a person as pages show them, with the role where free text has one.
func (b *builder) person(p tracker.Person) string {
	if p == "" {
		return ""
	}
	who := b.t.Who(p)
	if who.Role == "" || who.Role == who.Name || who.InTeam() {
		return who.Name
	}
	return who.Name + " (" + who.Role + ")"
}

func (b *builder) people(people []tracker.Person) []string {
	if people == nil {
		return nil
	}
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = b.person(p)
	}
	return names
}

// written is a text as its author wrote it, in Markdown, where this edition has
// it so, and else its words.
func written(p tracker.Prose) string { return cmp.Or(p.Source, p.Text) }

// paragraphs joins texts by empty lines.
func paragraphs(texts ...string) string {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	return strings.Join(texts, "\n\n")
}

// ids are references as the things that they lead to write their own ids. None
// are nil: an empty list could be one from which an edition takes everything.
func ids(refs []tracker.ID, own func(tracker.ID) tracker.ID) []string {
	if len(refs) == 0 {
		return nil
	}
	texts := make([]string, len(refs))
	for i, id := range refs {
		texts[i] = string(cmp.Or(own(id), id))
	}
	return texts
}

func (b *builder) priorityID(id tracker.ID) tracker.ID {
	if p := b.t.Priority(id); p != nil {
		return p.ID
	}
	return ""
}

func (b *builder) outcomeID(id tracker.ID) tracker.ID {
	if o := b.t.Outcome(id); o != nil {
		return o.ID
	}
	return ""
}

func (b *builder) winID(id tracker.ID) tracker.ID {
	if w := b.t.Win(id); w != nil {
		return w.ID
	}
	return ""
}

func (b *builder) intakeID(id tracker.ID) tracker.ID {
	if in := b.t.Intake(id); in != nil {
		return in.ID
	}
	return ""
}

// oneOf lists the values that a column may have.
func (b *builder) oneOf(v *tracker.Vocabulary) string {
	return b.words.Text("data.one-of", "values", strings.Join(v.IDs(), ", "))
}

// each makes a row of every thing.
func each[T any](things []T, row func(T) []value) iter.Seq[[]value] {
	return func(yield func([]value) bool) {
		for _, thing := range things {
			if !yield(row(thing)) {
				return
			}
		}
	}
}

// made makes a row by the makers of its values. Rows share their memory: they
// are used up one by one.
func made[T any](makers []func(T) value) func(T) []value {
	row := make([]value, len(makers))
	return func(thing T) []value {
		for i, of := range makers {
			row[i] = of(thing)
		}
		return row
	}
}
