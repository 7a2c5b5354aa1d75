// Package schema writes JSON Schemas of a tracker's files, for editors and for
// whoever writes records by a program. They follow from the tables of fields
// that the loader follows, so that a new field is known to both at once.
//
// A schema sees one file's front matter as YAML 1.2 reads it. It cannot see the
// body, other files, or how a value was written: titles and prose, which may
// stand in the body, are never required, ids are not looked up, and what only
// the text of a value tells ("1e3" from 1000) is left to the loader.
package schema

import (
	"fmt"
	"slices"

	"smallwins/internal/tracker"
)

// Kind is a kind of file that there is a schema for.
type Kind string

// The kinds.
const (
	Win      Kind = "win"
	Intake   Kind = "intake"
	Strategy Kind = "strategy" // strategy.yaml, and each file of strategy/
)

// Kinds lists the kinds in the order in which help names them.
var Kinds = []Kind{Win, Intake, Strategy}

// Draft is a version of JSON Schema.
type Draft string

// The drafts.
const (
	Draft2020 Draft = "2020-12"
	Draft07   Draft = "07" // what editors understand best
)

// Drafts lists the drafts; the first is the usual one.
var Drafts = []Draft{Draft2020, Draft07}

const ofRecords = `The title, and every field of text, may stand in the body instead. A key that is not listed here is most likely a slip, and lands under "More"; keys of the team's own belong under "extra".`

// Of returns the schema of a kind of file: indented JSON that ends with a line
// break, the same on every run. An unknown kind or draft is an error.
func Of(kind Kind, draft Draft) ([]byte, error) {
	if !slices.Contains(Drafts, draft) {
		return nil, fmt.Errorf("writing a schema: there is no draft %q", draft)
	}
	b := &builder{draft: draft, paths: kind != Strategy, made: map[string]any{}, owner: map[string]*tracker.Field{}}
	var body object
	switch kind {
	case Win:
		body = b.record("A small win", "The front matter of a file under wins/. "+ofRecords,
			tracker.WinFields, nil)
	case Intake:
		body = b.record("An intake", "The front matter of a file under intakes/. "+ofRecords,
			tracker.IntakeFields, statusNeeds())
	case Strategy:
		body = b.strategy("The strategy of a tracker",
			"strategy.yaml, or a file of strategy/: priorities, outcomes, people and settings. A key that is not listed here is most likely a slip, and is not read.")
	default:
		return nil, fmt.Errorf("writing a schema: there is no kind of file %q", kind)
	}
	head := object{{"$schema", b.metaschema()}, {"$id", "urn:smallwins:schema:" + string(kind) + ":draft-" + string(draft)}}
	return format(append(append(head, body...), member{b.defsKey(), b.defs()})), nil
}

func (b *builder) metaschema() string {
	if b.draft == Draft07 {
		return "http://json-schema.org/draft-07/schema#"
	}
	return "https://json-schema.org/draft/2020-12/schema"
}

func (b *builder) defsKey() string {
	if b.draft == Draft07 {
		return "definitions"
	}
	return "$defs"
}
