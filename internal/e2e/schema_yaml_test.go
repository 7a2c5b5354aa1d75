package e2e

import (
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/schema"
)

// document is one file as an editor sees it. What stands here about front
// matter and YAML is written apart from the loader, so that the loader's
// reading can be held against it.
type document struct {
	name string // for people: where it comes from
	kind schema.Kind
	text string
}

// instance is a document as a validator takes it.
type instance struct {
	value     any
	end       int              // the last line of what was read
	addresses map[diag.Pos]any // the values that are meant as addresses
}

var errNoFrontMatter = errors.New("there is no front matter")

// read reads the front matter of a record, or all of a strategy file. An error
// says that it cannot be read at all.
func (d document) read() (*instance, error) {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(d.text, "\uFEFF"), "\r\n", "\n"), "\n")
	first := 0
	if d.kind != schema.Strategy {
		fence := func(line string) bool {
			line = strings.TrimRight(line, " \t")
			return line == "---" || line == "..."
		}
		if !strings.HasPrefix(lines[0], "---") || !fence(lines[0]) {
			return nil, errNoFrontMatter
		}
		first = 1
		end := first
		for ; end < len(lines) && !fence(lines[end]); end++ {
		}
		if end == len(lines) {
			return nil, errNoFrontMatter
		}
		lines = lines[:end]
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(lines[first:], "\n")+"\n"), &doc); err != nil {
		return nil, err
	}
	in := &instance{end: len(lines) + first, addresses: map[diag.Pos]any{}}
	if doc.Kind == 0 {
		if d.kind != schema.Strategy {
			in.value = map[string]any{} // no line at all
		}
		return in, nil
	}
	in.value = in.json(doc.Content[0], "", first)
	if in.value == nil && d.kind != schema.Strategy {
		in.value = map[string]any{} // nothing but comments
	}
	return in, nil
}

// json returns a node's value by the core schema of YAML 1.2; key is the one
// that it stands under, above how many lines are above the YAML.
func (in *instance) json(n *yaml.Node, key string, above int) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = in.json(n.Content[i+1], n.Content[i].Value, above)
		}
		return m
	case yaml.SequenceNode:
		l := make([]any, len(n.Content))
		for i, e := range n.Content {
			l[i] = in.json(e, key, above)
		}
		return l
	case yaml.AliasNode:
		return in.json(n.Alias, key, above)
	}
	value := any(n.Value)
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		value = plainScalar(n.Value)
	}
	switch key {
	case "url", "links", "repository", "base_url":
		in.addresses[diag.Pos{Line: n.Line + above, Column: n.Column}] = value
	}
	return value
}

var (
	decimalInt = regexp.MustCompile(`^[-+]?[0-9]+$`)
	octalInt   = regexp.MustCompile(`^0o[0-7]+$`)
	hexInt     = regexp.MustCompile(`^0x[0-9a-fA-F]+$`)
	floating   = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

// plainScalar resolves a scalar without quotation marks as YAML 1.2 does. What
// JSON has no word for, such as .nan, stays text.
func plainScalar(s string) any {
	switch s {
	case "", "~", "null", "Null", "NULL":
		return nil
	case "true", "True", "TRUE":
		return true
	case "false", "False", "FALSE":
		return false
	}
	switch {
	case decimalInt.MatchString(s):
		sign, digits := "", strings.TrimLeft(s, "+")
		if strings.HasPrefix(digits, "-") {
			sign, digits = "-", digits[1:]
		}
		if digits = strings.TrimLeft(digits, "0"); digits == "" {
			return json.Number("0")
		}
		return json.Number(sign + digits)
	case octalInt.MatchString(s), hexInt.MatchString(s):
		if v, err := strconv.ParseInt(s, 0, 64); err == nil {
			return json.Number(strconv.FormatInt(v, 10))
		}
	case floating.MatchString(s):
		if v, err := strconv.ParseFloat(s, 64); err == nil {
			return json.Number(strconv.FormatFloat(v, 'g', -1, 64))
		}
	}
	return s
}
