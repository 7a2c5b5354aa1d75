package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var copiedRules = []rule{
	{diag.Rule{
		ID: "intake/answers-copied", Severity: diag.Warning,
		Title: "The answers of a contract are its own",
		Why:   "An answer that was taken over from another request counts as a conversation that may not have taken place.",
		Mend:  `Write down what was said this time; if nobody has asked yet, take the answer out and name the question under "asked:".`,
		Bad: `-- intakes/2026-01-10-course.md --
## Friction
Discounts are given before anybody asks what the customer needs. By June the margin is gone.
-- intakes/2026-01-20-depot.md --
requested_on: 2026-01-20
## Friction
Discounts are given before anybody asks what the customer needs. By June the margin is gone.`,
		Good: `-- intakes/2026-01-10-course.md --
## Friction
Discounts are given before anybody asks what the customer needs. By June the margin is gone.
-- intakes/2026-01-20-depot.md --
requested_on: 2026-01-20
## Friction
The depot quotes from last year's list. Nobody sends the new one.`,
	}, copiedAnswers},
}

// written is an answer of a contract. A copy knows the first one of its words.
type written struct {
	in       *tracker.Intake
	question *tracker.Term
	first    *written
}

func (w *written) place() diag.Place { return w.in.Origin.At(w.question.ID) }

// copiedAnswers looks through the intakes in their order, so that the later of
// two is the one that copied. What the law demands comes back every year with
// the same answers, and is left alone.
func copiedAnswers(p *pass) {
	first := map[string]*written{}
	p.intakes(func(in *tracker.Intake) {
		if in.Mandated {
			return
		}
		var copies []*written
		for i := range tracker.Questions.Terms {
			w := &written{in: in, question: &tracker.Questions.Terms[i]}
			text := in.Contract.Answer(w.question.ID).Text
			if !longEnough(text) {
				continue
			}
			key := bareText(text)
			if f := first[key]; f == nil {
				first[key] = w
			} else if f.in != in {
				w.first = f
				copies = append(copies, w)
			}
		}
		if copies != nil {
			p.add(p.copied(copies))
		}
	})
}

func (p *pass) copied(copies []*written) diag.Finding {
	var labels []string
	from := copies[0].first.in
	where := "the request " + quoted(string(from.ID))
	for _, w := range copies {
		labels = append(labels, quoted(w.question.Label))
		if w.first.in != from {
			where = "other requests"
		}
	}
	what := "The answer to " + labels[0] + " is"
	if len(labels) > 1 {
		what = "The answers to " + listed(labels) + " are"
	}
	f := p.finding(copies[0].place(), "", "%s the same, word for word, as in %s.", what, where)
	for _, w := range copies {
		f = f.WithRelated(w.first.place(), "The same answer stands here.")
	}
	return f
}

// bareText is a text without all that is changed in passing when it is copied:
// its letters and digits alone, in one case.
func bareText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, fold(text))
}

// longEnough reports whether nobody writes a text a second time by chance: it is
// more than one sentence, or a long one.
func longEnough(text string) bool {
	const size, words, letters = 40, 11, 60
	if utf8.RuneCountInString(text) < size {
		return false
	}
	n := len(strings.Fields(text))
	return n > words || n == words && utf8.RuneCountInString(bareText(text)) >= letters || sentenceEnd.MatchString(text)
}

// sentenceEnd is the end of one sentence before another.
var sentenceEnd = regexp.MustCompile(`[.!?…]\s+\S`)
