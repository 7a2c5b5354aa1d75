package site

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"

	"smallwins/internal/message"
)

// download is a file of data that is on the site, as a page leads to it.
type download struct {
	path, title string
	bytes       int64
	rows        int // below the head; 0 where it is no table
}

// csvLink is a link to a download.
type csvLink struct{ Title, URL, Size string }

func csvPath(id string) string { return "data/" + id + ".csv" }

func jsonPath(id string) string { return "data/" + id + ".json" }

// save writes a file of data straight to the output and remembers its size:
// pages, which are made afterwards, say it and lead there.
func (b *builder) save(path, title string, fill func(io.Writer) (rows int, err error)) error {
	d := &download{path: path, title: title}
	err := b.out.Stream(path, func(w io.Writer) (err error) {
		counted := &countingWriter{w: w}
		buffered := bufio.NewWriterSize(counted, 1<<16)
		if d.rows, err = fill(buffered); err != nil {
			return err
		}
		err = buffered.Flush()
		d.bytes = counted.n
		return err
	})
	b.downloads[path] = d
	return err
}

// saveTable writes a table as CSV and as JSON.
func (b *builder) saveTable(d *dataset) error {
	if err := b.save(csvPath(d.id), d.title, d.writeCSV); err != nil {
		return err
	}
	return b.save(jsonPath(d.id), d.title, func(w io.Writer) (int, error) { return 0, d.writeJSON(w, b.t) })
}

// link leads to a download, or is nil where there is none.
func (b *builder) link(p Page, path string) *csvLink {
	if d := b.downloads[path]; d != nil {
		return &csvLink{d.title, p.url(d.path), size(b.words, int(d.bytes))}
	}
	return nil
}

func (b *builder) csv(p Page, id string) *csvLink { return b.link(p, csvPath(id)) }

// size is how large a file is, as people read it.
func size(words *message.Language, n int) string {
	switch {
	case n < 1024:
		return words.Text("data.size.kb", "n", 1)
	case n < 1000*1024:
		return words.Text("data.size.kb", "n", (n+512)/1024)
	}
	return words.Text("data.size.mb", "n", (n+512*1024)/(1024*1024))
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// byteOrderMark begins a CSV file: without it, Excel takes UTF-8 for something
// else and writes "donnÃ©es".
const byteOrderMark = "\ufeff"

// sheetWriter writes CSV as RFC 4180 has it, with a byte order mark.
type sheetWriter struct {
	w     io.Writer
	csv   *csv.Writer
	begun bool
	err   error
}

func newSheetWriter(w io.Writer) *sheetWriter { return &sheetWriter{w: w, csv: csv.NewWriter(w)} }

// write writes a row of cells that are safe already.
func (s *sheetWriter) write(cells []string) {
	if s.err == nil && !s.begun {
		s.begun = true
		_, s.err = io.WriteString(s.w, byteOrderMark)
	}
	if s.err == nil {
		s.err = s.csv.Write(cells)
	}
}

// text makes a row of texts safe, in place, and writes it.
func (s *sheetWriter) text(cells []string) {
	for i := range cells {
		cells[i] = spreadsheetSafe(cells[i])
	}
	s.write(cells)
}

func (s *sheetWriter) flush() error {
	s.csv.Flush()
	if s.err == nil {
		s.err = s.csv.Error()
	}
	return s.err
}

// spreadsheetSafe keeps a spreadsheet from taking a text for a formula
// (CVE-2021-41270 and its kin) by an apostrophe before it. A text that has
// apostrophes before such a sign gets one more, so that taking one away always
// gives the text back.
func spreadsheetSafe(s string) string {
	if startsFormula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

func startsFormula(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n':
		return true
	}
	for _, wide := range []string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, wide) {
			return true
		}
	}
	return false
}
