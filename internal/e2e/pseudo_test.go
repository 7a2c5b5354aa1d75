package e2e

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"smallwins/internal/message"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
	"smallwins/templates"
)

// The pseudo-locale puts every text of the interface in ⟦brackets⟧, and the
// records of the sample are written in Cyrillic letters. A Latin word outside
// the brackets is then one that stands in code or in a template, and that no
// file of messages could ever translate.
const pseudo = "en-XA"

func TestEveryWordOfTheInterfaceIsAMessage(t *testing.T) {
	fsys := foreign(t)
	tr, findings := load(t, fsys)
	if len(tr.Wins) != len(sample(t).Wins) || len(tr.Intakes) != len(sample(t).Intakes) {
		t.Fatalf("the foreign sample lost records: %v", findings)
	}
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		t.Run(string(edition), func(t *testing.T) {
			s := buildFrom(t, fsys, edition, site.Options{
				Templates: pseudoMessages(t), Rules: slices.Collect(maps.Values(allRules(t))), BaseURL: "https://example.org",
			})
			where := map[string]string{} // a page for each text with such a word
			for _, name := range slices.Sorted(maps.Keys(s.pages)) {
				if n := len(all(s.pages[name], "blink, [blink]")); n > 0 {
					t.Errorf("%s: %d messages are read as markup", name, n)
				}
				for _, text := range visible(s.pages[name]) {
					if words := latinWords(text); len(words) > 0 && where[text] == "" {
						where[text] = name + ": " + strings.Join(words, " ")
					}
				}
			}
			for _, name := range slices.Sorted(maps.Keys(s.files)) {
				head, _, _ := strings.Cut(string(s.files[name]), "\n")
				if words := latinWords(head); path.Ext(name) == ".csv" && !strings.HasPrefix(name, "data/receipts-") && len(words) > 0 {
					where[head] = name + ": " + strings.Join(words, " ")
				}
			}
			for _, text := range slices.Sorted(maps.Keys(where)) {
				t.Errorf("no message: %s in “%s”", where[text], text)
			}
		})
	}
}

// hostile begins every message: what is not escaped becomes an element, or an
// attribute of the element around it.
const hostile = `"' blink="" ><blink>`

// pseudoMessages are all messages in brackets.
func pseudoMessages(t *testing.T) fs.FS {
	t.Helper()
	var texts map[string]string
	if err := json.Unmarshal(must(templates.FS.ReadFile(message.Folder+"/en.json"))(t), &texts); err != nil {
		t.Fatal(err)
	}
	for key, text := range texts {
		if !strings.HasPrefix(key, "language.") {
			texts[key] = "⟦" + hostile + text + "⟧"
		}
	}
	body := must(json.Marshal(texts))(t)
	return fstest.MapFS{message.Folder + "/" + pseudo + ".json": {Data: body}}
}

// foreign is the sample with its texts in Cyrillic letters. Ids, terms, days,
// addresses and the headings that the format knows stay as they are.
func foreign(t *testing.T) fs.FS {
	t.Helper()
	from := os.DirFS(repository)
	to := fstest.MapFS{}
	for _, pattern := range []string{"strategy.yaml", "wins/*.md", "intakes/*.md"} {
		for _, name := range must(fs.Glob(from, pattern))(t) {
			if path.Base(name) == "README.md" {
				continue
			}
			body := string(must(fs.ReadFile(from, name))(t))
			switch front, text, ok := strings.Cut(strings.TrimPrefix(body, "---\n"), "\n---\n"); {
			case strings.HasSuffix(name, ".yaml"):
				body = cyrillicYAML(t, body)
			case ok:
				body = "---\n" + cyrillicYAML(t, front) + "---\n" + cyrillicMarkdown(text)
			default:
				t.Fatalf("%s has no front matter", name)
			}
			to[name] = &fstest.MapFile{Data: []byte(body)}
		}
	}
	return to
}

func cyrillicYAML(t *testing.T, source string) string {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(source), &doc); err != nil {
		t.Fatal(err)
	}
	var walk func(n *yaml.Node, key string)
	walk = func(n *yaml.Node, key string) {
		switch n.Kind {
		case yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				walk(n.Content[i+1], n.Content[i].Value)
			}
		case yaml.ScalarNode:
			switch {
			case key == "language":
				n.Value = pseudo
			case strings.Contains(n.Value, "://"):
			case isText.MatchString(n.Value), written[key], key == "kind" && !tracker.OutcomeKinds.Has(n.Value) && !tracker.BarrierKinds.Has(n.Value):
				n.Value = cyrillic(n.Value)
			}
		default:
			for _, one := range n.Content {
				walk(one, key)
			}
		}
	}
	walk(&doc, "")
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	if err := e.Encode(&doc); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// isText tells what people wrote from ids and terms, which are small and in one
// piece; written are fields whose texts may be so too.
var (
	isText  = regexp.MustCompile(`[A-Z ]`)
	written = map[string]bool{"unit": true, "goals": true, "pressures": true}
)

var keptInMarkdown = regexp.MustCompile(`(?m)^##+ .*$|\]\([^)]*\)|<http[^>]*>`)

func cyrillicMarkdown(text string) string {
	var out strings.Builder
	for text != "" {
		at := keptInMarkdown.FindStringIndex(text)
		if at == nil {
			at = []int{len(text), len(text)}
		}
		out.WriteString(cyrillic(text[:at[0]]) + text[at[0]:at[1]])
		text = text[at[1]:]
	}
	return out.String()
}

func cyrillic(text string) string {
	const small, capital = "абвгдежзийклмнопрстуфхцчшщ", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ"
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return []rune(small)[r-'a']
		case r >= 'A' && r <= 'Z':
			return []rune(capital)[r-'A']
		}
		return r
	}, text)
}

// visible are the texts of a page that somebody reads or hears, a block of text
// as one. What is marked as English, code and the names of files are left out.
func visible(page *html.Node) []string {
	var texts []string
	var block strings.Builder
	end := func() {
		if text := strings.Join(strings.Fields(block.String()), " "); text != "" {
			texts = append(texts, text)
		}
		block.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			block.WriteString(n.Data)
		case n.Type == html.ElementNode && (unread[n.Data] || n.Data != "html" && attr(n, "lang") == "en"):
			return
		case n.Type == html.ElementNode:
			for _, name := range heard {
				if text := attr(n, name); text != "" {
					texts = append(texts, text)
				}
			}
			if n.Data == "meta" && strings.Contains(attr(n, "name")+attr(n, "property"), "description") {
				texts = append(texts, attr(n, "content"))
			}
		}
		flows := n.Type == html.TextNode || inline[n.Data]
		if !flows {
			end()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if !flows {
			end()
		}
	}
	walk(page)
	return texts
}

var (
	unread = map[string]bool{"script": true, "style": true, "code": true, "pre": true}
	inline = map[string]bool{"a": true, "span": true, "strong": true, "em": true, "b": true, "bdi": true, "time": true, "mark": true, "small": true}
	heard  = []string{"title", "alt", "aria-label", "placeholder", "label", "data-label"}
)

var (
	bracketed = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	latinWord = regexp.MustCompile(`[A-Za-z][A-Za-z'’&.-]+`)
	address   = regexp.MustCompile(`https?://\S+|\S+\.(md|yaml|csv|json|xml)\b`)

	// notWords are names, and the same in every language.
	notWords = regexp.MustCompile(`^(smallwins|CSV|JSON|KB)$`)
)

// latinWords are the Latin words of a text outside of its brackets.
func latinWords(text string) []string {
	text = address.ReplaceAllString(text, " ")
	for bracketed.MatchString(text) {
		text = bracketed.ReplaceAllString(text, " ")
	}
	var words []string
	for _, word := range latinWord.FindAllString(text, -1) {
		if !notWords.MatchString(strings.TrimRight(word, ".")) {
			words = append(words, word)
		}
	}
	return words
}
