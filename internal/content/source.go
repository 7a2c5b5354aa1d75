package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"smallwins/internal/diag"
)

// source is one file while it is being read, together with what there is to
// say about it. Its text has no byte order mark, ends lines with "\n", and
// holds no character that the format refuses: those have become U+FFFD, so
// that columns stay as the author counts them.
type source struct {
	file    string
	text    string
	altered bool  // the text is not what the file holds, but for line ends
	starts  []int // byte offsets at which lines start, made when first needed
	found   diag.Collector

	last       diag.Pos // the place that offset looked for last
	lastOffset int
}

func (s *source) report(f diag.Finding) {
	if slices.ContainsFunc(f.Fix, func(e diag.Edit) bool { return strings.Contains(e.Text, "\uFFFD") }) {
		f.Fix = nil // it would write over what could not be read
	}
	s.found.Add(f)
}

// all returns the findings: see diag.Collector.
func (s *source) all() []diag.Finding { return s.found.All() }

func (s *source) at(p diag.Pos) diag.Place { return diag.Place{File: s.file, Pos: p} }

// top is where a finding about the file as a whole points.
func (s *source) top() diag.Place { return s.at(diag.Pos{Line: 1, Column: 1}) }

// pos returns the line and column of a byte offset in the text.
func (s *source) pos(offset int) diag.Pos {
	if s.starts == nil {
		s.starts = []int{0}
		for i := range len(s.text) {
			if s.text[i] == '\n' {
				s.starts = append(s.starts, i+1)
			}
		}
	}
	offset = max(0, min(offset, len(s.text)))
	line, found := slices.BinarySearch(s.starts, offset)
	if found {
		line++
	}
	return diag.Pos{Line: line, Column: 1 + utf8.RuneCountInString(s.text[s.starts[line-1]:offset])}
}

// offset is the reverse of pos; ok is false for a place outside of the text.
func (s *source) offset(p diag.Pos) (offset int, ok bool) {
	s.pos(0)
	if p.Line < 1 || p.Line > len(s.starts) || p.Column < 1 {
		return 0, false
	}
	offset = s.starts[p.Line-1]
	column := 1
	if s.last.Line == p.Line && s.last.Column <= p.Column {
		offset, column = s.lastOffset, s.last.Column // long lines are asked about from left to right
	}
	for ; column < p.Column; column++ {
		if offset >= len(s.text) || s.text[offset] == '\n' {
			return 0, false
		}
		if s.text[offset] < utf8.RuneSelf {
			offset++
			continue
		}
		_, n := utf8.DecodeRuneInString(s.text[offset:])
		offset += n
	}
	s.last, s.lastOffset = p, offset
	return offset, true
}

// from returns the place that starts at p and has the given text, which holds
// no line break; where something else stands there, only its start is known.
func (s *source) from(p diag.Pos, text string) diag.Place {
	place := s.at(p)
	if offset, ok := s.offset(p); ok && text != "" && strings.HasPrefix(s.text[offset:], text) {
		place.End = diag.Pos{Line: p.Line, Column: p.Column + utf8.RuneCountInString(text)}
	}
	return place
}

// instead returns the edit that puts text in the place of a value, in the
// quotation marks that stand there; none where the end of the value is not
// known, or there is no text. The text needs no quotation marks by itself: it is
// a date, a number, a key or an id.
func (s *source) instead(place diag.Place, text string) []diag.Edit {
	offset, ok := s.offset(place.Pos)
	if text == "" || place.End.IsZero() || !ok {
		return nil
	}
	if mark := s.text[offset]; mark == '"' || mark == '\'' {
		text = string(mark) + text + string(mark)
	}
	if s.from(place.Pos, text).End == place.End {
		return nil // it stands there already, and is not what is wrong
	}
	return []diag.Edit{{Place: place, Text: text}}
}

// open reads a file of at most limit bytes. ok is false where the findings say
// why its text is of no use; the error is for a file that cannot be read.
func open(fsys fs.FS, file string, limit int) (s *source, ok bool, err error) {
	s = &source{file: file}
	f, err := fsys.Open(file)
	if errors.Is(err, fs.ErrPermission) {
		s.report(noAccess(file))
		return s, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read %s: %w", file, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return nil, false, fmt.Errorf("read %s: %w", file, err)
	}
	if !info.Mode().IsRegular() {
		s.report(irregular.At(diag.Place{File: file}, "This is not a plain file.", ""))
		return s, false, nil
	}
	if info.Size() > int64(limit) {
		s.report(fileTooLarge.At(diag.Place{File: file}, fmt.Sprintf("This file has %s; %s is %s.", size(int(info.Size())), saysWhose(limit, maxRecord), size(limit)), ""))
		return s, false, nil
	}
	data := make([]byte, 0, info.Size()+1)
	data, err = readUpTo(f, data, limit+1)
	if err != nil {
		return nil, false, fmt.Errorf("read %s: %w", file, err)
	}
	if len(data) > limit {
		s.report(fileTooLarge.At(diag.Place{File: file}, fmt.Sprintf("This file has more than %s; that is %s.", size(limit), saysWhose(limit, maxRecord)), ""))
		return s, false, nil
	}
	if len(data) >= 2 && (data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF) {
		s.report(encoding.At(s.top(), "This file is UTF-16, not UTF-8.", ""))
		return s, false, nil
	}
	s.setText(strings.TrimPrefix(string(data), "\uFEFF"))
	return s, true, nil
}

// noAccess is the finding about a file or folder that the one who runs smallwins
// may not read.
func noAccess(file string) diag.Finding {
	return unreadable.At(diag.Place{File: file}, "This may not be read here: its rights do not allow it.", "Change its rights, or take it away.")
}

// readUpTo reads into buf until the end or until it holds limit bytes: a file
// may have grown since its size was looked up.
func readUpTo(r io.Reader, buf []byte, limit int) ([]byte, error) {
	for len(buf) < limit {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, 512)
		}
		n, err := r.Read(buf[len(buf):min(cap(buf), limit)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return buf, nil
}

func size(bytes int) string {
	if bytes%1024 == 0 {
		return fmt.Sprintf("%d KiB", bytes/1024)
	}
	if bytes > 10<<10 {
		return fmt.Sprintf("%d KiB", (bytes+1023)/1024)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// setText takes over the text of a file, and reports what does not belong in
// one: the first place of each kind, since such things come in swarms.
func (s *source) setText(text string) {
	if strings.Contains(text, "\r\n") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	s.text = text
	bad := firstBad(text)
	if bad < 0 {
		return
	}
	var clean strings.Builder
	clean.Grow(len(text))
	clean.WriteString(text[:bad])
	var invalid, control int
	for i := bad; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if invalid++; invalid == 1 {
				s.report(encoding.At(s.at(s.pos(i)), fmt.Sprintf("This letter is not saved as UTF-8 (byte 0x%02X).", text[i]), ""))
			}
			clean.WriteRune(utf8.RuneError)
		case r == '\u2028' || r == '\u2029':
			// Line ends to YAML and to nobody else: lines would be counted differently.
			clean.WriteByte(' ')
		case refused(r):
			if control++; control == 1 && r == '\r' {
				s.report(controlCharacter.At(s.at(s.pos(i)), "The lines of this file end in an old way ("+nameOf(r)+").", "Save the file again with the line ends LF or CRLF."))
			} else if control == 1 {
				s.report(controlCharacter.At(s.at(s.pos(i)), "Here is "+nameOf(r)+".", ""))
			}
			if r != '\r' || !strings.HasPrefix(text[i+n:], "\n") { // "\r\r\n" ends a line
				clean.WriteRune(utf8.RuneError)
			}
		default:
			clean.WriteString(text[i : i+n])
		}
		i += n
	}
	s.text, s.starts, s.last, s.altered = clean.String(), nil, diag.Pos{}, true
}

// firstBad returns the offset of the first byte that needs a closer look, or
// -1. Most files are clean, and most of a file is ASCII.
func firstBad(text string) int {
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if b < ' ' && b != '\n' && b != '\t' || b == 0x7F {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 || refused(r) || r == '\u2028' || r == '\u2029' {
			return i
		}
		i += n
	}
	return -1
}

// refused reports whether no record may hold r: control characters but for tab
// and line feed, and those that turn the direction of text round. The joiners
// of scripts and emoji, and real right-to-left text, are welcome.
func refused(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r <= 0x9F ||
		r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

func nameOf(r rune) string {
	switch {
	case r == 0:
		return "a NUL character (U+0000)"
	case r == 0x1B:
		return "an escape character (U+001B)"
	case r == '\r':
		return "a carriage return without a line feed (U+000D)"
	case r > 0x9F:
		return fmt.Sprintf("a character that turns the direction of text (U+%04X)", r)
	default:
		return fmt.Sprintf("a control character (U+%04X)", r)
	}
}
