package tracker

import (
	"net/url"
	"strconv"
	"strings"
)

// Attachment is a file of the tracker that a record links to or shows: a
// picture, a guide, a table. It has been looked at, and may be published.
type Attachment struct {
	File          string // relative to the tracker's root, with forward slashes
	Kind          string // as readers call it: "PDF"
	Size          int64  // in bytes
	Width, Height int    // of a picture, in pixels; 0 where it is none
}

// attachmentFolder is where attachments lie on the site, as they lie in the
// tracker.
const attachmentFolder = "files/"

// Path returns where the attachment lies on the site, from the root.
func (a *Attachment) Path() string { return attachmentFolder + a.File }

// Address returns the attachment's address for Prose.HTML and Link.URL: it
// starts with RootMark.
func (a *Attachment) Address() string {
	return RootMark + (&url.URL{Path: a.Path()}).EscapedPath()
}

// IsImage reports whether a page can show the attachment.
func (a *Attachment) IsImage() bool { return a.Width > 0 }

// About says what a reader gets who follows a link to it: "PDF, 240 KB".
func (a *Attachment) About() string { return a.Kind + ", " + fileSize(a.Size) }

func fileSize(bytes int64) string {
	const kb, mb = 1 << 10, 1 << 20
	if bytes < mb-kb/2 {
		return strconv.FormatInt(max(1, (bytes+kb/2)/kb), 10) + " KB"
	}
	return strings.TrimSuffix(strconv.FormatFloat(float64(bytes)/mb, 'f', 1, 64), ".0") + " MB"
}

// Attachment returns the attachment that a link with this address leads to, or
// nil.
func (t *Tracker) Attachment(address string) *Attachment {
	address, _, _ = strings.Cut(address, "#")
	return t.attachments[address]
}

// attached returns those of the attachments that a record of the tracker still
// links to. Which ones an edition may have follows from its texts and links
// alone, so that no second rule can disagree with what took them out.
func (t *Tracker) attached() []*Attachment {
	if len(t.Attachments) == 0 {
		return nil
	}
	linked := map[*Attachment]bool{t.Logo: true}
	note := func(address string) {
		if a := t.Attachment(address); a != nil {
			linked[a] = true
		}
	}
	texts := func(p *Prose) { p.eachAddress(note) }
	links := func(links []Link) {
		for _, l := range links {
			note(l.URL)
		}
	}
	for _, w := range t.Wins {
		w.EachProse(texts)
		links(w.Links)
	}
	for _, in := range t.Intakes {
		in.EachProse(texts)
		links(in.Links)
	}
	return without(t.Attachments, func(a *Attachment) bool { return !linked[a] })
}

// eachAddress calls f with each address below the site's root that the text
// links to or shows.
func (p *Prose) eachAddress(f func(address string)) {
	for rest := p.HTML; ; {
		i := strings.Index(rest, `"`+RootMark)
		if i < 0 {
			return
		}
		rest = rest[i+1:]
		end := strings.IndexByte(rest, '"')
		if end < 0 {
			return
		}
		f(rest[:end])
		rest = rest[end+1:]
	}
}
