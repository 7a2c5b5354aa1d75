package content

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// scalar fills a plain value from the text that the author wrote. YAML's own
// idea of its type is never asked: it takes 010 for eight.
func (d *decoder) scalar(f *tracker.Field, n *yaml.Node, into reflect.Value) bool {
	text := oneLine(n.Value)
	place := d.on(n)
	switch f.Form {
	case tracker.FormDate:
		date, ok := d.date(text, place)
		into.Set(reflect.ValueOf(date))
		return ok
	case tracker.FormNumber:
		v, ok := d.number(text, place)
		into.Set(reflect.ValueOf(tracker.Number{Value: v, Known: ok}))
		return ok
	case tracker.FormWhole:
		if month := monthOf(text); month > 0 && f.Key == "year_starts" {
			number := strconv.Itoa(month)
			d.report(fieldNumber.At(place, quote(text)+" is not a number.", "Write the number of the month: "+number+".").
				WithSuggestion(number).WithFix(d.instead(place, number)...))
			return false
		}
		v, ok := d.whole(text, place)
		if ok {
			into.SetInt(int64(v))
		}
		return ok
	case tracker.FormFlag:
		return d.flag(text, place, into)
	case tracker.FormTerm:
		text = d.term(f, text, place)
	case tracker.FormAddress:
		if f.Key == "base_url" {
			text = d.siteAddress(text, place)
		} else {
			text = d.address(text, place)
		}
	}
	into.SetString(text)
	return text != ""
}

func (s *source) flag(text string, place diag.Place, into reflect.Value) bool {
	if text != "true" && text != "false" {
		f := fieldFlag.At(place, quote(text)+" is neither true nor false.", "")
		switch strings.ToLower(text) {
		case "true", "yes", "y", "on", "1":
			f = f.WithSuggestion("true")
		case "false", "no", "n", "off", "0":
			f = f.WithSuggestion("false")
		}
		switch strings.ToLower(text) {
		case "true", "yes", "false", "no": // "1" may be a count, and what it allows is not ours to say
			f = f.WithFix(s.instead(place, f.Suggestion)...)
		}
		s.report(f)
		return false
	}
	v := text == "true"
	if into.Kind() == reflect.Pointer {
		into.Set(reflect.ValueOf(&v))
	} else {
		into.SetBool(v)
	}
	return true
}

// term returns the value of the vocabulary that was written or, with a finding,
// clearly meant; "" for any other text.
func (s *source) term(f *tracker.Field, text string, place diag.Place) string {
	v := f.Vocabulary
	if v.Has(text) {
		return text
	}
	ids := v.IDs()
	finding := fieldTerm.At(place, quote(text)+" is no "+nameOfTerms(v)+".", "Use one of: "+strings.Join(ids, ", ")+".")
	if len(ids) == 1 {
		finding = fieldTerm.At(place, fmt.Sprintf("%s can only be %s.", quote(f.Key), quote(ids[0])), "Write "+ids[0]+", or take the line out.")
	}
	near, sure := diag.Nearest(text, ids), diag.Certain(text, ids)
	if near == "" {
		for _, t := range v.Terms {
			if foldHeading(t.Label) == foldHeading(text) {
				near, sure = t.ID, t.ID
			}
		}
	}
	s.report(finding.WithSuggestion(near).WithFix(s.instead(place, sure)...))
	if foldHeading(near) == foldHeading(text) {
		return near
	}
	return ""
}

// nameOfTerms says what one value of a vocabulary is, behind "is no".
func nameOfTerms(v *tracker.Vocabulary) string {
	if name := namesOfTerms[v]; name != "" {
		return name
	}
	return "known " + v.Name
}

// namesOfTerms are for the vocabularies whose own names are not those that
// authors would use.
var namesOfTerms = map[*tracker.Vocabulary]string{
	&tracker.Arrivals:      "way in which a request arrives",
	&tracker.Solutions:     "known type of solution",
	&tracker.PromiseStates: "known state of a promise",
	&tracker.Drivers:       "known way to reinforce",
	&tracker.Moments:       "known moment to reinforce",
	&tracker.BarrierKinds:  "known kind of barrier",
	&tracker.BarrierStates: "known state of a barrier",
	&tracker.Displays:      "way in which a person is shown",
	&tracker.DoorMarkers:   "known sign of an open door",
	&tracker.CheckStates:   "known answer to whether it can be repeated",
	&tracker.Questions:     "question of the contract",
	&tracker.Hosts:         "known host of repositories",
}

// monthOf returns which month of the year a name means, or 0.
func monthOf(name string) int {
	const shortest = 3 // "Sep", "Sept"
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	for m := time.January; m <= time.December && len(name) >= shortest; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), name) {
			return int(m)
		}
	}
	return 0
}

func (s *source) number(text string, place diag.Place) (float64, bool) {
	if decimal(text) {
		if v, err := strconv.ParseFloat(text, 64); err == nil && !math.IsInf(v, 0) {
			return v + 0, true // no minus before a zero
		}
		s.report(fieldNumber.At(place, quote(text)+" is too large a number.", ""))
		return 0, false
	}
	plain, sure := plainNumber(text)
	f := fieldNumber.At(place, quote(text)+" is not a plain number.", "").WithSuggestion(plain)
	if sure {
		f = f.WithFix(s.instead(place, plain)...)
	}
	s.report(f)
	return 0, false
}

// whole reads a count: of days, minutes, months or records.
func (s *source) whole(text string, place diag.Place) (int, bool) {
	v, ok := s.number(text, place)
	if !ok {
		return 0, false
	}
	if v != math.Trunc(v) || math.Abs(v) > math.MaxInt32 {
		s.report(fieldNumber.At(place, quote(text)+" is not a whole number of a sensible size.", "Write digits only."))
		return 0, false
	}
	return int(v), true
}

// decimal reports whether text is -?digits(.digits)?
func decimal(text string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return onlyDigits(whole) && (!point || onlyDigits(fraction))
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// plainNumber returns the number that was most likely meant, or "". It is sure
// where nobody could read another number, and no unit gets lost.
func plainNumber(text string) (plain string, sure bool) {
	t := strings.TrimSpace(strings.TrimRight(text, " %€$£"))
	t = strings.TrimLeft(t, "+€$£ ")
	sure = strings.TrimLeft(text, "+") == t && !strings.ContainsAny(t, "   '_")
	t = strings.NewReplacer("−", "-", "_", "", " ", "", "\u00A0", "", "\u202F", "", "'", "").Replace(t)
	if strings.HasPrefix(t, ".") {
		t = "0" + t
	}
	if decimal(t) {
		return t, sure
	}
	groups := strings.Split(t, ",")
	last := groups[len(groups)-1]
	inThrees := func(groups []string) bool {
		return !slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 })
	}
	whole, _, _ := strings.Cut(last, ".")
	if plain := strings.Join(groups, ""); inThrees(append(groups[:len(groups)-1:len(groups)-1], whole)) && decimal(plain) && len(groups) > 1 {
		return plain, sure && (len(groups) > 2 || last != whole) // 1,000,000 and 1,000.5; but 1,000 is one to some
	}
	if comma := strings.ReplaceAll(t, ",", "."); len(groups) == 2 && decimal(comma) {
		return comma, sure // 9,4
	}
	return "", false
}
