package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var copiedRules = []rule{
	{diag.Rule{
		ID: "intake/answers-copied", Severity: diag.Warning,
		Title: "The answers of a contract are its own",
		Why:   "An answer that was taken over from another intake counts as a conversation that may not have taken place.",
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
			text = fold(text)
			if f := first[text]; f == nil {
				first[text] = w
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
	where := "the intake " + quoted(string(from.ID))
	for _, w := range copies {
		labels = append(labels, quoted(w.question.Label))
		if w.first.in != from {
			where = "other intakes"
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

// longEnough reports whether nobody writes a text a second time by chance: it is
// more than one sentence, or a long one.
func longEnough(text string) bool {
	const letters, words = 40, 12
	return utf8.RuneCountInString(text) >= letters && (sentenceEnd.MatchString(text) || len(strings.Fields(text)) >= words)
}

// sentenceEnd is the end of one sentence before another.
var sentenceEnd = regexp.MustCompile(`[.!?…]\s+\S`)
