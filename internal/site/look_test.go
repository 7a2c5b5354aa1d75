package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"smallwins/internal/tracker"
	"smallwins/internal/web"
)

func TestLogoStandsOnEveryPageWithoutALinkToIt(t *testing.T) {
	tr := oneOfAll(t)
	tr.Logo = &tracker.Attachment{File: "wins/logo é.png", Kind: "PNG", Size: 1, Width: 40, Height: 20}
	tr.Attach([]*tracker.Attachment{tr.Logo})
	tr = tr.Redacted(tracker.LeadersEdition)
	files, err := attempt(t, tr, Options{Files: fstest.MapFS{"wins/logo é.png": {Data: []byte("x")}}})
	if err != nil {
		t.Fatal(err)
	}
	if files["files/wins/logo é.png"] != "x" {
		t.Error("the picture is not copied")
	}
	parsed := pages(t, files)
	for name, root := range map[string]string{"index.html": "", "wins/index.html": "../"} {
		img := find(parsed[name], ".brand img")
		if len(img) != 1 {
			t.Fatalf("%s: %d pictures", name, len(img))
		}
		if got, want := attribute(img[0], "src"), root+"files/wins/logo%20%C3%A9.png"; got != want {
			t.Errorf("%s: src is %q, want %q", name, got, want)
		}
		if attribute(img[0], "width") != "40" || attribute(img[0], "height") != "20" {
			t.Errorf("%s: its room is not kept", name)
		}
	}
}

func TestLookLaysStylesOverAndTakesTemplatesInPlace(t *testing.T) {
	l, err := newLook(fstest.MapFS{
		"tokens.css": {Data: []byte(":root { --ink: #123 }")},
		"win.md":     {Data: []byte("ours")},
		"notes.txt":  {Data: []byte("left alone")},
	}, &tracker.Settings{Accent: tracker.Accent{Light: "#123456", Dark: "#abcdef"}})
	if err != nil {
		t.Fatal(err)
	}
	over, err := l.over("tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	if css := string(over); !strings.HasSuffix(css, ":root { --ink: #123 }") || !strings.Contains(css, "--accent: #123456") || strings.Count(css, "#abcdef") != 2 {
		t.Errorf("laid over the tokens: %s", css)
	}
	if over, err := l.over("win.css"); err != nil || len(over) > 0 {
		t.Errorf("laid over win.css: %q, %v", over, err)
	}
	if text, err := l.read("win.md"); text != "ours" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if text, err := l.read("win.html"); !strings.Contains(text, `{{define "main"}}`) || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := newLook(fstest.MapFS{"token.css": {}}, &tracker.Settings{}); err == nil || !strings.Contains(err.Error(), "did you mean tokens.css?") {
		t.Errorf("a name that stands for nothing: %v", err)
	}
}

// A team's templates are read for the first time when it builds.
func TestTemplateThatAsksForATextThatIsNone(t *testing.T) {
	for name, body := range map[string]string{
		"as it is":                `{{define "main"}}{{text "no.such"}}{{end}}`,
		"with blanks":             `{{define "main"}}{{ text "no.such" }}{{end}}`,
		"with an argument":        `{{define "main"}}{{text "no.such" "n" 1}}{{end}}`,
		"beside one that is":      `{{define "main"}}{{text "no.such"}}{{text "nav.home"}}{{end}}`,
		"with parts":              `{{define "main"}}{{range pieces "no.such"}}{{.Text}}{{end}}{{end}}`,
		"with a link":             `{{define "main"}}{{template "said" linked "no.such" "x"}}{{end}}`,
		"with code":               `{{define "main"}}{{coded "no.such"}}{{end}}`,
		"as another's beginnings": `{{define "main"}}{{text "nav."}}{{end}}`,
	} {
		_, err := attempt(t, oneOfAll(t), Options{Templates: fstest.MapFS{"about.html": {Data: []byte(body)}}})
		if err == nil || !strings.Contains(err.Error(), "about.html") || !strings.Contains(err.Error(), `there is no text with the key "n`) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTemplateThatTellsATextTooLittle(t *testing.T) {
	_, err := attempt(t, oneOfAll(t), Options{Templates: fstest.MapFS{"about.html": {Data: []byte(`{{define "main"}}{{text "common.wins"}}{{end}}`)}}})
	if err == nil || !strings.Contains(err.Error(), `about.html: the text "common.wins" is told nothing of {n}`) {
		t.Error(err)
	}
}

// The rule about the contrast of the accent knows the grounds by heart.
func TestGroundsAreThoseOfTheStyle(t *testing.T) {
	assets, err := web.Assets((&look{}).over)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range assets {
		if a.Name == "site.css" {
			light, dark, _ := strings.Cut(string(a.Body), "prefers-color-scheme: dark")
			if !strings.Contains(light, "--shade: "+tracker.LightGround.String()) || !strings.Contains(dark, "--shade: "+tracker.DarkGround.String()) {
				t.Error("--shade of the style is another than tracker's grounds")
			}
		}
	}
}
