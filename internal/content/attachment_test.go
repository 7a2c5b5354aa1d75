package content

import (
	"bytes"
	"encoding/binary"
	"fmt"
	img "image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// encoded returns pictures of the given size, by the endings of their files.
func encoded(t testing.TB, width, height int) map[string][]byte {
	t.Helper()
	picture := img.NewPaletted(img.Rect(0, 0, width, height), color.Palette{color.Black, color.White})
	out := map[string][]byte{".webp": webp("VP8X", width, height)}
	for ext, encode := range map[string]func(*bytes.Buffer) error{
		".png":  func(b *bytes.Buffer) error { return png.Encode(b, picture) },
		".jpg":  func(b *bytes.Buffer) error { return jpeg.Encode(b, picture, nil) },
		".jpeg": func(b *bytes.Buffer) error { return jpeg.Encode(b, picture, nil) },
		".gif":  func(b *bytes.Buffer) error { return gif.Encode(b, picture, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		out[ext] = b.Bytes()
	}
	return out
}

// webp returns the head of a WebP image, as the specification has it.
func webp(chunk string, width, height int) []byte {
	var data []byte
	le := binary.LittleEndian
	switch chunk {
	case "VP8 ":
		data = append([]byte{0x30, 1, 0, 0x9D, 0x01, 0x2A}, le.AppendUint16(le.AppendUint16(nil, uint16(width)|0x4000), uint16(height)|0x8000)...)
	case "VP8L":
		data = append([]byte{0x2F}, le.AppendUint32(nil, uint32(width-1)|uint32(height-1)<<14|1<<28)...)
	case "VP8X":
		w, h := width-1, height-1
		data = []byte{0x10, 0, 0, 0, byte(w), byte(w >> 8), byte(w >> 16), byte(h), byte(h >> 8), byte(h >> 16)}
	}
	data = append(data, make([]byte, 16)...)
	head := le.AppendUint32([]byte("RIFF"), uint32(len(data)+12))
	head = append(head, "WEBP"+chunk...)
	return append(le.AppendUint32(head, uint32(len(data))), data...)
}

func TestWebPSizes(t *testing.T) {
	for _, chunk := range []string{"VP8 ", "VP8L", "VP8X"} {
		data := webp(chunk, 301, 77)
		if c, err := webpConfig(bytes.NewReader(data)); err != nil || c.Width != 301 || c.Height != 77 {
			t.Errorf("%s: %d by %d, %v", chunk, c.Width, c.Height, err)
		}
		for n := range 30 {
			if _, err := webpConfig(bytes.NewReader(data[:n])); err == nil {
				t.Errorf("%s: %d bytes are enough", chunk, n)
			}
		}
	}
	if _, err := webpConfig(bytes.NewReader(webp("ABCD", 1, 1))); err == nil {
		t.Error("a chunk of another kind is read")
	}
}

// attach loads a win that shows a file, or links to it.
func attach(t testing.TB, name string, data []byte) (*tracker.Tracker, []diag.Finding) {
	t.Helper()
	mark := ""
	if k := attachmentKinds[strings.ToLower(name[strings.LastIndexByte(name, '.'):])]; k != nil && k.size != nil {
		mark = "!"
	}
	tr, findings, err := Load(fstest.MapFS{
		"strategy.yaml": {}, "wins/" + name: {Data: data},
		"wins/w.md": {Data: []byte("---\ndate: 2026-01-01\n---\n" + mark + "[what it shows](" + name + ")\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return tr, findings
}

func TestPicturesAreShownInTheirSize(t *testing.T) {
	for ext, data := range encoded(t, 300, 200) {
		for _, ext := range []string{ext, strings.ToUpper(ext)} {
			tr, findings := attach(t, "a"+ext, data)
			want := `<p><img src="` + tracker.RootMark + `files/wins/a` + ext + `" alt="what it shows" width="300" height="200" loading="lazy" decoding="async"></p>` + "\n"
			if len(findings) > 0 || tr.Wins[0].WhatHappened.HTML != want {
				t.Errorf("%s: %v %s", ext, findings, tr.Wins[0].WhatHappened.HTML)
			}
			if len(tr.Attachments) != 1 || tr.Attachments[0].Size != int64(len(data)) || tr.Census != (tracker.Census{Found: 1, Published: 1}) {
				t.Errorf("%s: %+v, %+v", ext, tr.Attachments, tr.Census)
			}
		}
	}
}

// TestKindsAgreeWithBrowsers holds what a kind of file looks like against the
// rules that browsers go by, and the kinds against one another.
func TestKindsAgreeWithBrowsers(t *testing.T) {
	samples := encoded(t, 3, 3)
	samples[".pdf"], samples[".docx"], samples[".txt"] = []byte("%PDF-1.7\n%\xe2\xe3"), []byte("PK\x03\x04\x14\x00"), []byte("Gr\xfc\xdfe;1\n")
	media := map[string]string{
		".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".pdf": "application/pdf",
		".txt": "text/plain", ".csv": "text/plain",
		".docx": "application/zip", ".xlsx": "application/zip", ".pptx": "application/zip", ".odt": "application/zip", ".ods": "application/zip", ".odp": "application/zip",
	}
	for ext, data := range samples {
		if got := http.DetectContentType(data); !strings.HasPrefix(got, media[ext]) {
			t.Errorf("the sample of %s is %s", ext, got)
		}
		for other, kind := range attachmentKinds {
			if kind.shape(data) != (media[ext] == media[other]) || media[other] == "" {
				t.Errorf("a sample of %s passes for %s: %t", ext, other, kind.shape(data))
			}
		}
	}
	for ext := range unwelcomeKinds {
		if attachmentKinds[ext] != nil {
			t.Errorf("%s is welcome and is not", ext)
		}
	}
}

func TestAttachmentLimits(t *testing.T) {
	pdf := func(n int) []byte { return append([]byte("%PDF-"), make([]byte, n-5)...) }
	for name, c := range map[string]struct {
		file string
		data []byte
		want string // the finding's message, "" for none
	}{
		"a file of the limit":     {"a.pdf", pdf(maxAttachment), ""},
		"a byte more":             {"a.pdf", pdf(maxAttachment + 1), `"wins/a.pdf" has a little more than 5 MiB, which is the limit.`},
		"a large file":            {"a.pdf", pdf(maxAttachment * 3 / 2), `"wins/a.pdf" has 7.5 MiB; the limit is 5 MiB.`},
		"a side of the limit":     {"a.webp", webp("VP8X", maxImageSide, 10), ""},
		"a wide picture":          {"a.webp", webp("VP8X", maxImageSide+1, 10), `"wins/a.webp" is 8001 by 10 pixels; the limit is 8000 a side.`},
		"a high picture":          {"a.webp", webp("VP8X", 10, 16_000_000), `"wins/a.webp" is 10 by 16000000 pixels; the limit is 8000 a side.`},
		"pixels of the limit":     {"a.webp", webp("VP8X", 8000, 5000), ""},
		"too many pixels":         {"a.webp", webp("VP8X", 8000, 5600), `"wins/a.webp" has 45 million pixels; the limit is 40 million.`},
		"a picture of no size":    {"a.gif", []byte("GIF89a\x00\x00\x00\x00\x00\x00\x00"), `"wins/a.gif" begins like a GIF file, but cannot be shown as one.`},
		"a picture that is cut":   {"a.png", encoded(t, 9, 9)[".png"][:20], `"wins/a.png" begins like a PNG file, but cannot be shown as one.`},
		"a program by its name":   {"a.exe", []byte("MZ"), `"wins/a.exe" is not published: a file of this kind can run on a reader's computer.`},
		"a program in a document": {"a.pdf", []byte("MZ\x90"), `"wins/a.pdf" is no PDF file, though its name says so: it looks like a program.`},
		"a page in a picture":     {"a.png", []byte("\n<!doctype HTML>"), `"wins/a.png" is no PNG file, though its name says so: it looks like a page of HTML.`},
		"UTF-16":                  {"a.csv", []byte("\xff\xfea\x00;\x00"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			tr, findings := attach(t, c.file, c.data)
			got := ""
			for _, f := range findings {
				got += f.Message
			}
			if got != c.want || (len(tr.Attachments) == 1) != (c.want == "") {
				t.Errorf("%q with %d attachments, want %q", got, len(tr.Attachments), c.want)
			}
			if strings.Contains(tr.Wins[0].WhatHappened.HTML, "files/") != (c.want == "") {
				t.Error(tr.Wins[0].WhatHappened.HTML)
			}
			if tr.Wins[0].WhatHappened.Text != "what it shows" {
				t.Errorf("the text is %q", tr.Wins[0].WhatHappened.Text)
			}
		})
	}
}

// TestAttachmentsAreNotReadWhole: of a file that is no picture the head is
// enough, whatever stands behind it.
func TestAttachmentsAreNotReadWhole(t *testing.T) {
	fsys := &countingFS{fs: fstest.MapFS{"wins/a.pdf": {Data: append([]byte("%PDF-"), make([]byte, 1<<20)...)}}}
	a := newAttachments(fsys, []string{"wins/a.pdf"}, nil)
	for range 3 {
		if at := a.look("wins/a.pdf"); at.rule != nil || at.err != nil {
			t.Fatal(at.message, at.err)
		}
	}
	if fsys.opened != 1 || fsys.read > attachmentHead {
		t.Errorf("opened %d times, %d bytes read", fsys.opened, fsys.read)
	}
}

type countingFS struct {
	fs           fstest.MapFS
	opened, read int
}

type countingFile struct {
	fs.File
	of *countingFS
}

func (c *countingFS) Open(name string) (fs.File, error) {
	c.opened++
	f, err := c.fs.Open(name)
	return countingFile{f, c}, err
}

func (f countingFile) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	f.of.read += n
	return n, err
}

// TestAttachmentThatMayNotBeRead: it does not hide what else there is to say.
func TestAttachmentThatMayNotBeRead(t *testing.T) {
	fsys := closedFS{fstest.MapFS{"strategy.yaml": {}, "wins/a.pdf": {}, "wins/w.md": {Data: []byte("---\ndate: 2026-01-01\n---\n[a](a.pdf)")}}}
	tr, findings, err := Load(fsys)
	if err != nil || len(findings) != 1 || findings[0].Rule != unreadable.ID || len(tr.Wins) != 1 {
		t.Error(findings, err)
	}
}

func TestRecordThatMayNotBeRead(t *testing.T) {
	fsys := closedFS{fstest.MapFS{"strategy.yaml": {}, "wins/closed.md": {}, "wins/w.md": {Data: []byte("---\ndate: 2026-02-30\n---\n")}}}
	tr, findings, err := Load(fsys)
	if err != nil || len(findings) != 2 || findings[0].Rule != unreadable.ID || findings[1].Rule != dateInvalid.ID || tr.Census.LeftOut != 1 {
		t.Error(findings, err)
	}
}

type closedFS struct{ fstest.MapFS }

func (f closedFS) Open(name string) (fs.File, error) {
	if name == "wins/a.pdf" || name == "wins/closed.md" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

// TestSymlinkedAttachment: the link has one finding, where it lies.
func TestSymlinkedAttachment(t *testing.T) {
	tr, findings := mustLoad(t, fstest.MapFS{
		"strategy.yaml": {}, "secret.txt": {Data: []byte("x")}, "wins/a.txt": {Mode: fs.ModeSymlink | 0o777, Data: []byte("../secret.txt")},
		"wins/w.md": {Data: []byte("---\ndate: 2026-01-01\n---\n[a](a.txt)")},
	})
	if len(findings) != 1 || findings[0].Rule != irregular.ID || len(tr.Attachments) > 0 || strings.Contains(tr.Wins[0].WhatHappened.HTML, "href") {
		t.Errorf("%v %v %s", findings, tr.Attachments, tr.Wins[0].WhatHappened.HTML)
	}
}

// TestManyLinksToNothing: what is looked for near a name costs something, and
// is not done for findings that nobody gets to see.
func TestManyLinksToNothing(t *testing.T) {
	fsys := fstest.MapFS{"strategy.yaml": {}}
	for i := range 2000 {
		fsys[fmt.Sprintf("wins/picture-%d.png", i)] = &fstest.MapFile{}
		fsys[fmt.Sprintf("wins/win-%d.md", i)] = &fstest.MapFile{Data: []byte("---\ndate: 2026-01-01\n---\n")}
	}
	var b strings.Builder
	b.WriteString("---\ndate: 2026-01-01\n---\n")
	for i := range 4000 {
		fmt.Fprintf(&b, "[a](bicture-%dx.png)\n\n[b](vin-%dx.md)\n\n", i, i)
	}
	fsys["wins/w.md"] = &fstest.MapFile{Data: []byte(b.String()[:120<<10])}
	_, findings := mustLoad(t, fsys)
	count := map[string]int{}
	for _, f := range findings {
		count[f.Rule]++
	}
	if count[attachmentMissing.ID] != diag.MostAlike+1 || count[linkMissing.ID] != diag.MostAlike+1 {
		t.Error(count)
	}
}
