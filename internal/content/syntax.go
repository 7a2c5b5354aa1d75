package content

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
)

// syntaxFinding says in plain words why YAML could not be read. The library's
// own text is never shown: it speaks of tokens, and repeats the file's bytes.
// Its line is often that of the sentence around the slip, so that the lines
// from the one before it on are looked through for what usually causes the
// message.
func (s *source) syntaxFinding(err error, text string, first int) diag.Finding {
	line, message := libraryLine(err.Error())
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	start := max(0, min(line-2, len(lines)-1))
	within := insideText(lines)
	for _, slip := range slips {
		if slip.message != "" && !strings.Contains(message, slip.message) {
			continue
		}
		for pass := range 2 {
			from, to := start, len(lines)
			if pass == 1 {
				from, to = 0, start
			}
			for i := from; i < to; i++ {
				column, better, ok := slip.in(lines[i])
				if !ok || within[i] {
					continue
				}
				f := syntax.At(s.at(diag.Pos{Line: first + i, Column: column}), slip.says, slip.mend).WithSuggestion(better)
				return f.WithFix(s.syntaxFix(slip, lines, within, i, first)...)
			}
		}
	}
	at := diag.Pos{Line: first + max(0, min(line-1, len(lines)-1)), Column: 1}
	switch {
	case strings.Contains(message, "could not find expected ':'"):
		return syntax.At(s.at(at), "Near this line a field has no colon behind its name.", "")
	case strings.Contains(message, "unexpected end of stream"):
		return syntax.At(s.at(at), "A quotation mark or bracket is opened near this line and never closed.", "")
	case strings.Contains(message, "expected ',' or"):
		return syntax.At(s.at(at), "A list or a group of fields in brackets is not closed near this line, or lacks a comma.", "")
	case strings.Contains(message, "did not find expected key"), strings.Contains(message, "did not find expected '-' indicator"), strings.Contains(message, "not allowed in this context"):
		return syntax.At(s.at(at), "Near this line the indentation does not fit the lines above.", "Give lines that belong together the same number of spaces in front.")
	}
	return syntax.At(s.at(at), "The fields cannot be read near this line.", "")
}

// libraryLine takes "yaml: line 3: mapping values …" apart; line is 0 where
// the message has none.
func libraryLine(text string) (line int, message string) {
	message = strings.TrimPrefix(text, "yaml: ")
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		if number, after, ok := strings.Cut(rest, ": "); ok {
			if n, err := strconv.Atoi(number); err == nil {
				return n, after
			}
		}
	}
	return 0, message
}

// syntaxFix returns the edits that mend a slip on line i: there alone or, where
// that is not enough, wherever it was made. A guess at what broke a file is a fix
// only if YAML can be read once it is made.
func (s *source) syntaxFix(slip slip, lines []string, within []bool, i, first int) []diag.Edit {
	if s.altered {
		return nil // what is rewritten here is not what the file holds
	}
	edit := rewritten
	if slip.says == tabSays {
		edit = func(line string, i int, _ string) []diag.Edit { return withoutTabs(line, i) }
	}
	var all []diag.Edit
	for j, line := range lines {
		if _, better, ok := slip.in(line); ok && !within[j] {
			edits := edit(line, j, better)
			if j == i {
				if fix := s.proven(edits, lines, first); fix != nil {
					return fix
				}
			}
			all = append(all, edits...)
		}
	}
	return s.proven(all, lines, first)
}

// insideText tells which lines belong to a text that begins on an earlier one,
// behind "|" or ">" or in quotation marks: what stands there is the author's, and
// no slip.
func insideText(lines []string) []bool {
	within := make([]bool, len(lines))
	for i := 0; i < len(lines); i++ {
		_, value, _, ok := keyValue(lines[i])
		if !ok || value == "" {
			continue
		}
		end := i
		switch indent := len(lines[i]) - len(strings.TrimLeft(lines[i], " ")); {
		case blockStart.MatchString(value):
			for end+1 < len(lines) && (strings.TrimSpace(lines[end+1]) == "" || len(lines[end+1])-len(strings.TrimLeft(lines[end+1], " ")) > indent) {
				end++
			}
		case (value[0] == '"' || value[0] == '\'') && closing(value) < 0:
			for j := i + 1; j < len(lines) && end == i; j++ {
				if strings.HasSuffix(strings.TrimRight(lines[j], " "), value[:1]) {
					end = j
				}
			}
		}
		for ; i < end; i++ {
			within[i+1] = true
		}
	}
	return within
}

// blockStart is a value whose text stands on the lines below it.
var blockStart = regexp.MustCompile(`^[|>][0-9+-]*(\s+#.*)?$`)

// rewritten returns the edit that puts better in the place of a line's key and
// value; none where nothing better is known, or a comment stands behind them.
// Lines count from 0 here, as they do in withoutTabs.
func rewritten(line string, i int, better string) []diag.Edit {
	key := strings.TrimLeft(line, " ")
	for strings.HasPrefix(key, "- ") {
		key = strings.TrimLeft(key[2:], " ")
	}
	if better == "" || strings.Contains(key, " #") {
		return nil
	}
	return []diag.Edit{{Place: diag.Place{
		Pos: diag.Pos{Line: i + 1, Column: column(line, len(line)-len(key))},
		End: diag.Pos{Line: i + 1, Column: column(line, len(strings.TrimRight(line, " ")))},
	}, Text: better}}
}

// withoutTabs returns the edit that puts two spaces in the place of each tab that
// a line begins with.
func withoutTabs(line string, i int) []diag.Edit {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	return []diag.Edit{{Place: diag.Place{
		Pos: diag.Pos{Line: i + 1, Column: 1},
		End: diag.Pos{Line: i + 1, Column: len(indent) + 1},
	}, Text: strings.ReplaceAll(indent, "\t", "  ")}}
}

// proven returns the edits of lines that start on the line first of the file,
// where YAML can be read once they are made.
func (s *source) proven(edits []diag.Edit, lines []string, first int) []diag.Edit {
	if len(edits) == 0 {
		return nil
	}
	mended, err := diag.Apply([]byte(strings.Join(lines, "\n")+"\n"), edits)
	if err != nil {
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(mended, &doc); err != nil {
		return nil
	}
	proven := slices.Clone(edits)
	for e := range proven {
		at := &proven[e].Place
		at.File, at.Pos.Line, at.End.Line = s.file, at.Pos.Line+first-1, at.End.Line+first-1
	}
	return proven
}
