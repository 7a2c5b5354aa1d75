package schema

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members keep their order: authors meet the
// fields in the order of the tracker's columns.
type object []member

type member struct {
	key   string
	value any
}

// list is a JSON array.
type list []any

// format writes a value as indented JSON. Text is written as it is, without
// the escapes for web pages, so that a schema can be read by people too.
func format(v any) []byte {
	var b bytes.Buffer
	write(&b, v, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

// write writes v, whose lines begin with indent, a line break and spaces.
func write(b *bytes.Buffer, v any, indent string) {
	deeper := indent + "  "
	switch v := v.(type) {
	case object:
		brackets(b, '{', '}', len(v), indent, func(i int) {
			scalar(b, v[i].key)
			b.WriteString(": ")
			write(b, v[i].value, deeper)
		})
	case list:
		brackets(b, '[', ']', len(v), indent, func(i int) { write(b, v[i], deeper) })
	default:
		scalar(b, v)
	}
}

func brackets(b *bytes.Buffer, left, right byte, n int, indent string, each func(int)) {
	b.WriteByte(left)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(indent + "  ")
		each(i)
	}
	if n > 0 {
		b.WriteString(indent)
	}
	b.WriteByte(right)
}

// scalar writes text, a number, true, false or null; of these there is none
// that cannot be written.
func scalar(b *bytes.Buffer, v any) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	b.Truncate(b.Len() - 1) // the encoder's line break
}
