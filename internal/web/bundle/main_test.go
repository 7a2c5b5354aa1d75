package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func builtTwice(t *testing.T) (dir string, files []file) {
	t.Helper()
	dir, err := webDir()
	if err != nil {
		t.Fatal(err)
	}
	files, err = build(dir)
	if errors.Is(err, errNoModules) && os.Getenv("REQUIRE_BUNDLES") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	again, err := build(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		if f.name != again[i].name || !bytes.Equal(f.body, again[i].body) {
			t.Errorf("two builds of the same sources differ in %s", f.name)
		}
	}
	return dir, files
}

// A bundle older than its sources would be embedded without a word.
func TestDistIsCurrent(t *testing.T) {
	dir, files := builtTwice(t)
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(dir, "dist", f.name))
		if err != nil {
			if os.Getenv("REQUIRE_BUNDLES") == "" {
				t.Skip("not built: run `make assets`")
			}
			t.Fatal(err)
		}
		if !bytes.Equal(got, f.body) {
			t.Errorf("dist/%s is older than its sources: run `make assets`", f.name)
		}
	}
}

func TestMissingModules(t *testing.T) {
	_, err := build(t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "make assets") {
		t.Errorf("got %v, want an error that names the command", err)
	}
}
