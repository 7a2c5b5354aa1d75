// Bundle builds internal/web/dist from scripts in internal/web/src and the
// packages that npm has installed: charts.js, search.js and LICENSES.txt. Same
// sources, same bytes. Run it anywhere in the module: go run ./internal/web/bundle
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

var errNoModules = errors.New("the npm packages are not installed: run `make assets`, or `npm ci` in internal/web")

// licences are the texts that the bundle must be shipped with. d3's is there
// because echarts contains parts of d3.
var licences = []string{
	"echarts/LICENSE",
	"echarts/NOTICE",
	"echarts/licenses/LICENSE-d3",
	"zrender/LICENSE",
	"tslib/LICENSE.txt",
	"tslib/CopyrightNotice.txt",
	"minisearch/LICENSE.txt",
}

// scripts are the entries of the bundles, each of which becomes a file of its
// own.
var scripts = []string{"charts.js", "search.js"}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := webDir()
	if err != nil {
		return err
	}
	files, err := build(dir)
	if err != nil {
		return err
	}
	var sizes []string
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, "dist", f.name), f.body, 0o644); err != nil {
			return err
		}
		sizes = append(sizes, fmt.Sprintf("%s %d KB", f.name, len(f.body)/1000))
	}
	fmt.Println("internal/web/dist:", strings.Join(sizes, ", "))
	return nil
}

// webDir returns the absolute path of internal/web in the module around the
// working directory.
func webDir() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "internal", "web"), nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("no go.mod in %s or above", start)
		}
	}
}

type file struct {
	name string
	body []byte
}

// build returns the bundles and their licence texts, made from the sources and
// node_modules under dir, an absolute path.
func build(dir string) ([]file, error) {
	for _, name := range []string{"echarts", "minisearch"} {
		if _, err := os.Stat(filepath.Join(dir, "node_modules", name, "package.json")); err != nil {
			return nil, errNoModules
		}
	}
	texts, err := licenceTexts(filepath.Join(dir, "node_modules"))
	if err != nil {
		return nil, err
	}
	var files []file
	for _, name := range scripts {
		body, err := bundle(dir, name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, body})
	}
	return append(files, file{"LICENSES.txt", texts}), nil
}

func bundle(dir, name string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:     dir,
		EntryPoints:       []string{"src/" + name},
		Outfile:           "dist/" + name,
		Bundle:            true,
		Format:            api.FormatIIFE, // a module script does not load on file://
		Platform:          api.PlatformBrowser,
		Target:            api.ES2020,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           api.CharsetASCII,
		LegalComments:     api.LegalCommentsEndOfFile,
		Define:            map[string]string{"process.env.NODE_ENV": `"production"`},
	})
	if len(result.Errors) > 0 {
		first := result.Errors[0]
		if first.Location == nil {
			return nil, fmt.Errorf("bundling %s: %s", name, first.Text)
		}
		return nil, fmt.Errorf("bundling %s: %s:%d: %s", name, first.Location.File, first.Location.Line, first.Text)
	}
	return result.OutputFiles[0].Contents, nil
}

func licenceTexts(modules string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("charts.js contains parts of the packages echarts, zrender and tslib, and search.js of minisearch.\n")
	for _, name := range licences {
		text, err := os.ReadFile(filepath.Join(modules, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("no licence text at node_modules/%s", name)
		}
		if err != nil {
			return nil, err
		}
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		fmt.Fprintf(&out, "\n======== %s ========\n\n%s\n", name, bytes.TrimSpace(text))
	}
	return out.Bytes(), nil
}
