package message

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/number"
)

// Count writes a count as people read it: "1,200".
func (l *Language) Count(n int) string {
	if n >= 0 && n < 1000 {
		return strconv.Itoa(n)
	}
	return l.Figure(float64(n))
}

// most is how many decimals are written at most.
const most = 4

// Figure writes a value without a needless decimal, at most four of them, with
// thousands apart and a true minus sign: "−1,900.5".
func (l *Language) Figure(v float64) string {
	l = l.orEnglish()
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "?"
	}
	s := l.printer.Sprint(number.Decimal(math.Abs(v), number.MaxFractionDigits(most)))
	if v < 0 && strings.ContainsAny(s, "123456789") { // the digits of printer
		return "−" + s
	}
	return s
}

// Number returns a value with its unit as people read it: "61%",
// "9.4 per 1,000 loads", "1,900 people", "1 cycle", "€12". The unit is as its
// author wrote it; of English ones the plural's s is dropped for 1.
func (l *Language) Number(v float64, unit string) string {
	l = l.orEnglish()
	unit = strings.TrimSpace(unit)
	figure := l.Figure(v)
	switch {
	case unit == "":
		return figure
	case closeUp(unit):
		return l.Text("number.close-up", "n", figure, "unit", unit)
	case currency(unit):
		return l.Text("number.currency", "n", figure, "unit", unit)
	case v == 1 && l.isEnglish():
		return figure + " " + singular(unit)
	}
	return figure + " " + unit
}

// Short returns a value with the units that stand close to it ("61%", "€12")
// and without those in words, for where the unit is named beside.
func (l *Language) Short(v float64, unit string) string {
	if unit = strings.TrimSpace(unit); closeUp(unit) || currency(unit) {
		return l.Number(v, unit)
	}
	return l.Figure(v)
}

// Change returns "61% to 71%" or "0 to 3 cycles".
func (l *Language) Change(from, to float64, unit string) string {
	return l.Text("number.change", "from", l.Short(from, unit), "to", l.Number(to, unit))
}

// Points returns how far apart two values are: of percentages in points.
func (l *Language) Points(v float64, unit string) string {
	if strings.TrimSpace(unit) != "%" {
		return l.Number(v, unit)
	}
	n := 2
	if v == 1 || math.Abs(v-1) < 1e-9 {
		n = 1
	}
	return l.Text("number.points", "n", n, "points", l.Figure(v))
}

// Share returns "3 of 8".
func (l *Language) Share(n, of int) string { return l.Text("number.share", "n", n, "of", of) }

// CountWord writes numbers below ten as words, as text does: "no", "three".
func (l *Language) CountWord(n int) string {
	if n >= 0 && n < 10 {
		return l.Text("number.word." + strconv.Itoa(n))
	}
	return l.Count(n)
}

func closeUp(unit string) bool { return unit == "%" || unit == "‰" || unit == "°C" || unit == "°F" }

func currency(unit string) bool { return unit == "€" || unit == "£" || unit == "$" || unit == "¥" }

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
