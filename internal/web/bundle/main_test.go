package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func builtTwice(t *testing.T) (dir string, charts, texts []byte) {
	t.Helper()
	dir, err := webDir()
	if err != nil {
		t.Fatal(err)
	}
	charts, texts, err = build(dir)
	if errors.Is(err, errNoModules) && os.Getenv("REQUIRE_BUNDLES") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	again, textsAgain, err := build(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(charts, again) || !bytes.Equal(texts, textsAgain) {
		t.Error("two builds of the same sources differ")
	}
	return dir, charts, texts
}

// A bundle older than its sources would be embedded without a word.
func TestDistIsCurrent(t *testing.T) {
	dir, charts, texts := builtTwice(t)
	for name, want := range map[string][]byte{"charts.js": charts, "LICENSES.txt": texts} {
		got, err := os.ReadFile(filepath.Join(dir, "dist", name))
		if err != nil {
			if os.Getenv("REQUIRE_BUNDLES") == "" {
				t.Skip("not built: run `make assets`")
			}
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("dist/%s is older than its sources: run `make assets`", name)
		}
	}
}

func TestMissingModules(t *testing.T) {
	_, _, err := build(t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "make assets") {
		t.Errorf("got %v, want an error that names the command", err)
	}
}
