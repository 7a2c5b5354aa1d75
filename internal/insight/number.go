package insight

import (
	"math"
	"strconv"
	"strings"
)

// Number returns a value with its unit as people read it: "61%",
// "9.4 per 1,000 loads", "1,900 people", "1 cycle", "€12".
func Number(v float64, unit string) string { return withUnit(v, figure(v), strings.TrimSpace(unit)) }

// Short returns a value with the units that stand close to it ("61%", "€12")
// and without those in words, for where the unit is named beside.
func Short(v float64, unit string) string {
	if unit = strings.TrimSpace(unit); closeUp(unit) || prefixed(unit) {
		return Number(v, unit)
	}
	return figure(v)
}

// Change returns "61% to 71%" or "0 to 3 cycles".
func Change(from, to float64, unit string) string {
	unit = strings.TrimSpace(unit)
	if closeUp(unit) || prefixed(unit) {
		return Number(from, unit) + " to " + Number(to, unit)
	}
	return figure(from) + " to " + Number(to, unit)
}

func withUnit(v float64, figure, unit string) string {
	switch {
	case unit == "":
		return figure
	case closeUp(unit):
		return figure + unit
	case prefixed(unit):
		return unit + figure
	case v == 1:
		return figure + " " + singular(unit)
	}
	return figure + " " + unit
}

func closeUp(unit string) bool { return unit == "%" || unit == "‰" || unit == "°C" || unit == "°F" }

func prefixed(unit string) bool { return unit == "€" || unit == "£" || unit == "$" || unit == "¥" }

// singular cuts the s of a plain English plural, and leaves every other unit
// as its author wrote it.
func singular(unit string) string {
	if unit == "people" {
		return "person"
	}
	if strings.ContainsAny(unit, " /") || !strings.HasSuffix(unit, "s") || len(unit) < 4 {
		return unit
	}
	for _, end := range []string{"ss", "us", "is", "ies", "es"} {
		if strings.HasSuffix(unit, end) && !regularE(unit) {
			return unit
		}
	}
	return strings.TrimSuffix(unit, "s")
}

// regularE reports whether an "es" belongs to a word that ends in e: cycles,
// minutes, cases; not losses or boxes.
func regularE(unit string) bool {
	for _, end := range []string{"les", "tes", "ases", "ages", "ices", "ires", "ores", "ines"} {
		if strings.HasSuffix(unit, end) {
			return true
		}
	}
	return false
}

// figure writes a value without a needless decimal, at most four of them, with
// commas between thousands and a true minus sign.
func figure(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "?"
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	if _, decimals, ok := strings.Cut(s, "."); ok && len(decimals) > 4 {
		s = strings.TrimRight(strings.TrimRight(strconv.FormatFloat(math.Abs(v), 'f', 4, 64), "0"), ".")
	}
	whole, decimals, ok := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 && s != "0" {
		b.WriteString("−")
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if ok {
		b.WriteString("." + decimals)
	}
	return b.String()
}
