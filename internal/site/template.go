package site

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"
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
var functions = template.FuncMap{
	"day":   dayElement,
	"short": func(s string) bool { return len(s) <= 16 }, // kept on one line
}

// parse reads the layout, what pages share, and one template for each page,
// by its file name.
func parse(fsys fs.FS) (map[string]page, error) {
	base, err := template.New("").Funcs(functions).Option("missingkey=error").ParseFS(fsys, "layout.html", "partials.html")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	names, err := fs.Glob(fsys, "*.html")
	if err != nil {
		return nil, fmt.Errorf("listing the templates: %w", err)
	}
	set := map[string]page{}
	for _, name := range names {
		if name == "layout.html" || name == "partials.html" {
			continue
		}
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading template %s: %w", name, err)
		}
		t, err := template.Must(base.Clone()).New(name).Parse(strings.TrimSpace(string(body)))
		if err != nil {
			return nil, fmt.Errorf("reading template %s: %w", name, err)
		}
		set[name] = layoutPage{t}
	}
	return set, nil
}
