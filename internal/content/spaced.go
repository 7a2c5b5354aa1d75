package content

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"smallwins/internal/diag"
)

// spacedName is the end of a link to a file with a space in its name, which
// Markdown takes for plain text: "](IMG 2042.jpg)".
var spacedName = regexp.MustCompile(`^\]\([ \t]*([^<>\n]*?(\.[A-Za-z0-9]{2,5}))(?:#[^\s()]*)?(?:[ \t]+"[^"\n]*")?[ \t]*\)`)

// spacedNames reports the links that a text was meant to have, and has not: the
// page shows their brackets.
func (w *htmlWriter) spacedNames(n *ast.Text) {
	const longest = 300 // bytes of a name and what is around it
	for at := n.Segment.Start; at < n.Segment.Stop; at++ {
		i := bytes.IndexByte(w.md[at:n.Segment.Stop], ']')
		if i < 0 {
			return
		}
		at += i
		m := spacedName.FindSubmatchIndex(w.md[at:min(at+longest, len(w.md))])
		if m == nil {
			continue
		}
		name, ext := string(w.md[at+m[2]:at+m[3]]), strings.ToLower(string(w.md[at+m[4]:at+m[5]]))
		known := attachmentKinds[ext] != nil || unwelcomeKinds[ext] != nil || ext == ".md"
		if known && strings.Contains(name, " ") && scheme(name) == "" {
			w.spacedLink(name, w.locate(at+m[2]))
		}
	}
}

func (w *htmlWriter) spacedLink(name string, pos diag.Pos) {
	file := w.resolve(name)
	there := w.attachments.files[file] != nil
	if there {
		w.linked = append(w.linked, file) // whoever mends the link will find it
	}
	what := "file"
	if !strings.Contains(path.Base(name), " ") {
		what = "folder"
	}
	parts := strings.Split(name, "/")
	for i, part := range parts {
		if better := betterName(part); better != "" {
			parts[i] = better
		}
	}
	better := strings.Join(parts, "/")
	if strings.Contains(better, " ") {
		better = ""
	}
	mend := "Rename the " + what + " without spaces, and write the new name here."
	if renamed := w.resolve(better); better != "" && !there && (w.attachments.files[renamed] != nil || w.pages.of[renamed] != "") {
		mend = "Write the name as the file has it now."
	}
	w.report(attachmentName.At(w.from(pos, name), "The name of this "+what+" has a space in it, so the link is not read.", mend).WithSuggestion(better))
}

// saysNothing reports whether a description is what programs and hurried people
// write in the place of one: "Image", "IMG_2041", "photo 3", "image1.png".
func saysNothing(alt string) bool {
	if ext := strings.ToLower(path.Ext(alt)); attachmentKinds[ext] != nil || unwelcomeKinds[ext] != nil {
		alt = strings.TrimSuffix(alt, path.Ext(alt))
	}
	shows := false // something but words, numbers and what stands between them
	letters := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		case r == '%' || !unicode.IsDigit(r) && !unicode.IsPunct(r) && !unicode.IsSpace(r):
			shows = true
		}
		return -1
	}, alt)
	return !shows && emptyWords[letters]
}

// emptyWords are the letters of descriptions that say nothing.
var emptyWords = map[string]bool{
	"": true, "image": true, "img": true, "photo": true, "foto": true, "picture": true, "pic": true, "graphic": true, "scan": true,
	"screenshot": true, "screenshotat": true, "screenshotfrom": true, "screengrab": true, "whatsappimageat": true,
	"dsc": true, "dscn": true, "dscf": true, "pxl": true, "alt": true, "alttext": true, "untitled": true,
}
