// Package web holds the scripts and the style of the generated site.
//
// What is our own is embedded from src as it is written. Two scripts hold
// third-party code, the charts and the search: they are built from
// package-lock.json by the command in bundle, into dist, which is embedded but
// not tracked.
package web

import (
	"embed"
	"errors"
	"io/fs"
	"slices"
)

//go:embed src/boot.js src/site.js src/seen.js src/present.js src/style
var own embed.FS

// Styles are the parts of site.css, in the order of the cascade. tokens.css
// holds colour, space and type, and what changes them; print comes last.
var Styles = []string{
	"tokens.css", "ground.css", "frame.css", "prose.css", "records.css", "pictures.css", "charts.css", "filters.css", "search.css",
	"win.css", "intake.css", "board.css",
	"history.css", "digest.css", "changes.css", "playbook.css", "data.css", "report.css",
	"stakeholders.css", "team.css", "german.css", "contrast.css",
	"print.css", "contract.css",
}

// Scripts are further scripts, by name: a page that needs one asks for it.
// seen.js is asked for by all.
var Scripts = []string{"seen.js", "present.js"}

//go:embed dist
var dist embed.FS

// Asset is a file of the site. Body belongs to the caller.
type Asset struct {
	Name string // without folder, such as "site.css"
	Body []byte
}

// ErrNotBuilt says that this binary was built without the chart bundle.
var ErrNotBuilt = errors.New("charts are not built: run `make assets` (needs npm) to draw them; pages carry their tables meanwhile")

// ErrNoSearch says that this binary was built without the search bundle.
var ErrNoSearch = errors.New("the search is not built: run `make assets` (needs npm) to have it; the lists hold everything meanwhile")

// Assets returns what every page uses, boot.js, site.js and site.css, and then
// the Scripts of single pages. over gives what is laid over each of the Styles;
// its errors are returned.
func Assets(over func(part string) ([]byte, error)) ([]Asset, error) {
	assets, err := read(own, "src", append([]string{"boot.js", "site.js"}, Scripts...)...)
	if err != nil {
		return nil, err
	}
	css, err := Style(over)
	if err != nil {
		return nil, err
	}
	return slices.Insert(assets, 2, Asset{"site.css", css}), nil
}

// Style is the style of every page, with what is laid over it: see Assets.
func Style(over func(part string) ([]byte, error)) ([]byte, error) {
	parts, err := read(own, "src/style", Styles...)
	if err != nil {
		return nil, err
	}
	var all []byte
	for _, part := range parts {
		more, err := over(part.Name)
		if err != nil {
			return nil, err
		}
		all = append(append(append(all, part.Body...), more...), '\n')
	}
	return all, nil
}

// Charts returns charts.js and the licence texts that must travel with it, or
// ErrNotBuilt.
func Charts() ([]Asset, error) {
	assets, err := read(dist, "dist", "charts.js", "LICENSES.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotBuilt
	}
	return assets, err
}

// Search returns search.js, or ErrNoSearch. Its licence text is among those of
// Charts, which are built with it.
func Search() (Asset, error) {
	assets, err := read(dist, "dist", "search.js")
	if errors.Is(err, fs.ErrNotExist) {
		return Asset{}, ErrNoSearch
	}
	if err != nil {
		return Asset{}, err
	}
	return assets[0], nil
}

func read(fsys fs.FS, dir string, names ...string) ([]Asset, error) {
	var assets []Asset
	for _, name := range names {
		body, err := fs.ReadFile(fsys, dir+"/"+name)
		if err != nil {
			return nil, err
		}
		assets = append(assets, Asset{name, body})
	}
	return assets, nil
}
