package message

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// read reads the file of messages for a code and lays it over what stands in
// for what it lacks; under is nil for the source itself.
func read(from fs.FS, code string, under *Language) (*Language, error) {
	name, err := find(from, code)
	if err != nil {
		return nil, err
	}
	body, err := fs.ReadFile(from, name)
	if err != nil {
		return nil, err
	}
	tag, err := language.Parse(code)
	if err != nil {
		return nil, fmt.Errorf("%s: %q is no code of a language", name, code)
	}
	sources, err := decode(body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l := &Language{code: code, tag: tag, texts: map[string]pattern{}, lacks: map[string]bool{}, printer: printer(tag)}
	if under != nil {
		maps.Copy(l.texts, under.texts)
		maps.Copy(l.lacks, under.lacks)
		if under.code == Source && !l.isEnglish() {
			for key := range under.texts {
				l.lacks[key] = true
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(sources)) {
		p, err := parse(sources[key])
		if err == nil && under != nil {
			err = fits(key, p)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, key, err)
		}
		l.texts[key] = p
		delete(l.lacks, key)
	}
	l.settle()
	return l, nil
}

// find returns the file of messages for a code, in whatever case its name is
// written: "zh-Hant" is "zh-hant" too.
func find(from fs.FS, code string) (string, error) {
	entries, err := fs.ReadDir(from, Folder)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		if strings.EqualFold(e.Name(), code+".json") {
			return path.Join(Folder, e.Name()), nil
		}
	}
	return "", fs.ErrNotExist
}

// checkNames refuses files that no language would ever be read from.
func checkNames(own fs.FS) error {
	if own == nil {
		return nil
	}
	entries, err := fs.ReadDir(own, Folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		code, ok := strings.CutSuffix(e.Name(), ".json")
		if !ok {
			continue
		}
		if _, err := language.Parse(code); err != nil || strings.Contains(code, "_") {
			return fmt.Errorf("%s/%s: %q is no code of a language, such as de or pt-BR", Folder, e.Name(), code)
		}
	}
	return nil
}

// decode reads an object of texts. What JSON lets pass and nobody means is
// refused: a key that is there twice, and a text with nothing in it.
func decode(body []byte) (map[string]string, error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(body, []byte("\uFEFF"))))
	texts, err := object(d)
	if err == nil {
		if _, err = d.Token(); err == io.EOF {
			return texts, nil
		}
		err = errors.New("something stands behind the last }")
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it ends before its last }")
	}
	line := 1 + bytes.Count(body[:min(int(d.InputOffset()), len(body))], []byte("\n"))
	return nil, fmt.Errorf("line %d: %w", line, err)
}

func object(d *json.Decoder) (map[string]string, error) {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, cmp.Or(err, errors.New("it is no object of keys and texts"))
	}
	texts := map[string]string{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		key, _ := t.(string) // so are all keys
		if t, err = d.Token(); err != nil {
			return nil, err
		}
		text, ok := t.(string)
		_, twice := texts[key]
		switch {
		case !ok:
			return nil, fmt.Errorf("%q: it is no text", key)
		case twice:
			return nil, fmt.Errorf("%q: it is there twice", key)
		case strings.TrimSpace(text) == "":
			return nil, fmt.Errorf("%q: it says nothing; leave it out, and what it stands over is shown", key)
		}
		texts[key] = text
	}
	_, err := d.Token()
	return texts, err
}

// fits refuses what would never be shown, or would show a hole.
func fits(key string, p pattern) error {
	source, ok := English().texts[key]
	if !ok {
		return errors.New("no text of the interface has this key")
	}
	may := source.arguments()
	for _, name := range p.arguments() {
		if !slices.Contains(may, name) {
			return fmt.Errorf("{%s} is not given to this text; it may use %s", name, named(may))
		}
	}
	return nil
}

func named(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "}, {") + "}"
}

// printer writes numbers as a language does, in the digits that days and small
// counts are written in too.
func printer(tag language.Tag) *message.Printer {
	if latin, err := tag.SetTypeForKey("nu", "latn"); err == nil {
		tag = latin
	}
	return message.NewPrinter(tag)
}
