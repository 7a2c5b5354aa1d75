package site

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// claim is a name that is taken: by a file, or by the folder of one.
type claim struct {
	name   string
	folder bool
	file   string // the file for whose sake it is taken
}

// take notes that name is used, and reports whether it was free. Two names
// that some system takes for one are an error that names both files: on that
// system one of them would silently replace the other. The caller holds o.mu.
func (o *Output) take(name string, folder bool, file string) (isNew bool, err error) {
	key := foldName(name)
	held, ok := o.claims[key]
	switch {
	case !ok:
		o.claims[key] = claim{name, folder, file}
		return true, nil
	case held.name == name && held.folder && folder:
		return false, nil
	}
	first, second := held.file, file
	if second < first {
		first, second = second, first
	}
	switch {
	case first == second:
		return false, errors.New("it is written twice")
	case held.folder != folder:
		return false, fmt.Errorf("%q and %q need one name for a file and for a folder", first, second)
	}
	return false, fmt.Errorf("%q and %q are one name on systems that do not tell case or accent forms apart", first, second)
}

// foldName returns what names have in common that some file system takes for
// one: canonical caseless matching, as Unicode defines it.
func foldName(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFD.String(name)))
		}
	}
	return strings.ToLower(name)
}

// devices are the names that Windows keeps for itself, whatever their ending.
var devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}

// checkName says why a name is not good for a file of the site on every system.
func checkName(name string) error {
	switch {
	case name == "":
		return errors.New("the name is empty")
	case !utf8.ValidString(name):
		return errors.New("the name is not valid UTF-8")
	case path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)):
		return errors.New("the name does not stay within the site")
	case name == markName:
		return errors.New("the name is taken by smallwins itself")
	}
	for part := range strings.SplitSeq(name, "/") {
		if err := checkPart(part); err != nil {
			return err
		}
	}
	return nil
}

func checkPart(part string) error {
	if i := strings.IndexFunc(part, func(r rune) bool {
		return unicode.IsControl(r) || strings.ContainsRune(`<>:"\|?*`, r)
	}); i >= 0 {
		r, _ := utf8.DecodeRuneInString(part[i:])
		return fmt.Errorf("not every system can have %q in a name", r)
	}
	if strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") {
		return errors.New("not every system can have a name that ends in a full stop or a space")
	}
	if len(part) > 255 {
		return fmt.Errorf("a name of %d bytes is too long; most systems take 255", len(part))
	}
	stem, _, _ := strings.Cut(part, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	if slices.Contains(devices, stem) || isPort(stem) {
		return fmt.Errorf("%q is the name of a device on Windows", stem)
	}
	return nil
}

// isPort reports whether stem is COM0 to COM9 or LPT0 to LPT9, superscript
// digits included.
func isPort(stem string) bool {
	digit, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		digit, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}
