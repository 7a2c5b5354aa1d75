package content

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"smallwins/internal/diag"
)

// strays reports the files beside the records that no record links to, and
// counts them: each may be a record that was named wrongly. unread says that
// some records could not be read, so that their links are not known.
func (t *tree) strays(fsys fs.FS, linked map[string]bool, unread bool) {
	for _, file := range t.others {
		if linked[file] {
			continue
		}
		t.found++
		f := stray(fsys, file)
		if unread && f.Suggestion == "" && attachmentKinds[strings.ToLower(path.Ext(file))] != nil {
			continue // a record that cannot be read may link to it; that has its own finding
		}
		t.findings = append(t.findings, f)
	}
}

func stray(fsys fs.FS, file string) diag.Finding {
	name := path.Base(file)
	ext := strings.ToLower(path.Ext(name))
	kind := attachmentKinds[ext]
	f := notARecord.At(diag.Place{File: file}, "This file is not a record, and no record links to it, so it is left out.", "")
	switch meant := recordMeant(fsys, file); {
	case meant != "":
		return f.WithSuggestion(meant)
	case ext == ".txt": // text may be either
	case kind != nil:
		show, how := "[what it is]", "Name it"
		if kind.size != nil {
			show = "![what it shows]"
		}
		if better := betterName(name); better != "" {
			name, how = better, "Rename it to "+better+", and name it"
		}
		f.Mend = fmt.Sprintf("%s in the text of its record: %s(%s). If it belongs to none, take it away.", how, show, name)
	case unwelcomeKinds[ext] != nil:
		f.Mend = "A file of this kind is never published. Move it elsewhere, or start its name with an underscore."
	}
	return f
}

// recordMeant returns the name that a file should have which is a record in all
// but its ending; "" for any other.
func recordMeant(fsys fs.FS, file string) string {
	name := path.Base(file)
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	bare := strings.TrimSuffix(stem, ".md") // as editors of Windows save x.md
	switch strings.ToLower(ext) {
	case ".markdown", ".mdown", ".mkd":
	case ".txt":
		if bare == stem && !beginsWithFence(fsys, file) {
			return ""
		}
	default:
		return ""
	}
	return bare + ".md"
}

// beginsWithFence reports whether a file begins as records do. One that cannot be
// read does not.
func beginsWithFence(fsys fs.FS, file string) bool {
	f, err := fsys.Open(file)
	if err != nil {
		return false
	}
	const head = len("\uFEFF---")
	start, err := readUpTo(f, make([]byte, 0, head), head)
	return f.Close() == nil && err == nil && strings.HasPrefix(strings.TrimPrefix(string(start), "\uFEFF"), "---")
}
