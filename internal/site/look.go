package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
	"smallwins/internal/web"
	"smallwins/templates"
)

// look is the built-in templates and style, with the team's own files over
// them: a template or a scaffold of the same name is taken in the place of the
// built-in one; a part of the style is laid over it, so that a team writes down
// only what differs.
type look struct {
	own    fs.FS // nil for none
	words  *message.Language
	note   string // says that English stands in for the language, or for some of its texts
	accent tracker.Accent
}

// newLook refuses files whose names promise an effect that they do not have.
func newLook(own fs.FS, s *tracker.Settings) (*look, error) {
	l := &look{own: own, accent: s.Accent}
	var err error
	l.words, err = message.Load(own, s.Language)
	switch {
	case errors.Is(err, message.ErrUnknown):
		l.note = err.Error()
	case err != nil:
		return nil, fmt.Errorf("reading the messages: %w", err)
	case l.words.Lacking() > 0:
		l.note = fmt.Sprintf("%s/%s.json lacks %d of %d texts: English stands in", message.Folder, l.words.Code(), l.words.Lacking(), len(message.English().Keys()))
	}
	if own == nil {
		return l, nil
	}
	entries, err := fs.ReadDir(own, ".")
	if err != nil {
		return nil, fmt.Errorf("reading your templates: %w", err)
	}
	names := l.names()
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if !e.IsDir() && ext == ".json" {
			return nil, fmt.Errorf("your template %s stands for nothing: messages lie in the folder %s", e.Name(), message.Folder)
		}
		if e.IsDir() || ext != ".html" && ext != ".css" || slices.Contains(names, e.Name()) {
			continue
		}
		err := fmt.Errorf("your template %s stands for nothing: no template or part of the style has that name", e.Name())
		if near := diag.Nearest(e.Name(), names); near != "" {
			err = fmt.Errorf("%w; did you mean %s?", err, near)
		}
		return nil, err
	}
	return l, nil
}

// names are the files that a team may have its own of.
func (l *look) names() []string {
	names, err := fs.Glob(templates.FS, "*.*")
	if err != nil {
		panic("site: " + err.Error()) // the pattern is ours
	}
	return append(names, web.Styles...)
}

// read returns a template or a scaffold.
func (l *look) read(name string) (string, error) {
	body, ok, err := l.ownFile(name)
	if err != nil {
		return "", err
	}
	if !ok {
		if body, err = fs.ReadFile(templates.FS, name); err != nil {
			return "", fmt.Errorf("reading template %s: %w", name, err)
		}
	}
	return string(body), nil
}

func (l *look) ownFile(name string) (body []byte, ok bool, err error) {
	if l.own == nil {
		return nil, false, nil
	}
	body, err = fs.ReadFile(l.own, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("reading your template %s: %w", name, err)
	}
	return body, true, nil
}

// scaffold returns what a new record starts from, under the team's own headings.
func (l *look) scaffold(name string, fields []tracker.Field, labels map[string]string) (string, error) {
	text, err := l.read(name)
	if err != nil {
		return "", err
	}
	for _, f := range fields {
		if own := labels[f.Key]; own != "" && f.Form == tracker.FormProse {
			text = strings.Replace(text, "\n## "+f.Label+"\n", "\n## "+own+"\n", 1)
		}
	}
	return text, nil
}

// over returns what is laid over a part of the style.
func (l *look) over(part string) ([]byte, error) {
	var over []byte
	if part == "tokens.css" {
		over = accentStyle(l.accent)
	}
	body, _, err := l.ownFile(part)
	return append(over, body...), err
}

// accentStyle sets the colour of links where tokens.css does.
func accentStyle(a tracker.Accent) []byte {
	light, dark, ok := a.Colours()
	if !ok {
		return nil
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "\n:root { --accent: %s; }\n", light)
	fmt.Fprintf(&b, "@media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { --accent: %s; } }\n", dark)
	fmt.Fprintf(&b, ":root[data-theme=\"dark\"] { --accent: %s; }\n", dark)
	return b.Bytes()
}

// icon is a door, a little open.
func (l *look) icon() []byte {
	const door, accent = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M5 3h22v26H5z" fill="#8f3513"/><path d="M9 5l13 3v18l-13 3z" fill="#fbf8f2"/><circle cx="19" cy="17" r="1.6" fill="#8f3513"/></svg>
`, "#8f3513"
	if light, _, ok := l.accent.Colours(); ok {
		return []byte(strings.ReplaceAll(door, accent, light.String()))
	}
	return []byte(door)
}

// logo is a picture at the head of every page.
type logo struct {
	Path          string // from the root
	Width, Height int
}

func logoOf(t *tracker.Tracker) *logo {
	if t.Logo == nil {
		return nil
	}
	return &logo{href("", t.Logo.Path()), t.Logo.Width, t.Logo.Height}
}
