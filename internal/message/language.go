package message

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"smallwins/templates"
)

// Folder is where the files of messages lie among the templates.
const Folder = "messages"

// Source is the language that every other one is translated from, and that
// stands in where a translation is missing.
const Source = "en"

// Language says what the interface says in one language. The nil *Language is
// English. A Language is safe for use by several goroutines.
type Language struct {
	code    string // of the file: "de"
	tag     language.Tag
	texts   map[string]pattern
	lacks   map[string]bool // the texts that the source stands in for
	months  [12]string
	short   [12]string
	asIs    bool // labels keep their capitals inside a sentence
	printer *message.Printer
}

var (
	once    sync.Once
	english *Language
)

// English returns the built-in English, the Source.
func English() *Language {
	once.Do(func() {
		var err error
		if english, err = read(templates.FS, Source, nil); err != nil {
			panic("message: " + err.Error()) // the file is ours, and a test reads it
		}
	})
	return english
}

// Load returns the language for a BCP 47 tag such as "de" or "de-AT": our own
// messages, with those of the team, in the folder of the same name in own, over
// them. own may be nil. Those for a region lie over those for its language, and
// where there are none, the language's serve. ErrUnknown comes with English where
// there are none for the language either.
func Load(own fs.FS, tag string) (*Language, error) {
	if err := checkNames(own); err != nil {
		return nil, err
	}
	all := codes(tag)
	l, found := English(), all[0] == Source
	for _, code := range all {
		for _, from := range []fs.FS{templates.FS, own} {
			if from == nil || code == Source && from == fs.FS(templates.FS) {
				continue
			}
			over, err := read(from, code, l)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, err
			}
			l, found = over, true
		}
	}
	if found {
		return l, nil
	}
	return l, fmt.Errorf("%w for %q: pages speak English around your records; add %s/%s.json to your templates, or write one of: %s",
		ErrUnknown, tag, Folder, all[len(all)-1], strings.Join(BuiltIn(), ", "))
}

// ErrUnknown says that a language has no file of messages.
var ErrUnknown = errors.New("there are no messages")

// codes are the names under which the messages for a tag may lie, the language
// before its regions: "de", then "de-AT".
func codes(tag string) []string {
	if tag == "" {
		return []string{Source}
	}
	parts := strings.Split(tag, "-")
	parts[0] = strings.ToLower(parts[0])
	all := make([]string, len(parts))
	for i := range parts {
		all[i] = strings.Join(parts[:i+1], "-")
	}
	return all
}

// BuiltIn lists the languages that need no file of the team.
func BuiltIn() []string {
	names, err := fs.Glob(templates.FS, Folder+"/*.json")
	if err != nil {
		panic("message: " + err.Error()) // the pattern is ours
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(path.Base(name), ".json")
	}
	return names
}

// settle looks up once what is asked for all the time.
func (l *Language) settle() {
	for i := range l.months {
		l.months[i] = l.Text("date.month." + strconv.Itoa(i+1))
		l.short[i] = l.Text("date.month-short." + strconv.Itoa(i+1))
	}
	l.asIs = l.Text("language.labels") == "as-is"
}

// orEnglish lets the nil Language speak.
func (l *Language) orEnglish() *Language {
	if l == nil {
		return English()
	}
	return l
}

// isEnglish reports whether the language is the source, or one of its regions.
func (l *Language) isEnglish() bool {
	base, _ := l.tag.Base()
	return base.String() == Source
}

// Code is the code of the file: "en", "de".
func (l *Language) Code() string { return l.orEnglish().code }

// Lacking is how many texts English stands in for.
func (l *Language) Lacking() int { return len(l.orEnglish().lacks) }

// Has reports whether there is a text with the key.
func (l *Language) Has(key string) bool {
	_, ok := l.orEnglish().texts[key]
	return ok
}

// Keys lists the keys of all texts, in order.
func (l *Language) Keys() []string { return slices.Sorted(maps.Keys(l.orEnglish().texts)) }

// Arguments lists what a text inserts or picks a form by.
func (l *Language) Arguments(key string) []string { return l.orEnglish().texts[key].arguments() }

// Text returns a text with its arguments, which are given as names and values in
// turn. Whole numbers, dates and quarters are written as the language writes
// them. A key or an argument that does not exist shows in ⟦brackets⟧.
func (l *Language) Text(key string, args ...any) string {
	l = l.orEnglish()
	p, ok := l.texts[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	if len(p) == 1 && p[0].arg == "" {
		return p[0].text
	}
	var b strings.Builder
	l.write(&b, p, args, "")
	return b.String()
}

// plural is the CLDR form that agrees with a number.
func (l *Language) plural(n int) string {
	if n < 0 {
		n = -n
	}
	return forms[plural.Cardinal.MatchPlural(l.tag, n, 0, 0, 0, 0)]
}

// forms are the names of the plural forms.
var forms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: other,
}
