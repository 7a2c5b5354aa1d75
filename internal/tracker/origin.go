package tracker

import "smallwins/internal/diag"

// Origin is where a record was read from: its file, and the place of every
// field that its author wrote.
type Origin struct {
	File   string // relative to the tracker's root, with forward slashes
	fields []fieldPos
	index  map[string]int // into fields, by path; nil while they are few
}

// fewFields are found faster by looking through them.
const fewFields = 48

type fieldPos struct {
	path     string
	pos, end diag.Pos
}

// NewOrigin returns the origin of a record in the named file.
func NewOrigin(file string) Origin { return Origin{File: file} }

// Mark notes where the field at path stands: from pos to end, or from pos on
// where end is zero. A path is the field's key, with an index and a further key
// where it lies deeper: "follow_ups[1].by".
func (o *Origin) Mark(path string, pos, end diag.Pos) {
	o.fields = append(o.fields, fieldPos{path, pos, end})
	if len(o.fields) <= fewFields {
		return
	}
	from := len(o.fields) - 1
	if o.index == nil {
		o.index, from = map[string]int{}, 0
	}
	for i := from; i < len(o.fields); i++ {
		if _, twice := o.index[o.fields[i].path]; !twice {
			o.index[o.fields[i].path] = i
		}
	}
}

// Wrote reports whether the author gave the field at path, be it empty:
// "priorities: []" is an answer.
func (o *Origin) Wrote(path string) bool {
	return o.find(path) != nil
}

// MarkMeant notes that what stands there is unknown, and was likely meant for
// the field at path: whoever misses that field can point there.
func (o *Origin) MarkMeant(path string, pos, end diag.Pos) { o.Mark(meant+path, pos, end) }

// Meant returns the place of something unknown that was likely meant for the
// field at path.
func (o *Origin) Meant(path string) (place diag.Place, ok bool) {
	if f := o.find(meant + path); f != nil {
		return diag.Place{File: o.File, Pos: f.pos, End: f.end}, true
	}
	return diag.Place{File: o.File}, false
}

// meant begins the paths of MarkMeant; no key begins like it.
const meant = "?"

// At returns the place of the field at path, or of the nearest thing that
// holds it, or of the file.
func (o *Origin) At(path string) diag.Place {
	for path != "" {
		if f := o.find(path); f != nil {
			return diag.Place{File: o.File, Pos: f.pos, End: f.end}
		}
		path = parentPath(path)
	}
	return diag.Place{File: o.File}
}

// Top returns the place to point at when something is missing: the record's
// first line.
func (o *Origin) Top() diag.Place {
	return diag.Place{File: o.File, Pos: diag.Pos{Line: 1, Column: 1}}
}

// find returns the first place that was marked for a path, or nil. A record has
// few fields, and is only asked about findings and answered columns, so that a
// map for each would cost more than it saves.
func (o *Origin) find(path string) *fieldPos {
	if o.index != nil {
		if i, ok := o.index[path]; ok {
			return &o.fields[i]
		}
		return nil
	}
	for i := range o.fields {
		if o.fields[i].path == path {
			return &o.fields[i]
		}
	}
	return nil
}

func parentPath(path string) string {
	for i := len(path) - 1; i > 0; i-- {
		if path[i] == '.' || path[i] == '[' {
			return path[:i]
		}
	}
	return ""
}
