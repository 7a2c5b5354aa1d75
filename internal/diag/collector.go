package diag

import "fmt"

// MostAlike is how many findings of one rule in one file are told one by one: a
// file that went wrong in one way a thousand times is mended in one go.
const MostAlike = 20

// Collector gathers findings, of one rule in one file no more than MostAlike and
// a last one that counts the rest. The zero Collector is ready for use.
type Collector struct {
	findings []Finding
	alike    map[alikeKey]*alike
	order    []alikeKey // of those that there are too many of
}

type alikeKey struct{ rule, file string }

// alike counts the findings of one rule in one file.
type alike struct {
	n    int
	next Finding // the first that is not told
}

// Add adds a finding.
func (c *Collector) Add(f Finding) {
	if c.alike == nil {
		c.alike = map[alikeKey]*alike{}
	}
	key := alikeKey{f.Rule, f.Place.File}
	a := c.alike[key]
	if a == nil {
		a = &alike{}
		c.alike[key] = a
	}
	switch a.n++; {
	case a.n <= MostAlike:
		c.findings = append(c.findings, f)
	case a.n == MostAlike+1:
		a.next = f
		c.order = append(c.order, key)
	}
}

// Full reports whether one more finding of the rule in the file would only be
// counted, and counts it: whoever asks need not work it out.
func (c *Collector) Full(rule, file string) bool {
	a := c.alike[alikeKey{rule, file}]
	if a == nil || a.n <= MostAlike {
		return false
	}
	a.n++
	return true
}

// All returns the findings. Where there are too many of a rule in a file, a last
// one says how many more. The Collector is empty afterwards.
func (c *Collector) All() []Finding {
	findings := c.findings
	for _, key := range c.order {
		a := c.alike[key]
		f := a.next
		if more := a.n - MostAlike; more > 1 {
			f = Finding{
				Rule: f.Rule, Severity: f.Severity, Place: f.Place,
				Message: fmt.Sprintf("This file has %s more findings of this kind; the first of them is here.", thousands(more)),
				Mend:    "Mend those above, and all that are like them; the next run shows what is left.",
			}
		}
		findings = append(findings, f)
	}
	*c = Collector{}
	return findings
}
