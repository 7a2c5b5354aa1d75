// Package web holds the scripts and the style of the generated site.
//
// What is our own is embedded from src as it is written. The chart bundle is
// third-party code: it is built from package-lock.json by the command in
// bundle, into dist, which is embedded but not tracked.
package web

import (
	"embed"
	"errors"
	"io/fs"
)

//go:embed src/boot.js src/site.js src/site.css
var own embed.FS

//go:embed dist
var dist embed.FS

// Asset is a file of the site. Body belongs to the caller.
type Asset struct {
	Name string // without folder, such as "site.css"
	Body []byte
}

// ErrNotBuilt says that this binary was built without the chart bundle.
var ErrNotBuilt = errors.New("charts are not built: run `make assets` (needs npm) to draw them; pages carry their tables meanwhile")

// Assets returns what every page uses: boot.js, site.js and site.css.
func Assets() []Asset {
	assets, err := read(own, "src", "boot.js", "site.js", "site.css")
	if err != nil {
		panic("web: " + err.Error()) // go:embed has put these files in
	}
	return assets
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
