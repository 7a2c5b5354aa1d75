package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"html/template"
	"path"
	"regexp"
	"strings"

	"smallwins/internal/web"
)

// fixedText is a text without arguments in a template, as it is always written.
var fixedText = regexp.MustCompile(`\{\{text "([^"]*)"\}\}`)

// spoken sets the texts without arguments into a template when it is read, so
// that no page has to look them up.
func (b *builder) spoken(body string) (string, error) {
	var err error
	body = fixedText.ReplaceAllStringFunc(body, func(call string) string {
		key := fixedText.FindStringSubmatch(call)[1]
		err = errors.Join(err, b.known(key))
		if needs := b.words.Arguments(key); len(needs) > 0 {
			err = errors.Join(err, fmt.Errorf("the text %q is told nothing of {%s}", key, strings.Join(needs, "}, {")))
		}
		return html.EscapeString(b.words.Text(key))
	})
	return body, err
}

// known refuses a key that does not exist: a team's templates are read for the
// first time when it builds.
func (b *builder) known(key string) error {
	if b.words.Has(key) {
		return nil
	}
	return fmt.Errorf("there is no text with the key %q", key)
}

// asked is a function of texts as templates call it.
func asked[T any](b *builder, tell func(key string, args ...any) T) func(key string, args ...any) (T, error) {
	return func(key string, args ...any) (T, error) {
		if err := b.known(key); err != nil {
			return *new(T), err
		}
		return tell(key, args...), nil
	}
}

// linked is a text in which the part between <a> and </a> leads to an address;
// without one it is plain. It is shown by the template "said".
func (b *builder) linked(key, url string, args ...any) said {
	before, rest, _ := strings.Cut(b.words.Text(key, args...), "<a>")
	inside, after, _ := strings.Cut(rest, "</a>")
	if inside == "" || url == "" {
		return plain(before + inside + after)
	}
	return append(append(plain(before), Link{Title: inside, URL: url}), plain(after)...)
}

// codeIn is what a text has between backticks: something to be typed as it is.
var codeIn = regexp.MustCompile("`([^`]*)`")

// coded is a text in which what stands between backticks is code.
func (b *builder) coded(key string, args ...any) template.HTML {
	escaped := html.EscapeString(b.words.Text(key, args...))
	return template.HTML(codeIn.ReplaceAllString(escaped, "<code>$1</code>")) //nolint:gosec // escaped above
}

// speaking puts what a script says before it: boot.js keeps the texts of all
// scripts and knows how to say them.
func (b *builder) speaking(a web.Asset) []byte {
	if path.Ext(a.Name) != ".js" {
		return a.Body
	}
	if a.Name == "boot.js" {
		code, err := json.Marshal(b.words.Code())
		if err != nil {
			panic("site: " + err.Error()) // a string
		}
		return bytes.Replace(a.Body, []byte(`'LANGUAGE'`), code, 1)
	}
	name := strings.TrimSuffix(a.Name, ".js")
	texts := b.words.Script("script." + name + ".")
	if len(texts) == len("{}") {
		return a.Body
	}
	return fmt.Appendf(nil, "smallwins.texts[%q] = %s;\n%s", name, texts, a.Body)
}
