package site

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strings"

	"smallwins/internal/charts"
	"smallwins/templates"
)

// page is a template that is ready to be executed.
type page interface {
	Execute(w io.Writer, data any) error
}

type layoutPage struct{ *template.Template }

func (p layoutPage) Execute(w io.Writer, data any) error {
	return p.ExecuteTemplate(w, "layout", data)
}

// functions are what templates may call beside the fields of their page.
func (b *builder) functions() template.FuncMap {
	return template.FuncMap{
		"day":     b.dayElement,
		"short":   short,
		"told":    told,
		"subject": b.subject,
		"entries": b.entries.of,
		"few":     few,
		"pieces":  asked(b, b.pieces),
		"text":    asked(b, b.words.Text),
		"linked": func(key, url string, args ...any) (said, error) {
			return b.linked(key, url, args...), b.known(key)
		},
		"coded":  asked(b, b.coded),
		"number": b.words.Count,
		"rest":   b.rest,
	}
}

// short reports whether a cell is kept on one line.
func short(s string) bool { return len(s) <= 16 }

// told reports whether a table has sentences or names beside its headings: too
// much for the columns of a phone.
func told(t charts.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []charts.Cell) bool {
		return slices.ContainsFunc(row[min(1, len(row)):], func(c charts.Cell) bool { return !short(c.Text) })
	})
}

// shared are the templates that are no page: the layouts of pages and of a
// single file, and what pages share.
var shared = []string{"layout.html", "single.html", "partials.html"}

// parse reads the layouts, what pages share, and one template for each page, by
// its file name.
func (b *builder) parse() (map[string]page, error) {
	base := template.New("").Funcs(b.functions()).Option("missingkey=error")
	add := func(to *template.Template, name string) (*template.Template, error) {
		body, err := b.look.read(name)
		if err != nil {
			return nil, err
		}
		if body, err = b.spoken(body); err != nil {
			return nil, fmt.Errorf("reading template %s: %w", name, err)
		}
		t, err := to.New(name).Parse(strings.TrimSpace(body))
		if err != nil {
			return nil, fmt.Errorf("reading template %s: %w", name, err)
		}
		return t, nil
	}
	for _, name := range shared {
		if _, err := add(base, name); err != nil {
			return nil, err
		}
	}
	names, err := fs.Glob(templates.FS, "*.html")
	if err != nil {
		return nil, fmt.Errorf("listing the templates: %w", err)
	}
	b.entries.set = template.Must(base.Clone())
	set := map[string]page{}
	for _, name := range names {
		if slices.Contains(shared, name) {
			continue
		}
		t, err := add(template.Must(base.Clone()), name)
		if err != nil {
			return nil, err
		}
		set[name] = layoutPage{t}
	}
	return set, nil
}
