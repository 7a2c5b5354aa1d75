package content

import (
	"cmp"
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// strategy is the strategy while its files are being merged.
type strategy struct {
	tracker.Strategy
	findings []diag.Finding
	unread   lost
	settings *diag.Place // where the settings stand
}

// loadStrategy reads the strategy's files and merges them in the given order.
// Where one cannot be read, every id that it might have defined counts as
// unread; refused says that there are files which have been refused already.
func loadStrategy(fsys fs.FS, files []string, refused bool) (*strategy, error) {
	st := &strategy{unread: lost{}}
	st.Settings = tracker.Defaults()
	if len(files) == 0 && !refused {
		st.findings = append(st.findings, strategyMissing.At(diag.Place{File: "strategy.yaml"}, "This tracker has no strategy.yaml.", ""))
	}
	if len(files) == 0 || refused {
		st.lose()
	}
	if len(files) > 0 {
		st.Settings.Origin = tracker.NewOrigin(files[0])
	}
	for _, file := range files {
		if err := st.load(fsys, file); err != nil {
			return nil, err
		}
	}
	return st, nil
}

// entryKinds are what the lists of the strategy hold.
var entryKinds = map[string]tracker.Kind{
	"priorities": tracker.KindPriority, "outcomes": tracker.KindOutcome, "team": tracker.KindMember, "stakeholders": tracker.KindStakeholder,
}

func (st *strategy) lose() {
	for _, kind := range entryKinds {
		st.unread.add(kind, "")
	}
}

func (st *strategy) load(fsys fs.FS, file string) (err error) {
	s, ok, err := open(fsys, file, maxStrategy)
	if err != nil {
		return err
	}
	defer func() {
		if fault := recover(); fault != nil {
			s.report(unreadable.At(diag.Place{File: file}, "This file could not be read: "+quote(fmt.Sprint(fault))+".", ""))
			ok = false
		}
		if !ok {
			st.lose()
		}
		st.findings = append(st.findings, s.all()...)
	}()
	if !ok {
		return nil
	}
	top, ok := s.mapping(s.text, 1, maxStrategyValue)
	if ok {
		st.merge(s, top)
	}
	return nil
}

func (st *strategy) merge(s *source, top *yaml.Node) {
	origin := tracker.NewOrigin(s.file) // of the lists themselves; nobody asks for it
	d := &decoder{source: s, origin: &origin}
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		f := tracker.FieldByKey(tracker.StrategyFields, key.Value)
		switch {
		case f == nil:
			d.unknown(top, key, value, tracker.StrategyFields, "")
		case isNull(value):
		case !f.Many:
			st.readSettings(d, f, key, value)
		default:
			st.readEntries(d, f, value)
		}
	}
}

func (st *strategy) readSettings(d *decoder, f *tracker.Field, key, value *yaml.Node) {
	if st.settings != nil {
		d.report(strategyTwice.At(d.on(key), "Settings stand here for the second time.", "").WithRelated(*st.settings, "the first ones"))
		return
	}
	place := d.on(key)
	st.settings = &place
	st.Settings.Origin = tracker.NewOrigin(d.file)
	d.origin = &st.Settings.Origin
	if value.Kind != yaml.MappingNode {
		d.wrongType(f, value)
		return
	}
	d.object(value, f.Fields, reflect.ValueOf(&st.Settings).Elem(), "")
}

func (st *strategy) readEntries(d *decoder, f *tracker.Field, value *yaml.Node) {
	entries := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		entries = value.Content
	}
	for _, n := range entries {
		switch {
		case isNull(n):
			continue
		case n.Kind != yaml.MappingNode:
			d.bareEntry(f, n)
			st.unread.add(entryKinds[f.Key], "")
			continue
		}
		switch f.Key {
		case "priorities":
			st.Priorities = append(st.Priorities, entry[tracker.Priority](d, f, n))
		case "outcomes":
			st.Outcomes = append(st.Outcomes, entry[tracker.Outcome](d, f, n))
		case "team":
			st.Team = append(st.Team, entry[tracker.Member](d, f, n))
		case "stakeholders":
			st.Stakeholders = append(st.Stakeholders, entry[tracker.Stakeholder](d, f, n))
		}
	}
}

// leastEntries are the fields without which an entry of the strategy cannot be
// named, with what might stand there.
var leastEntries = map[string]leastEntry{
	"priorities":   {"resolve-first", "title", "Answer at the first call"},
	"outcomes":     {"fewer-returns", "title", "Fewer loads come back"},
	"team":         {"kim", "name", "Kim"},
	"stakeholders": {"kim", "name", "Kim"},
}

type leastEntry struct{ id, label, name string }

func (e leastEntry) written() string {
	if !plainWords.MatchString(e.name) {
		e.name = quoted(e.name)
	}
	return "{id: " + e.id + ", " + e.label + ": " + e.name + "}"
}

// plainWords are a name that means nothing else without quotation marks.
var plainWords = regexp.MustCompile(`^\pL[\pL\pM '’-]*$`)

// bareEntry reports an entry that is no group of fields. A name alone becomes one.
func (d *decoder) bareEntry(f *tracker.Field, n *yaml.Node) {
	e := leastEntries[f.Key]
	suggestion := ""
	name := oneLine(n.Value)
	word := strings.ToLower(name)
	if n.Kind == yaml.ScalarNode && !slices.Contains(tracker.NoWords, word) && !slices.Contains(tracker.YesWords, word) {
		if id := strings.ToLower(betterName(name)); id != "" || nameProblem(word) == nil {
			e.id, e.name = cmp.Or(id, word), name
			suggestion = e.written()
		}
	}
	d.report(fieldType.At(d.on(n), fmt.Sprintf("An entry of %s has to be %s.", quote(f.Key), expected(f)), "Write at least: "+e.written()+".").WithSuggestion(suggestion))
}

// entry reads one entry of the strategy, whose Origin is its own.
func entry[T any](d *decoder, f *tracker.Field, n *yaml.Node) *T {
	e := new(T)
	into := reflect.ValueOf(e).Elem()
	d.origin = into.FieldByName("Origin").Addr().Interface().(*tracker.Origin)
	*d.origin = tracker.NewOrigin(d.file)
	d.object(n, f.Fields, into, "")
	d.entryID(into.FieldByName("ID").String())
	return e
}

// entryID holds an id of the strategy to the rule for those of records: both
// become folders of the site. It is kept all the same, so that what names it is
// not reported too.
func (d *decoder) entryID(id string) {
	if id == "" {
		return
	}
	if err := nameProblem(id); err != nil {
		d.report(strategyID.At(d.origin.At("id"), quote(id)+" cannot be an id: "+err.Error()+".", mendName(err, "id, and change the records that name it.")).
			WithSuggestion(strings.ToLower(betterName(id))))
	}
}
