package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// The limits that an attachment has to stay within. What is larger stays in the
// history of the tracker for good, and comes to every reader's phone.
const (
	maxAttachment  = tracker.MaxAttachmentKiB << 10 // bytes: a photograph of a phone, a report of many pages
	maxImageSide   = 8_000                          // pixels: what browsers draw without trouble
	maxImagePixels = 40_000_000                     // of a picture, which takes four bytes each once it is shown
)

// attachments are the files under wins/ and intakes/ that are no records. Each
// is opened when the first record links to it, and never read as a whole. They
// are safe for concurrent use.
type attachments struct {
	fsys    fs.FS
	files   map[string]*attachment   // by path
	refused map[string]bool          // what walk has refused, with a finding of its own
	folded  func() map[string]string // the paths, by what foldPath makes of them
	limit   int                      // bytes of each
	near    nearby
}

// attachment is one such file, with why it is not published.
type attachment struct {
	tracker.Attachment
	once    sync.Once
	rule    *diag.Rule // nil where it may be published
	message string
	mend    string
	better  string // a name that would do
	err     error
}

func newAttachments(fsys fs.FS, files []string, refused map[string]bool) *attachments {
	a := &attachments{fsys: fsys, refused: refused, limit: maxAttachment, files: make(map[string]*attachment, len(files))}
	for _, file := range files {
		a.files[file] = &attachment{Attachment: tracker.Attachment{File: file}}
	}
	a.near = newNearby(func() []string { return slices.Sorted(maps.Keys(a.files)) })
	a.folded = sync.OnceValue(func() map[string]string {
		names := make(map[string]string, len(files))
		for _, file := range files {
			names[foldPath(file)] = file
		}
		return names
	})
	return a
}

// foldPath returns what paths have in common that some file system takes for
// one.
func foldPath(file string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFD.String(file)))
}

// look returns the file at a path once it has been looked at, or nil.
func (a *attachments) look(file string) *attachment {
	at := a.files[file]
	if at != nil {
		at.once.Do(func() { at.err = at.inspect(a.fsys, int64(a.limit)) })
	}
	return at
}

func (a *attachment) refuse(rule *diag.Rule, mend, message string, args ...any) {
	a.rule, a.mend, a.message = rule, mend, quote(a.File)+" "+fmt.Sprintf(message, args...)+"."
}

// inspect finds out whether the file may be published. Its error says that it
// could not be read at all.
func (a *attachment) inspect(fsys fs.FS, limit int64) (err error) {
	ext := strings.ToLower(path.Ext(a.File))
	kind := attachmentKinds[ext]
	if kind == nil {
		u := unwelcomeKinds[ext]
		if u == nil {
			u = otherFile
		}
		a.refuse(attachmentType, u.mend, "is not published: %s", u.why)
		return nil
	}
	a.Kind = kind.name
	if a.misnamed() {
		return nil
	}
	f, err := fsys.Open(a.File)
	if errors.Is(err, fs.ErrPermission) {
		a.rule, a.message, a.mend = unreadable, "This may not be read here: its rights do not allow it.", "Change its rights, or take it away."
		return nil
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", a.File, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("read %s: %w", a.File, err)
	}
	a.Size = info.Size()
	switch {
	case !info.Mode().IsRegular():
		a.refuse(irregular, "", "is not a plain file")
		return nil
	case a.Size > limit && mebibytes(a.Size) == mebibytes(limit):
		a.refuse(attachmentLimit, "", "has a little more than %s, which is %s", mebibytes(limit), saysWhose(int(limit), maxAttachment))
		return nil
	case a.Size > limit:
		a.refuse(attachmentLimit, "", "has %s; %s is %s", mebibytes(a.Size), saysWhose(int(limit), maxAttachment), mebibytes(limit))
		return nil
	}
	head, err := readUpTo(f, make([]byte, 0, attachmentHead), attachmentHead)
	if err != nil {
		return fmt.Errorf("read %s: %w", a.File, err)
	}
	if !kind.shape(head) {
		a.mismatch(kind, head)
		return nil
	}
	if kind.size == nil {
		return nil
	}
	rest := io.LimitReader(f, limit)
	config, err := kind.size(io.MultiReader(bytes.NewReader(head), rest))
	switch {
	case err != nil || config.Width <= 0 || config.Height <= 0:
		a.refuse(attachmentContent, "", "begins like a %s file, but cannot be shown as one", kind.name)
	case config.Width > maxImageSide || config.Height > maxImageSide:
		a.refuse(attachmentLimit, "", "is %d by %d pixels; the limit is %d a side", config.Width, config.Height, maxImageSide)
	case config.Width*config.Height > maxImagePixels:
		a.refuse(attachmentLimit, "", "has %d million pixels; the limit is %d million", (config.Width*config.Height+500_000)/1_000_000, maxImagePixels/1_000_000)
	default:
		a.Width, a.Height = config.Width, config.Height
	}
	return nil
}

// misnamed reports whether the path cannot be an address of the site.
func (a *attachment) misnamed() bool {
	for part := range strings.SplitSeq(a.File, "/") {
		err := nameProblem(part)
		if err == nil {
			continue
		}
		if part != path.Base(a.File) {
			a.refuse(attachmentName, mendName(err, "name for the folder."), "cannot have an address on the site, because of its folder %s: %v", quote(part), err)
			return true
		}
		a.refuse(attachmentName, mendName(err, "name."), "cannot have an address on the site: %v", err)
		a.better = betterName(part)
		return true
	}
	return false
}

func (a *attachment) mismatch(kind *attachmentKind, head []byte) {
	if len(head) == 0 {
		a.refuse(attachmentContent, "Put the file here again.", "is empty")
		return
	}
	name, ext := looksLike(head)
	if name == "" {
		a.refuse(attachmentContent, "", "is no %s file, though its name says so", kind.name)
		return
	}
	a.refuse(attachmentContent, "", "is no %s file, though its name says so: it looks like %s", kind.name, name)
	if ext != "" {
		base := path.Base(a.File)
		a.better = strings.TrimSuffix(base, path.Ext(base)) + ext
	}
}

func mebibytes(n int64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/(1<<20)), ".0") + " MiB"
}

// resolve returns the path of the file that a relative address of a record
// means.
func (s *source) resolve(address string) string {
	target := withoutFragment(address)
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(path.Dir(s.file), target)
}

// attachment returns the file that a link of a record leads to; nil, with a
// finding, where it may not be published. ok is false, without one, where the
// path is not that of an attachment.
func (t *typesetter) attachment(address string, place diag.Place) (a *tracker.Attachment, ok bool) {
	file := t.resolve(address)
	if kind, _, _ := strings.Cut(file, "/"); kind != "wins" && kind != "intakes" {
		return nil, false
	}
	if t.attachments.refused[file] {
		return nil, true
	}
	at := t.attachments.look(file)
	if at == nil {
		return nil, t.missing(address, file, place)
	}
	t.linked = append(t.linked, file)
	if at.rule != nil {
		f := at.rule.At(place, at.message, at.mend)
		if at.better != "" {
			f = f.WithSuggestion(at.better)
		}
		t.report(f)
	}
	if at.rule != nil || at.err != nil {
		return nil, true
	}
	return &at.Attachment, true
}

// missing reports that there is no file at a path which reads like one.
func (t *typesetter) missing(address, file string, place diag.Place) bool {
	ext := strings.ToLower(path.Ext(file))
	known := attachmentKinds[ext] != nil || unwelcomeKinds[ext] != nil
	if known && t.found.Full(attachmentMissing.ID, t.file) {
		return true
	}
	if there := t.attachments.folded()[foldPath(file)]; there != "" {
		t.linked = append(t.linked, there)
		t.report(attachmentMissing.At(place, fmt.Sprintf("There is no file %s, but %s: some computers take the two names for one, others do not.", quote(file), quote(there)),
			"Write the name as the file has it, with its capitals and accents.").WithSuggestion(t.wayTo(there)))
		return true
	}
	if !known {
		return false
	}
	for part := range strings.SplitSeq(file, "/") {
		if skipped(part) {
			t.report(attachmentMissing.At(place, fmt.Sprintf("%s is no part of the tracker: what starts with %q is left alone.", quote(file), part[:1]), "Rename it."))
			return true
		}
	}
	f := attachmentMissing.At(place, fmt.Sprintf("There is no file %s.", quote(file)), "")
	if near := t.attachments.near.to(file); near != "" {
		f = f.WithSuggestion(t.wayTo(near))
	} else if strings.Contains(address, "/") && bareHost.MatchString(address) {
		f = f.WithSuggestion("https://" + address)
	}
	t.report(f)
	return true
}

// linkedFrom returns the attachments that the records link to and that may be
// published, and the logo, by path. It reports the files that no record links
// to, in tree, and the names that some system takes for one.
func (a *attachments) linkedFrom(records []record, logo *tracker.Attachment, tree *tree, unread bool) (files []*tracker.Attachment, clashes []diag.Finding, err error) {
	if len(a.files) == 0 {
		return nil, nil, nil
	}
	linked := map[string]bool{}
	if logo != nil {
		linked[logo.File] = true
	}
	for _, r := range records {
		for _, file := range r.linked {
			linked[file] = true
		}
	}
	tree.strays(a.fsys, linked, unread)
	taken := map[string]string{} // by folded path, of files and the folders above
	for _, file := range tree.others {
		at := a.files[file]
		if !linked[file] || at.rule != nil {
			continue
		}
		if at.err != nil {
			return nil, nil, at.err
		}
		if at.Size == 0 { // linked by another name only: see missing
			continue
		}
		files = append(files, &at.Attachment)
		if f, ok := clash(taken, file); ok {
			clashes = append(clashes, f)
		}
	}
	return files, clashes, nil
}

// clash claims the names on a file's path, and reports the first that another
// file holds in other letters.
func clash(taken map[string]string, file string) (diag.Finding, bool) {
	for end := 0; end < len(file); {
		if i := strings.IndexByte(file[end+1:], '/'); i >= 0 {
			end += 1 + i
		} else {
			end = len(file)
		}
		name := file[:end]
		other, ok := taken[foldPath(name)]
		if !ok {
			taken[foldPath(name)] = name
		} else if other != name {
			return attachmentCase.At(diag.Place{File: file}, fmt.Sprintf("%s and %s are one name on some computers.", quote(other), quote(name)), ""), true
		}
	}
	return diag.Finding{}, false
}
