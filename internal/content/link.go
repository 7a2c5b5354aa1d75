package content

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// maxAddress is the longest address, in bytes, that is made a link.
const maxAddress = 2_048

// pages knows the record files.
type pages struct {
	of    map[string]string        // the address of each one's page below the site's root
	named func() map[string]string // the files by folder and folded id: see home
	near  nearby
}

// newPages lays out the pages of the records.
func newPages(records []candidate) pages {
	p := pages{of: make(map[string]string, len(records)), near: newNearby(func() []string {
		files := make([]string, len(records))
		for i, c := range records {
			files[i] = c.file
		}
		return files
	})}
	for _, c := range records {
		p.of[c.file] = tracker.PageOf(c.kind, c.id)
	}
	p.named = sync.OnceValue(func() map[string]string {
		named := make(map[string]string, len(records))
		for _, c := range records {
			named[home(c.file)] = c.file
		}
		return named
	})
	return p
}

// home returns what stays of a record file's path when it is moved within its
// folder: wins/2025/x.md and wins/X.md are both wins/x.
func home(file string) string {
	folder, _, _ := strings.Cut(file, "/")
	return folder + "/" + string(idOf(file).Fold())
}

// idOf returns the id of the record in a file.
func idOf(file string) tracker.ID {
	return tracker.ID(strings.TrimSuffix(path.Base(file), path.Ext(file)))
}

// scheme returns what stands before an address's colon, in lower case; "" for
// a relative one.
func scheme(address string) string {
	if i := strings.IndexAny(address, ":/?#"); i > 0 && address[i] == ':' {
		return strings.ToLower(address[:i])
	}
	return ""
}

// What refusal says where there is another way to mend it than an address on the
// web.
const (
	hasUser   = "has a user name in it"
	onDrive   = "is a path on a computer or a shared drive, which readers cannot open"
	isEmpty   = "is empty"
	isTooLong = "is too long"
)

// refusal says why an address may not become a link, or "". It is an
// allow-list: what a browser might do with anything else is not guessed at.
func refusal(address string) string {
	if len(address) > maxAddress {
		return isTooLong
	}
	for _, r := range address {
		if refused(r) || r == '\n' || r == '\t' {
			return "has a line break, a tab or a control character in it"
		}
	}
	if strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		if strings.HasPrefix(address, "//") && !strings.Contains(address, `\`) {
			return "leads to a server without saying how"
		}
		return onDrive
	}
	switch s := scheme(address); s {
	case "":
		return ""
	case "https", "http":
		u, err := url.Parse(escapeAddress(address))
		if err != nil || u.Host == "" {
			return "names no server"
		}
		if u.User != nil {
			return hasUser
		}
	case "mailto", "tel":
		if len(address) == len(s)+1 {
			return isEmpty
		}
	default:
		if s == "file" || len(s) == 1 { // C:/reports
			return onDrive
		}
		return fmt.Sprintf("begins with %q, which is not allowed", s+":")
	}
	return ""
}

// address reads an address of the front matter; "" with a finding where it may
// not be a link.
func (d *decoder) address(text string, place diag.Place) string {
	if text == "" {
		return ""
	}
	if why := refusal(text); why != "" {
		d.report(d.refusedLink(text, why, place))
		return ""
	}
	if scheme(text) == "" {
		return d.attached(text, place)
	}
	return escapeAddress(text)
}

// attached reads an address of the front matter that is none on the web.
func (d *decoder) attached(text string, place diag.Place) string {
	mend := "Write the whole address, from https:// on."
	if d.prose != nil {
		if a, ok := d.prose.attachment(text, place); ok {
			if a == nil {
				return ""
			}
			return a.Address() + fragmentOf(text)
		}
		mend = "Write the whole address, from https:// on, or the path of an attachment, from the folder of this record."
		if d.prose.pages.of[d.resolve(text)] != "" {
			mend = "Link to a record in the text, or name it in the field that says how the two belong together."
		}
	}
	better := guessHost(text)
	if d.prose == nil && better == "" && bareHost.MatchString(text) {
		better = "https://" + text // no file of the tracker can be meant
	}
	d.report(linkUnpublished.At(place, quote(text)+" is not an address on the web.", mend).WithSuggestion(better))
	return ""
}

// withoutFragment returns the path that a relative address means, decoded.
func withoutFragment(address string) string {
	target, _, _ := strings.Cut(address, "#")
	target, _, _ = strings.Cut(target, "?")
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// fragmentOf returns what an address says of a place within its file, such as
// "#page=3", safe to stand in one.
func fragmentOf(address string) string {
	if i := strings.IndexByte(address, '#'); i >= 0 && i+1 < len(address) {
		return escapeAddress(address[i:])
	}
	return ""
}

// siteAddress reads the address that stands before those of all pages; "" with
// a finding where it cannot.
func (d *decoder) siteAddress(text string, place diag.Place) string {
	why := noSite(text)
	if why == "" {
		return escapeAddress(text)
	}
	better := text
	if end := strings.IndexAny(text, "?#"); end >= 0 {
		better = text[:end]
	}
	if bareHost.MatchString(better) {
		better = "https://" + better
	}
	if noSite(better) != "" {
		better = ""
	}
	d.report(settingsAddress.At(place, quote(text)+" "+why+".", "").WithSuggestion(better))
	return ""
}

// noSite says why the address of every page cannot begin with a text, or "".
func noSite(text string) string {
	if end := strings.IndexAny(text, "?#"); end >= 0 {
		return fmt.Sprintf("has a %q in it, behind which no page can have its address", text[end:end+1])
	}
	if s := scheme(text); s != "https" && s != "http" {
		return "does not begin with https:// or http://"
	}
	if why := refusal(text); why != "" {
		return why
	}
	if u, err := url.Parse(escapeAddress(text)); err != nil || u.Hostname() == "" {
		return "names no server"
	}
	return ""
}

// bareHost is an address that lacks nothing but its scheme.
var bareHost = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(/[^\s:]*)?$`)

// linkText sees to it that a link of the front matter can be shown: one whose
// address was refused keeps its text, and the address for a text where it has
// no other.
func (d *decoder) linkText(n *yaml.Node, link *tracker.Link) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		value := n.Content[i+1]
		if n.Content[i].Value != "url" || isNull(value) || strings.TrimSpace(value.Value) == "" && value.Kind == yaml.ScalarNode {
			continue
		}
		if link.URL == "" && link.Title == "" {
			link.Title = addressText(value.Value)
		}
		return
	}
	d.report(linkNoAddress.At(d.on(n), "This link has no address.", ""))
}

// addressText returns what to show of an address that may not be a link: all of
// it but a user name and password.
func addressText(address string) string {
	address = oneLine(address)
	if u, err := url.Parse(address); err == nil && u.User != nil {
		u.User = nil
		return u.String()
	}
	return address
}

// target is where a link of the text leads.
type target struct {
	href string
	file *tracker.Attachment // nil where it is none
}

// refusedLink is the finding about an address that may not become a link.
func (s *source) refusedLink(address, why string, place diag.Place) diag.Finding {
	f := linkScheme.At(place, quote(address)+" "+why+".", "")
	switch why {
	case hasUser:
		f.Message = quote(addressText(address)) + " " + why + "."
		f.Mend = "Take the user name and the password out; whoever may, signs in with their own."
	case onDrive:
		f.Mend = "Put the file beside this record and name it here, or link to its address on the web (https://…)."
	case isEmpty:
		f.Mend = "Write the address."
	case isTooLong:
		f.Message = fmt.Sprintf("%s is longer than %d characters.", quote(address), maxAddress)
		f.Mend = "Use a shorter address."
	}
	return f
}

// link returns where a link of the text leads; ok is false, with a finding,
// where it becomes plain text.
func (t *typesetter) link(address string, place diag.Place) (to target, ok bool) {
	if address == "" {
		t.report(linkNoAddress.At(place, "This link has no address.", "Write the address between the parentheses behind the text."))
		return target{}, false
	}
	if why := refusal(address); why != "" {
		t.report(t.refusedLink(address, why, place))
		return target{}, false
	}
	if scheme(address) != "" {
		return target{href: escapeAddress(address)}, true
	}
	written := withoutFragment(address)
	file := t.resolve(address)
	if page, ok := t.pages.of[file]; ok && written != "" {
		return target{href: tracker.RootMark + page}, true
	}
	folder, _, _ := strings.Cut(file, "/")
	if strings.EqualFold(path.Ext(file), ".md") && (folder == "wins" || folder == "intakes") && !skipped(path.Base(file)) {
		return target{href: t.later(file, place)}, true
	}
	if a, ok := t.attachment(address, place); ok {
		if a == nil {
			return target{}, false
		}
		return target{a.Address() + fragmentOf(address), a}, true
	}
	f := linkUnpublished.At(place, quote(address)+" does not lead to a record.", "")
	switch better := guessHost(address); {
	case t.pages.of[file+".md"] != "":
		f = f.WithSuggestion(written + ".md")
	case better != "":
		f = f.WithSuggestion(better)
	case attachmentKinds[strings.ToLower(path.Ext(file))] != nil:
		f.Message = quote(address) + " lies outside of wins/ and intakes/, and is not published."
		f.Mend = "Put the file beside this record and link to it there, or link to an address that begins with https://."
	}
	t.report(f)
	return target{}, false
}

// wayTo returns the relative address of another file of the tracker.
func (s *source) wayTo(file string) string {
	from := strings.Split(path.Dir(s.file), "/")
	to := strings.Split(file, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}

var mailAddress = regexp.MustCompile(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)

// guessHost returns the address that "www.example.com", "example.com/guide" or
// "ana@example.com" most likely means.
func guessHost(address string) string {
	switch {
	case strings.HasPrefix(address, "www."), strings.Contains(address, "/") && bareHost.MatchString(address):
		return "https://" + address
	case mailAddress.MatchString(address):
		return "mailto:" + address
	}
	return ""
}

// escapeAddress percent-encodes what may not stand in an address. Letters of
// any script may.
func escapeAddress(address string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	authority := strings.Index(address, "://")
	if authority >= 0 {
		authority += 3
		if end := strings.IndexAny(address[authority:], "/?#"); end >= 0 {
			authority += end
		} else {
			authority = len(address)
		}
	}
	fragment := false
	for i := range len(address) {
		c := address[i]
		keep := true
		switch {
		case c == '#':
			keep = !fragment
			fragment = true
		case c == '%':
			keep = i+2 < len(address) && isHex(address[i+1]) && isHex(address[i+2])
		case c == '[' || c == ']':
			keep = i < authority
		case c <= ' ' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 || c == 0x7F:
			keep = false
		}
		if keep {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
