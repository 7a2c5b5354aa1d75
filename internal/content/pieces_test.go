package content

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// frontPieces and bodyPieces are lines that mean something to the loader or to
// the parsers below it, alone or behind others.
var frontPieces = []string{
	"date: 2026-01-01", "date: 2026-1-5", "title: A *t*", `title: "a\u2028b"`, "title: Why", "title: ''", "why: Plain  text",
	"why: |\n  a\n\n  - b\n  - c", "why: |\n  ## H\n  x", "why: |\n  ```\n  open", "why: |\n  a\n  ---", "why: |\n  [a]: /x.md\n\n  [a]",
	"why: <!-- open", "why: 'a www.x.y b'", "why: 'https://x.y'", "why: a@b.cd", "why: [a]", "wyh: x", "Why: y",
	"what_happened: Lead [a]", "what_happened: '<!-- x -->'", `what_happened: "\tcode"`, "what_happened: |2\n      code\n  a",
	"connection: 1. x", "connection: '| a | b |'", "pushback: team", "how_to_replicate: \"a\\u00a0\"", "how_to_replicate: \"\\u00a0a\\n\\nb\"",
	"questions: >\n  a\n  b\n\n  c", "questions: '---'", "questions: '&nbsp;'", "questions: 'a  '", `questions: "a  \nb"`,
	"encouraging: '- [x] a'", "encouraging: \"a | b\\n- | -\"", `encouraging: "a\n==="`, "encouraging: '==='", "encouraging: '# '",
	"own: {text: x, on: 2026-02-02, zz: 1}", "own: {on: 2026-02-02}", "own: {text: '<!-- c -->', on: 2026-02-02}", "friction: '## x'",
	"follow_ups: [a, {what: b, zz: 1, moved: [{to: 2026-01-01, zz: q}]}, {}]", "follow_ups: []", "follow_ups: {what: x, 'zz ': 1, zz: 2, 'what ': 3}",
	"undone: {zz: 1}", "undone: {on: 2026-01-02, zz: {pushback: x}}", "undone: no", "undone.zz: x",
	"links: [https://a.b/c d, {title: x}, {}, 'javascript:x', {url: guide.pdf, zz: x}]", `links: 'https://a.b/"<>'`,
	"extra: {a: 1, ' a': 2, pushback: x, b: {pushback: q, c: d}, e: [x, {reaction: y}], f: {a: 1, door: z}, '': z, 'F (2026-01-01)': x}",
	"extra: {h: '*x*', i: ['*x*'], j: \"a\\nb\", g: {a: {pushback: '', q: x}}}", "zzz: '**t**'", "zzz: {a: b}", "What happened: x",
	"priorities: [a, '', b]", "priorities: a, b", "priorities:", "priorities: []", "aliases: [x, y z, con]",
	"measure: {baseline: 1.50, target: -0, meaningful: 1e5, by: 2026-01-01, level: Result}", "readings: [{date: 2026-01-01, value: 00.5}, {}]",
	"mandated: yes", "mandated: true", "status: Agreed", "requested: [live, xx, blended]", "noticed_by: {who: 'A, b (c)', may_quote: on, on: x}",
	`assets_needed: [' a  b ', "c\td"]`, "shared_on: 2026-01-01, 2026-1-2", "audience: team", "conversations: [{reaction: open, note: n}, note]",
	"settings: {labels: {why: 'How to replicate', own: '', '': x, a: ' b  c '}, title: T, year_starts: 0, base_url: 'https://x.y'}", "settings:",
	"setings: {}", "team: [{id: a, spotlight: false}, {}, x]", "stakeholders: [{id: s, touchpoints: {minutes: 5}, business: {goals: a, sources: x}}]",
	"outcomes: [a]", "da\x00te: 2026-02-02", "{}", "- a", "a: &b c", "a: b: c", "\tx: y", "? a\n: b", "---",
}

var bodyPieces = []string{
	"# T", "# *T* [a] `x` (2026-01-01)", "T\n===", "Sub\n---", "# ![](x)", "#", "##", "#x\n---", "## Why it's a win", "## why (2026-01-01)",
	"## Why (2026-13-01)", "## own (2026-02-02)", "## Pushback", "## What happened", "## Zzz", "## Zzz (2026-03-03)", "## <b>", "## ![](x)",
	"## [a](b) \\*", "## A (2026-01-01) (9999)", "## How to replicate", "## Friction", "## Pushbakc", "## http://x.y www.a.b a@b.c", "## Date",
	"text", "text [a] and [b][]", "[a]: https://e.com/x", "[b]: ../intakes/i.md \"t\"", "[a]: <", "[c]:", "/url", "\"title", "title\"",
	"", "", "", "    code", "\tcode", "    code   ", "- a", "- b\n  - c", "  - d", "1. x", "3) y", "> q", "> ```", "```", "```   ", "~~~ js",
	"<!-- c -->", "<!-- open", "-->", "<div>", "</div>", "<b>x</b>", "<script>", "</script>", "<?x", "<![CDATA[", "| a | b |", "|---|:-:|", "| 1 |",
	"---", "***", "===", "### Sub", "### Pushback", "##### Deep", "a  \nb", "a\\\nb", "\u00a0", "\u00a0x", "x\u00a0", "\\", "*em", "**x**", "~~y~~",
	"- [ ] t", "![i](x.png)", "![i](board.gif)", "![i](https://x.y/z.png)", "[l](w.md)", "[l](guide.pdf#page=3)", "[l](x.md)", "[l](javascript:x)",
	"<https://x.y>", "&nbsp;", "&#27;", "&#x2028;", "\u2028", "\x00", "\r", "e\u0301", "`a", "a`", "   three", "    \tx", "\t", "   ",
	"+", "-", "*", "1.", ">", ">     code", "-     code", "- \n\n  x", "* * *", "a\n    b", "\\# x", "&#35; x", "a\ufeffb", "---\nx: y\n---",
}

// fromPieces makes a record of the lines that a recipe names: the first third
// of the bytes those of the front matter, the others those of the body, each with
// what ends it.
func fromPieces(recipe []byte) string {
	var b strings.Builder
	b.WriteString("---\n")
	third := len(recipe) / 3
	for _, c := range recipe[:third] {
		b.WriteString(frontPieces[int(c)%len(frontPieces)] + "\n")
	}
	b.WriteString("---\n")
	for rest := recipe[third:]; len(rest) >= 2; rest = rest[2:] {
		b.WriteString(bodyPieces[int(rest[0])%len(bodyPieces)])
		b.WriteString([]string{"\n", "\n\n", "\n", " ", ""}[int(rest[1])%5])
	}
	return b.String()
}

// FuzzPieces does what FuzzLoad does with texts that are put together from
// pieces: that reaches shapes which single bytes take long to grow into.
func FuzzPieces(f *testing.F) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		recipe := make([]byte, random.IntN(40))
		for i := range recipe {
			recipe[i] = byte(random.Uint32())
		}
		f.Add(recipe)
	}
	f.Fuzz(func(t *testing.T, recipe []byte) {
		if len(recipe) > 120 {
			t.Skip("a long record says no more than a short one")
		}
		text := fromPieces(recipe)
		checkLoad(t, text)
		if t.Failed() {
			t.Logf("the text: %q", text)
		}
	})
}
