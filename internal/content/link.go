package content

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// maxAddress is the longest address, in bytes, that is made a link.
const maxAddress = 2_048

// pages knows the address below the site's root of the page of each record
// file.
type pages map[string]string

// newPages lays out the pages of the records.
func newPages(records []candidate) pages {
	p := make(pages, len(records))
	for _, c := range records {
		folder, _, _ := strings.Cut(c.file, "/")
		p[c.file] = folder + "/" + url.PathEscape(string(c.id)) + "/index.html"
	}
	return p
}

// scheme returns what stands before an address's colon, in lower case; "" for
// a relative one.
func scheme(address string) string {
	if i := strings.IndexAny(address, ":/?#"); i > 0 && address[i] == ':' {
		return strings.ToLower(address[:i])
	}
	return ""
}

// refusal says why an address may not become a link, or "". It is an
// allow-list: what a browser might do with anything else is not guessed at.
func refusal(address string) string {
	if len(address) > maxAddress {
		return fmt.Sprintf("is longer than %d characters", maxAddress)
	}
	for _, r := range address {
		if refused(r) || r == '\n' || r == '\t' {
			return "has a line break, a tab or a control character in it"
		}
	}
	if strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		return "leads to a server or a folder without saying how"
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
			return "has a user name in it"
		}
	case "mailto", "tel":
		if len(address) == len(s)+1 {
			return "is empty"
		}
	default:
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
		d.report(linkScheme.At(place, quote(text)+" "+why+".", ""))
		return ""
	}
	if scheme(text) == "" {
		d.report(linkUnpublished.At(place, quote(text)+" is not an address on the web.", "Write the whole address, from https:// on.").
			WithSuggestion(guessHost(text)))
		return ""
	}
	return escapeAddress(text)
}

// siteAddress reads the address that stands before those of all pages; "" with
// a finding where it cannot.
func (d *decoder) siteAddress(text string, place diag.Place) string {
	why, better := "", ""
	u, err := url.Parse(escapeAddress(text))
	switch end := strings.IndexAny(text, "?#"); {
	case end >= 0:
		why, better = fmt.Sprintf("has a %q in it, behind which no page can have its address", text[end:end+1]), text[:end]
	case scheme(text) == "" && bareHost.MatchString(text):
		why, better = "does not begin with https:// or http://", "https://"+text
	case scheme(text) != "https" && scheme(text) != "http":
		why = "does not begin with https:// or http://"
	case refusal(text) != "":
		why = refusal(text)
	case err != nil || u.Hostname() == "":
		why = "names no server"
	default:
		return escapeAddress(text)
	}
	d.report(settingsAddress.At(place, quote(text)+" "+why+".", "").WithSuggestion(better))
	return ""
}

// bareHost is an address that lacks nothing but its scheme.
var bareHost = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[^\s:]*)?$`)

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

// link returns where a link of the text leads; ok is false, with a finding,
// where it becomes plain text.
func (t *typesetter) link(address string, place diag.Place) (href string, ok bool) {
	if why := refusal(address); why != "" {
		t.report(linkScheme.At(place, quote(address)+" "+why+".", ""))
		return "", false
	}
	if scheme(address) != "" {
		return escapeAddress(address), true
	}
	target, _, _ := strings.Cut(address, "#")
	target, _, _ = strings.Cut(target, "?")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	file := path.Join(path.Dir(t.file), target)
	if strings.HasPrefix(target, "/") {
		file = strings.TrimPrefix(path.Clean(target), "/")
	}
	if page, ok := t.pages[file]; ok && target != "" {
		return tracker.RootMark + page, true
	}
	folder, _, _ := strings.Cut(file, "/")
	if strings.EqualFold(path.Ext(file), ".md") && (folder == "wins" || folder == "intakes") && !skipped(path.Base(file)) {
		t.report(linkMissing.At(place, fmt.Sprintf("There is no file %s.", quote(file)), ""))
		return "", false
	}
	f := linkUnpublished.At(place, quote(address)+" does not lead to a record.", "")
	if t.pages[file+".md"] != "" {
		f = f.WithSuggestion(target + ".md")
	} else if better := guessHost(address); better != "" {
		f = f.WithSuggestion(better)
	}
	t.report(f)
	return "", false
}

// guessHost returns the address that "www.example.com" most likely means.
func guessHost(address string) string {
	if strings.HasPrefix(address, "www.") {
		return "https://" + address
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
