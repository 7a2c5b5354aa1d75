package site

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"smallwins/internal/tracker"
)

// LinkLine is a link that belongs to a record. About says what a reader gets
// who follows it, where it is an attachment; URL is empty where it leads
// nowhere.
type LinkLine struct{ Title, URL, About string }

func (b *builder) links(p Page, links []tracker.Link) []LinkLine {
	var lines []LinkLine
	for _, l := range links {
		line := LinkLine{Title: l.Title, URL: l.In(p.Root)}
		a := b.t.Attachment(l.URL)
		if a != nil {
			line.About = a.About()
		}
		switch {
		case line.Title != "":
		case a != nil:
			line.Title = path.Base(a.File)
		default:
			line.Title = l.URL
		}
		lines = append(lines, line)
	}
	return lines
}

// copyAttachments puts the attachments of the tracker, which are those that its
// edition links to, beside the pages.
func (b *builder) copyAttachments(out *Output) error {
	if len(b.t.Attachments) > 0 && b.opts.Files == nil {
		return errors.New("there are attachments, and nowhere to copy them from")
	}
	for _, a := range b.t.Attachments {
		if err := copyAttachment(b.opts.Files, a, out); err != nil {
			return fmt.Errorf("copying %s: %w", a.File, err)
		}
	}
	return nil
}

// errNotPlain is for a file that became something else since it was checked.
var errNotPlain = errors.New("it is no plain file any more: build again")

// copyAttachment copies a file that was looked at when the tracker was loaded.
// Somebody may have changed it since, so that nothing about it is taken for
// granted but its name: it has to be a plain file of the size that it had.
func copyAttachment(files fs.FS, a *tracker.Attachment, out *Output) (err error) {
	// A link could lead to a file that was never meant for readers.
	for i, c := range a.File + "/" {
		if c != '/' {
			continue
		}
		info, err := fs.Lstat(files, a.File[:i])
		if err != nil {
			return err
		}
		if plain := info.Mode().IsRegular(); plain != (i == len(a.File)) || !plain && !info.IsDir() {
			return errNotPlain
		}
	}
	f, err := files.Open(a.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errNotPlain
	}
	return out.Copy(a.Path(), f, a.Size)
}
