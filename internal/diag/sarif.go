package diag

import (
	"cmp"
	"io"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sarifMost is how many results go into a SARIF file: code scanning keeps the
// first 5,000 of a run, and refuses a file with more than 25,000.
const sarifMost = 5000

// writeSARIF is the format "sarif". Of more than sarifMost findings errors are
// kept first, then warnings, and a notification counts what is left out.
func writeSARIF(w io.Writer, r *Report) error {
	prints := r.fingerprints()
	keep := gravest(r.Findings, sarifMost)
	index := map[string]int{}
	run := sarifRun{
		Tool:        sarifTool{Driver: sarifDriver{"smallwins", sarifVersion(r.Version), r.Home, []sarifRule{}}},
		ColumnKind:  "unicodeCodePoints",
		Bases:       map[string]sarifBase{sourceRoot: {sarifText{Text: "The root of the repository."}}},
		Invocations: []sarifInvocation{{ExecutionSuccessful: true}},
		Results:     []sarifResult{},
	}
	for i, rule := range r.Rules {
		index[rule.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	for i, f := range r.Findings {
		if !keep[i] {
			continue
		}
		result := r.sarifResult(f, prints[i])
		if n, ok := index[f.Rule]; ok {
			result.RuleIndex = &n
		}
		run.Results = append(run.Results, result)
	}
	if left := len(r.Findings) - len(run.Results); left > 0 {
		run.Invocations[0].Notifications = []sarifNotification{{
			Level: "warning",
			Message: sarifText{Text: counted(left, "more finding") + " left out: code scanning keeps " +
				thousands(sarifMost) + " of a run. Errors come first. Mend those here, and run again."},
		}}
	}
	return writeValue(w, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	}, " ")
}

// sarifVersion returns a version that starts with a number, as SARIF wants, so
// that programs can compare versions.
func sarifVersion(v string) string {
	number := strings.TrimPrefix(v, "v")
	if number == "" || number[0] < '0' || number[0] > '9' {
		return strings.TrimSuffix("0-"+v, "-")
	}
	return number
}

// gravest tells which findings to keep where only some can be: the gravest, and
// of equal ones the first.
func gravest(findings []Finding, most int) (keep []bool) {
	keep = make([]bool, len(findings))
	for _, severity := range []Severity{Error, Warning, Hint} {
		for i, f := range findings {
			if f.Severity == severity && most > 0 {
				keep[i] = true
				most--
			}
		}
	}
	return keep
}

// friendly returns the id of a rule in the form that SARIF asks of names:
// "date/in-future" is DateInFuture.
func friendly(id string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(id, func(r rune) bool { return r == '/' || r == '-' }) {
		r, n := utf8.DecodeRuneInString(word)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(word[n:])
	}
	return b.String()
}

// sarifRuleOf describes a rule with its examples, which help in the Markdown
// that code scanning shows beside a result.
func sarifRuleOf(rule *Rule) sarifRule {
	var md strings.Builder
	md.WriteString(rule.Why + "\n\n" + rule.Mend + "\n")
	for _, example := range []struct{ title, text string }{{"Not like this", rule.Bad}, {"Like this", rule.Good}} {
		if example.text != "" {
			md.WriteString("\n" + example.title + ":\n\n~~~~~~\n" + strings.TrimRight(example.text, "\n") + "\n~~~~~~\n")
		}
	}
	return sarifRule{
		ID:      rule.ID,
		Name:    friendly(rule.ID),
		Short:   sarifText{Text: sentence(rule.Title)},
		Full:    sarifText{Text: sentence(rule.Why)},
		Help:    sarifText{Text: sentence(rule.Mend), Markdown: md.String()},
		Default: sarifLevel{level(rule.Severity)},
	}
}

// sentence ends a text with a full stop, as SARIF wants of its messages.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

func level(s Severity) string {
	if s == Hint {
		return "note"
	}
	return s.String()
}

func (r *Report) sarifResult(f Finding, print string) sarifResult {
	result := sarifResult{
		RuleID: f.Rule, Level: level(f.Severity), Message: sarifMessage(f.sentences()),
		Locations:    []sarifLocation{{Physical: r.sarifPlace(f.Place)}},
		Fingerprints: map[string]string{"primaryLocationLineHash": print},
	}
	for i, related := range f.Related {
		message := sarifMessage(Printable(related.Message))
		result.Related = append(result.Related, sarifLocation{&i, r.sarifPlace(related.Place), &message})
	}
	if len(f.Fix) > 0 {
		result.Fixes = []sarifFix{{sarifMessage(cmp.Or(f.Mend, f.Message)), r.sarifChanges(f.Fix)}}
	}
	return result
}

// sarifMessage makes a text a message. In one, "[text](address)" is a link: a
// space keeps what a contributor wrote from becoming one. A backslash would not,
// since the contributor may have written another before it.
func sarifMessage(s string) sarifText {
	return sarifText{Text: sentence(strings.ReplaceAll(Printable(s), "](", "] ("))}
}

// sarifPlace returns a place with a region of four values, as code scanning
// wants. A whole file is its first line. Where the end is not known, the piece
// is one character.
func (r *Report) sarifPlace(p Place) sarifPhysical {
	region := sarifRegion{max(1, p.Pos.Line), max(1, p.Pos.Column), p.End.Line, p.End.Column}
	if p.End.Compare(p.Pos) <= 0 || p.Pos.IsZero() {
		region.EndLine, region.EndColumn = region.StartLine, region.StartColumn+1
	}
	return sarifPhysical{r.sarifFile(p.File), region}
}

// sourceRoot is the name for the repository's root that forges know.
const sourceRoot = "%SRCROOT%"

// sarifFile names a file by a relative address; "a:b" becomes "./a:b", which
// is no scheme. Bytes that are no text would make the address one that cannot
// be read, and code scanning refuse all the others with it.
func (r *Report) sarifFile(file string) sarifArtifact {
	address := url.URL{Path: strings.ToValidUTF8(r.path(cmp.Or(file, ".")), "\uFFFD")}
	return sarifArtifact{fewerEscapes.Replace(address.String()), sourceRoot}
}

// fewerEscapes takes back the escapes that an address does not need and forges
// do not write.
var fewerEscapes = strings.NewReplacer("%21", "!", "%27", "'", "%28", "(", "%29", ")", "%2A", "*")

// sarifChanges returns the edits of a fix by file.
func (r *Report) sarifChanges(edits []Edit) (changes []sarifChange) {
	place := map[string]int{}
	for _, e := range edits {
		i, ok := place[e.Place.File]
		if !ok {
			i = len(changes)
			place[e.Place.File] = i
			changes = append(changes, sarifChange{Artifact: r.sarifFile(e.Place.File)})
		}
		pos, end := e.Place.Pos, e.end()
		replacement := sarifReplacement{Deleted: sarifRegion{pos.Line, pos.Column, end.Line, end.Column}}
		if e.Text != "" {
			replacement.Inserted = &sarifText{Text: e.Text}
		}
		changes[i].Replacements = append(changes[i].Replacements, replacement)
	}
	return changes
}
