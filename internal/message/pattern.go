package message

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// pattern is a message that has been read.
type pattern []part

// part is a piece of a pattern: plain text, an argument, or a choice of forms.
type part struct {
	text string
	arg  string // the name of an argument; "#" for the number of the plural around it
	kind choice
	// forms are what a choice may come to, by plural form, word or "=0".
	forms map[string]pattern
}

// choice says how an argument picks a form.
type choice int

const (
	none choice = iota
	byNumber
	byWord
)

// other is the form that every choice has.
const other = "other"

// parse reads a pattern.
func parse(source string) (pattern, error) {
	p := parser{rest: source}
	read, err := p.pattern(false)
	if err != nil {
		return nil, err
	}
	if p.rest != "" {
		return nil, errors.New("there is a } without its {")
	}
	return read, nil
}

type parser struct{ rest string }

// pattern reads up to the end, or to the } that closes the form it is in.
func (p *parser) pattern(counting bool) (pattern, error) {
	var read pattern
	stops := "{}"
	if counting {
		stops = "{}#"
	}
	for p.rest != "" {
		at := strings.IndexAny(p.rest, stops)
		if at < 0 {
			at = len(p.rest)
		}
		if at > 0 {
			read = append(read, part{text: p.rest[:at]})
			p.rest = p.rest[at:]
			continue
		}
		switch p.rest[0] {
		case '}':
			return read, nil
		case '#':
			p.rest = p.rest[1:]
			read = append(read, part{arg: "#"})
		default:
			one, err := p.argument(counting)
			if err != nil {
				return nil, err
			}
			read = append(read, one)
		}
	}
	return read, nil
}

// argument reads "{name}" or a choice.
func (p *parser) argument(counting bool) (part, error) {
	p.rest = p.rest[1:]
	at := strings.IndexAny(p.rest, ",{}")
	if at < 0 {
		return part{}, errors.New("a { is not closed")
	}
	one := part{arg: strings.TrimSpace(p.rest[:at])}
	if !isName(one.arg) {
		return part{}, fmt.Errorf("%q is no name of an argument", one.arg)
	}
	end := p.rest[at]
	p.rest = p.rest[at+1:]
	switch end {
	case '}':
		return one, nil
	case '{':
		return part{}, fmt.Errorf("after {%s a comma or } is missing", one.arg)
	}
	word, rest, ok := strings.Cut(p.rest, ",")
	if !ok {
		return part{}, fmt.Errorf("{%s, …} says neither plural nor select", one.arg)
	}
	p.rest = rest
	switch strings.TrimSpace(word) {
	case "plural":
		one.kind, counting = byNumber, true
	case "select":
		one.kind = byWord
	default:
		return part{}, fmt.Errorf("{%s, %s, …} is neither plural nor select", one.arg, strings.TrimSpace(word))
	}
	var err error
	one.forms, err = p.choices(one, counting)
	return one, err
}

// choices reads the forms of a choice and the } behind them.
func (p *parser) choices(of part, counting bool) (map[string]pattern, error) {
	forms := map[string]pattern{}
	for {
		p.rest = strings.TrimLeft(p.rest, " \n\t")
		if strings.HasPrefix(p.rest, "}") {
			p.rest = p.rest[1:]
			break
		}
		name, rest, ok := strings.Cut(p.rest, "{")
		if name = strings.TrimSpace(name); !ok || name == "" {
			return nil, fmt.Errorf("the forms of {%s, …} are not closed", of.arg)
		}
		if of.kind == byNumber && !isForm(name) {
			return nil, fmt.Errorf("%q is no form of a plural", name)
		}
		if _, twice := forms[name]; twice {
			return nil, fmt.Errorf("the form %q is there twice", name)
		}
		p.rest = rest
		form, err := p.pattern(counting)
		if err != nil {
			return nil, err
		}
		if !strings.HasPrefix(p.rest, "}") {
			return nil, fmt.Errorf("the form %q is not closed", name)
		}
		p.rest = p.rest[1:]
		forms[name] = form
	}
	if _, ok := forms[other]; !ok {
		return nil, fmt.Errorf("{%s, …} has no form %q", of.arg, other)
	}
	return forms, nil
}

func isName(s string) bool {
	for i, r := range s {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || i > 0 && r >= '0' && r <= '9' {
			continue
		}
		return false
	}
	return s != ""
}

// isForm reports whether a plural may have the form: one of CLDR's, or "=2".
func isForm(name string) bool {
	if n, ok := strings.CutPrefix(name, "="); ok {
		_, err := strconv.Atoi(n)
		return err == nil
	}
	for _, f := range forms {
		if f == name {
			return true
		}
	}
	return false
}

// arguments lists the names that a pattern inserts or picks by, in order.
func (p pattern) arguments() []string {
	var names []string
	for _, one := range p {
		if one.arg != "" && one.arg != "#" {
			names = append(names, one.arg)
		}
		for _, form := range one.forms {
			names = append(names, form.arguments()...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// write writes the pattern with its arguments, which come as names and values
// in turn. counted is what the plural around it counts, as text.
func (l *Language) write(b *strings.Builder, p pattern, args []any, counted string) {
	for i := range p {
		one := &p[i]
		switch {
		case one.arg == "":
			b.WriteString(one.text)
			continue
		case one.arg == "#":
			b.WriteString(counted)
			continue
		}
		v, ok := argument(args, one.arg)
		text := "⟦" + one.arg + "⟧"
		if ok {
			text = l.value(v)
		}
		switch one.kind {
		case none:
			b.WriteString(text)
		case byWord:
			form, ok := one.forms[text]
			if !ok {
				form = one.forms[other]
			}
			l.write(b, form, args, counted)
		case byNumber:
			form := one.forms[other] // of what is no whole number too
			if n, ok := v.(int); ok {
				form = l.form(one.forms, n)
			}
			l.write(b, form, args, text)
		}
	}
}

// form picks the form for a number.
func (l *Language) form(forms map[string]pattern, n int) pattern {
	if exact, ok := forms["="+strconv.Itoa(n)]; ok {
		return exact
	}
	if form, ok := forms[l.plural(n)]; ok {
		return form
	}
	return forms[other]
}

func argument(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}
