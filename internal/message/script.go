package message

import (
	"encoding/json"
	"strings"
)

// Script returns the texts whose keys begin with the prefix as JSON for a
// script, by the rest of their keys. A text without arguments is a string. Else
// it is an array of its parts: a string, [name] for an argument, [] for the
// number of the plural around it, [name, 1, {form: parts}] for a plural and
// [name, 2, {form: parts}] for a choice by word.
func (l *Language) Script(prefix string) []byte {
	l = l.orEnglish()
	texts := map[string]any{}
	for key, p := range l.texts {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			texts[rest] = p.script()
		}
	}
	body, err := json.Marshal(texts)
	if err != nil {
		panic("message: " + err.Error()) // texts and arrays of them
	}
	return body
}

func (p pattern) script() any {
	if len(p) == 1 && p[0].arg == "" {
		return p[0].text
	}
	parts := make([]any, 0, len(p))
	for _, one := range p {
		switch {
		case one.arg == "":
			parts = append(parts, one.text)
		case one.arg == "#":
			parts = append(parts, []any{})
		case one.kind == none:
			parts = append(parts, []any{one.arg})
		default:
			forms := map[string]any{}
			for name, form := range one.forms {
				forms[name] = form.script()
			}
			parts = append(parts, []any{one.arg, int(one.kind), forms})
		}
	}
	return parts
}
