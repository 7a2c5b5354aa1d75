package diag

import (
	"strings"
	"unicode/utf8"
)

// sources reads lines of the tracker's files. It remembers the file that it was
// asked for last, as findings come file by file.
type sources struct {
	text  func(file string) (string, bool)
	file  string
	lines []string
}

// line returns line n, counted from 1. ok is false where there is none, or the
// file cannot be read.
func (s *sources) line(file string, n int) (line string, ok bool) {
	if s.text == nil {
		return "", false
	}
	if s.lines == nil || s.file != file {
		s.file, s.lines = file, []string{}
		if text, ok := s.text(file); ok {
			s.lines = strings.Split(text, "\n")
		}
	}
	if n < 1 || n > len(s.lines) {
		return "", false
	}
	return s.lines[n-1], true
}

// byteColumn returns a place's column in bytes, counted from 1. ok is false
// where the line does not reach that far, or cannot be read.
func (s *sources) byteColumn(file string, p Pos) (column int, ok bool) {
	line, ok := s.line(file, p.Line)
	if !ok || p.Column < 1 {
		return 0, false
	}
	at := 0
	for range p.Column - 1 {
		if at >= len(line) {
			return 0, false
		}
		_, n := utf8.DecodeRuneInString(line[at:])
		at += n
	}
	return at + 1, true
}
