package content

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
)

// mapping reads YAML that starts on the given line of s, and returns the
// mapping that it has to be; its nodes carry the lines of the file. ok is false
// where it cannot be read. What the format refuses is reported and taken out,
// so that whoever walks the nodes meets plain keys, scalars, lists and mappings
// only, none deeper than maxDepth and no key twice.
//
// YAML is decoded into nodes and never into maps or structs: yaml.v3 spends
// gigabytes on the duplicate keys of a few kilobytes, and reads values by
// rules that are not those of the format.
func (s *source) mapping(text string, line, maxAllowed int) (top *yaml.Node, ok bool) {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var doc yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return &yaml.Node{Kind: yaml.MappingNode, Line: line, Column: 1}, true
	case err != nil:
		if at := secondBlock(text, err); at > 0 {
			s.report(documents.At(s.at(diag.Pos{Line: line + at, Column: 1}), secondBlockSays, ""))
		} else {
			s.report(s.syntaxFinding(err, text, line))
		}
		return nil, false
	}
	var second yaml.Node
	switch err := decoder.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		if at := secondBlock(text, nil); at > 0 {
			s.report(documents.At(s.at(diag.Pos{Line: line + at, Column: 1}), secondBlockSays, ""))
		} else {
			s.report(s.syntaxFinding(err, text, line))
		}
		return nil, false
	default:
		s.report(documents.At(s.at(diag.Pos{Line: second.Line + line - 1, Column: second.Column}), secondBlockSays, ""))
		return nil, false
	}
	v := vetting{source: s, offset: line - 1, left: maxAllowed}
	v.node(doc.Content[0], 1)
	if v.left < 0 {
		s.report(frontMatterLimit.At(s.at(diag.Pos{Line: line, Column: 1}), fmt.Sprintf("More than %d values stand here; that is %s.", maxAllowed, saysWhose(maxAllowed, maxValues)), "Take some of them out."))
		return nil, false
	}
	top = doc.Content[0]
	switch {
	case top.Kind == yaml.MappingNode:
		return top, true
	case isNull(top):
		return &yaml.Node{Kind: yaml.MappingNode, Line: top.Line, Column: top.Column}, true
	}
	s.report(syntax.At(s.on(top), `Here should be fields, one a line, such as "date: 2026-02-15".`, ""))
	return nil, false
}

const secondBlockSays = `A second line "---" begins another block of fields here.`

// secondBlock returns how many lines stand above the first that begins with "---"
// and goes on behind it, or 0 where there is none: "--- ask Lee: when?". It is 0
// too where what cannot be read stands above that line.
func secondBlock(text string, err error) (above int) {
	for line := range strings.Lines(text) {
		if above > 0 && (strings.HasPrefix(line, "--- ") || strings.HasPrefix(line, "---\t")) {
			break
		}
		above++
	}
	if above == strings.Count(strings.TrimSuffix(text, "\n"), "\n")+1 {
		return 0
	}
	if err == nil {
		return above
	}
	if at, message := libraryLine(err.Error()); at <= above || strings.Contains(message, "document indicator") {
		return 0
	}
	return above
}

func posOf(n *yaml.Node) diag.Pos { return diag.Pos{Line: n.Line, Column: n.Column} }

// on returns the place of a value as it is written, with its quotation marks.
// Only the start is known of what takes several lines.
func (s *source) on(n *yaml.Node) diag.Place {
	p := posOf(n)
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return s.at(p)
	}
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 {
		if strings.Contains(n.Value, "\n") {
			return s.at(p)
		}
		return s.from(p, n.Value)
	}
	offset, ok := s.offset(p)
	if !ok || offset >= len(s.text) || s.text[offset] != '"' && s.text[offset] != '\'' {
		return s.at(p)
	}
	line, _, _ := strings.Cut(s.text[offset:], "\n")
	if end := closing(line); end > 0 {
		return s.from(p, line[:end+1])
	}
	return s.at(p)
}

// isNull reports whether nothing is given: no value, ~ or null.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style&yaml.TaggedStyle == 0
}

// vetting walks YAML nodes once, before anything is read from them.
type vetting struct {
	*source
	offset int // lines of the file above the YAML
	left   int // values that may still come
	deep   bool
}

func (v *vetting) node(n *yaml.Node, depth int) {
	n.Line += v.offset
	if v.left--; v.left < 0 {
		return
	}
	if n.Anchor != "" {
		v.report(anchor.At(v.on(n), "Text that begins with & is read as a shorthand: &"+n.Anchor+".", ""))
	}
	if n.Style&yaml.TaggedStyle != 0 {
		v.report(tag.At(v.on(n), "A word that begins with ! is read as an instruction: "+n.Tag+".", ""))
		n.Style &^= yaml.TaggedStyle
		n.Tag = "!!str"
	}
	v.remark(n)
	switch n.Kind {
	case yaml.AliasNode:
		v.report(anchor.At(v.on(n), "Text that begins with * is read as a shorthand: *"+n.Value+".", "Write the value out."))
		*n = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
	case yaml.ScalarNode:
		v.scalar(n)
	case yaml.SequenceNode, yaml.MappingNode:
		if depth > maxDepth {
			if !v.deep {
				v.deep = true
				v.report(frontMatterLimit.At(v.on(n), fmt.Sprintf("Lists and groups of fields lie more than %d deep here.", maxDepth), "Write it flatter."))
			}
			*n = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
			return
		}
		if n.Kind == yaml.MappingNode {
			v.keys(n, depth)
			return
		}
		for _, c := range n.Content {
			v.node(c, depth+1)
		}
	}
}

// remark reports text behind a # that looks as if it were meant to be read:
// "customer #1", not "# a note".
func (v *vetting) remark(n *yaml.Node) {
	if !isRemark(n.LineComment) {
		return
	}
	f := remark.At(v.on(n), quote(n.LineComment)+" stands behind a space, so it is a remark that nobody gets to read.", "")
	if n.Kind == yaml.ScalarNode && n.Style == 0 && !strings.Contains(n.Value, "\n") {
		f = f.WithSuggestion(quoted(strings.TrimSpace(n.Value + " " + n.LineComment)))
	}
	v.report(f)
}

func isRemark(comment string) bool {
	text, ok := strings.CutPrefix(comment, "#")
	r, _ := utf8.DecodeRuneInString(text)
	return ok && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// scalar looks at what escapes such as "\e" put into a value, which no look at
// the file's bytes can find.
func (v *vetting) scalar(n *yaml.Node) {
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return
	}
	for _, r := range n.Value {
		if refused(r) {
			v.report(controlCharacter.At(v.on(n), "An escape in this text stands for "+nameOf(r)+".", "Take the escape out, or put the text in single quotes."))
			n.Value = strings.Map(func(r rune) rune {
				if refused(r) {
					return '\uFFFD'
				}
				return r
			}, n.Value)
			return
		}
	}
}

// keys vets a mapping's pairs, and takes out those that cannot be told apart
// or named.
func (v *vetting) keys(n *yaml.Node, depth int) {
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	kept := n.Content[:0]
	for i := 0; i+1 < len(n.Content) && v.left >= 0; i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if isNull(value) { // "title: #1" leaves the remark with the key
			value.LineComment, value.Line, value.Column = key.LineComment, key.Line, key.Column
		}
		key.LineComment = ""
		v.node(key, depth+1)
		v.node(value, depth+1)
		place := v.on(key)
		switch {
		case key.Tag == "!!merge":
			v.report(anchor.At(place, "<< is read as a shorthand.", "Write the values out."))
		case key.Kind != yaml.ScalarNode:
			v.report(keyForm.At(place, "The name of a field cannot be a list or a group of fields.", ""))
		case key.Tag != "!!str":
			v.report(keyForm.At(place, fmt.Sprintf("The name %s is read as something else than a word.", quote(key.Value)), ""))
		case seen[key.Value] != nil:
			first := v.on(seen[key.Value])
			v.report(duplicateKey.At(place, fmt.Sprintf("%s stands here for the second time; the first is on line %d.", quote(key.Value), first.Pos.Line), "").
				WithRelated(first, "the first one"))
		default:
			seen[key.Value] = key
			kept = append(kept, key, value)
		}
	}
	n.Content = kept
}

// quote shows a piece of a file in a message: short, and in quotation marks.
func quote(s string) string {
	const most = 60
	count := 0
	for i := range s {
		if count++; count > most {
			s = s[:i] + "…"
			break
		}
	}
	if strings.ContainsAny(s, "\"\\") {
		return "'" + strings.ReplaceAll(s, "\n", " ") + "'"
	}
	return strconv.Quote(s)
}
