package web

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func gzipped(t *testing.T, body []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// charts returns charts.js and the licence texts, or skips.
func charts(t *testing.T) (bundle, licences []byte) {
	t.Helper()
	assets, err := Charts()
	if errors.Is(err, ErrNotBuilt) && os.Getenv("REQUIRE_BUNDLES") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return assets[0].Body, assets[1].Body
}

func assets(t *testing.T) []Asset {
	t.Helper()
	assets, err := Assets(func(string) ([]byte, error) { return nil, nil })
	if err != nil {
		t.Fatal(err)
	}
	return assets
}

// searchSources are our own part of search.js, by path.
func searchSources(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("src/search/*.js")
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string][]byte{}
	for _, name := range append(names, "src/search.js") {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = body
	}
	return sources
}

func TestAssets(t *testing.T) {
	scripts := 0
	var names []string
	for _, asset := range assets(t) {
		names = append(names, asset.Name)
		if len(asset.Body) == 0 {
			t.Errorf("%s is empty", asset.Name)
		}
		if strings.HasSuffix(asset.Name, ".js") {
			scripts += gzipped(t, asset.Body)
		}
	}
	if got, want := strings.Join(names[:3], " "), "boot.js site.js site.css"; got != want {
		t.Errorf("assets are %q, want %q", got, want)
	}
	for _, body := range searchSources(t) {
		scripts += gzipped(t, body)
	}
	if scripts >= 20_000 {
		t.Errorf("own scripts are %d bytes gzipped, want under 20000", scripts)
	}
}

// A part that is not on the list would be left out without a word.
func TestStylesAreAllListed(t *testing.T) {
	files, err := fs.Glob(own, "src/style/*.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !slices.Contains(Styles, path.Base(file)) {
			t.Errorf("%s is not in Styles", file)
		}
	}
	if len(files) != len(Styles) {
		t.Errorf("%d files and %d names", len(files), len(Styles))
	}
}

// The policy of the pages forbids both, and own scripts must not put markup in.
func TestScriptsAreTame(t *testing.T) {
	scripts := searchSources(t)
	for _, asset := range assets(t) {
		if strings.HasSuffix(asset.Name, ".js") {
			scripts[asset.Name] = asset.Body
		}
	}
	for name, body := range scripts {
		for _, bad := range []string{"eval(", "new Function", "innerHTML", "insertAdjacentHTML", "document.write"} {
			if bytes.Contains(body, []byte(bad)) {
				t.Errorf("%s contains %q", name, bad)
			}
		}
	}
}

func TestBundles(t *testing.T) {
	drawn, _ := charts(t)
	search, err := Search()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []struct {
		name string
		body []byte
		most int // bytes, gzipped
	}{{"charts.js", drawn, 230_000}, {search.Name, search.Body, 12_000}} {
		for _, bad := range []string{"eval(", "new Function", "import(", "sourceMappingURL"} {
			if bytes.Contains(b.body, []byte(bad)) {
				t.Errorf("%s contains %q", b.name, bad)
			}
		}
		for _, c := range b.body {
			if c > 0x7e {
				t.Errorf("%s is not ASCII", b.name)
				break
			}
		}
		if size := gzipped(t, b.body); size > b.most {
			t.Errorf("%s is %d bytes gzipped, want at most %d", b.name, size, b.most)
		}
	}
}

func TestLicences(t *testing.T) {
	_, texts := charts(t)
	for _, want := range []string{"echarts/LICENSE", "echarts/NOTICE", "zrender/LICENSE", "tslib/LICENSE.txt", "minisearch/LICENSE.txt", "Luca Ongaro",
		"Apache License", "The Apache Software Foundation", "Baidu", "Mike Bostock", "Microsoft"} {
		if !bytes.Contains(texts, []byte(want)) {
			t.Errorf("LICENSES.txt lacks %q", want)
		}
	}
}

// Where packages come from is the business of who installs them; what they
// must be is the lock's: exact versions and hashes.
func TestLock(t *testing.T) {
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"://", `"resolved"`} {
		if bytes.Contains(lock, []byte(bad)) {
			t.Errorf("package-lock.json contains %q: is .npmrc in place?", bad)
		}
	}
	if n, m := bytes.Count(lock, []byte(`"node_modules/`)), bytes.Count(lock, []byte(`"integrity"`)); n == 0 || n != m {
		t.Errorf("package-lock.json has %d packages and %d hashes", n, m)
	}
	manifest, err := os.ReadFile("package.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"^", "~"} {
		if bytes.Contains(manifest, []byte(bad)) {
			t.Errorf("package.json contains %q: pin exact versions", bad)
		}
	}
}
