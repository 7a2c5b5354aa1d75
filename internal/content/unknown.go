package content

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// unknown reports a key of a mapping that no field has, and keeps what it holds
// where there is a place for it.
func (d *decoder) unknown(in, key, value *yaml.Node, fields []tracker.Field, path string) {
	keys := make([]string, len(fields))
	for i := range fields {
		keys[i] = fields[i].Key
	}
	if other := d.otherKind(key.Value, path); other != "" {
		d.strangers = append(d.strangers, fieldUnknown.At(d.on(key), quote(key.Value)+" is a field of "+other+".", "Move the record to the folder of its kind, or take the line out."))
		d.keepUnknown(key.Value, key, value, path)
		return
	}
	label, message := key.Value, quote(key.Value)+" is not a field that smallwins knows"
	if path != "" {
		label = path + "." + label
		message += " here"
	}
	near := nearestKey(key.Value, fields, keys)
	f := fieldUnknown.At(d.on(key), message+".", d.unknownMend(path)).WithSuggestion(near)
	if sure := diag.Certain(key.Value, keys); sure != "" && onlyOneFor(in, sure, keys) && !(path == "" && d.inBody != nil && d.inBody(sure)) {
		f = f.WithFix(d.instead(f.Place, sure)...)
	}
	d.report(f)
	if path == "" && near != "" && !d.origin.Wrote(near) {
		place := d.on(key)
		d.origin.MarkMeant(near, place.Pos, place.End)
	}
	d.keepUnknown(label, key, value, path)
}

// nearestKey returns the key that was most likely meant: by its own name, as one
// of many, or by its label.
func nearestKey(got string, fields []tracker.Field, keys []string) string {
	if near := diag.Nearest(got, keys); near != "" {
		return near
	}
	labels := make([]string, len(fields))
	for i := range fields {
		if one, ok := strings.CutSuffix(fields[i].Key, "ies"); ok && one+"y" == strings.ToLower(got) {
			return fields[i].Key
		}
		labels[i] = fields[i].Label
	}
	if i := slices.Index(labels, diag.Nearest(got, labels)); i >= 0 {
		return fields[i].Key
	}
	return ""
}

// otherKind says which kind of record a key belongs to that this one does not
// have: "wins" or "requests", or "".
func (d *decoder) otherKind(key, path string) string {
	if path != "" || d.more == nil {
		return ""
	}
	if tracker.FieldByKey(d.others, key) == nil {
		return ""
	}
	return d.othersName
}

// keepUnknown keeps what an unknown key holds, where there is a place for it.
func (d *decoder) keepUnknown(label string, key, value *yaml.Node, path string) {
	if d.more == nil {
		return
	}
	// A slip inside of an object, or of a key that only the team may read, must
	// not carry its value to the leaders.
	d.note(label, value, path != "" || d.team.means(key.Value) || d.team.within(value))
}

// onlyOneFor reports whether no more than one key of a mapping is, or is
// certainly meant as, the given one: two would become a key that stands twice.
func onlyOneFor(in *yaml.Node, key string, keys []string) bool {
	n := 0
	for i := 0; i+1 < len(in.Content); i += 2 {
		if diag.Certain(in.Content[i].Value, keys) == key {
			n++
		}
	}
	return n == 1
}

func (d *decoder) unknownMend(path string) string {
	if path != "" || d.more == nil {
		return "Correct the name, or take the line out."
	}
	return ""
}
