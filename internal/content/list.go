package content

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// list fills a slice from a list, or from one value that stands for a list of
// one. An element that cannot be read is left out; paths count what is left.
func (d *decoder) list(f *tracker.Field, n *yaml.Node, into reflect.Value, path string) {
	elements := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		elements = n.Content
	} else if n.Kind == yaml.ScalarNode {
		elements = d.uncomma(f, n)
	}
	slice := reflect.MakeSlice(into.Type(), 0, len(elements))
	for _, e := range elements {
		if isNull(e) {
			continue
		}
		at := fmt.Sprintf("%s[%d]", path, slice.Len())
		element := reflect.New(into.Type().Elem()).Elem()
		if d.value(f, e, element, at) {
			d.mark(at, e)
			slice = reflect.Append(slice, element)
		}
	}
	into.Set(slice)
}

// idList is people by their ids, with commas between them.
var idList = regexp.MustCompile(tracker.IDList)

// uncomma takes "a, b" apart where the values can hold no comma: the author
// meant a list.
func (d *decoder) uncomma(f *tracker.Field, n *yaml.Node) []*yaml.Node {
	switch f.Form {
	case tracker.FormRef, tracker.FormTerm, tracker.FormDate:
	case tracker.FormPerson: // "Ana Voss (Head of Sales, North)" is one
		if !idList.MatchString(n.Value) {
			return []*yaml.Node{n}
		}
	default:
		return []*yaml.Node{n}
	}
	if !strings.Contains(n.Value, ",") {
		return []*yaml.Node{n}
	}
	var parts []*yaml.Node
	var texts []string
	place, column, value := d.on(n), n.Column, n.Value
	if strings.HasPrefix(value, "(") && strings.HasSuffix(value, ")") {
		column, value = column+1, value[1:len(value)-1]
	}
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		column++
	}
	for raw := range strings.SplitSeq(value, ",") {
		if part := strings.TrimSpace(raw); part != "" {
			texts = append(texts, part)
			at := n.Column
			if !place.End.IsZero() { // it stands on one line
				at = column + utf8.RuneCountInString(raw) - utf8.RuneCountInString(strings.TrimLeftFunc(raw, unicode.IsSpace))
			}
			parts = append(parts, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: part, Line: n.Line, Column: at})
		}
		column += utf8.RuneCountInString(raw) + 1
	}
	list := "[" + strings.Join(texts, ", ") + "]"
	finding := fieldList.At(place, fmt.Sprintf("%s is read as one text, not as a list.", quote(n.Value)), "").WithSuggestion(list)
	if !place.End.IsZero() && !strings.ContainsAny(list[1:len(list)-1], "[]{}:#\"'&*!|>%@`") {
		finding = finding.WithFix(diag.Edit{Place: place, Text: list})
	}
	d.report(finding)
	return parts
}
