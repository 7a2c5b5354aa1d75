package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A brief and a prep sheet are taken along: each is one page, on either paper,
// with room for notes.
func TestBriefsPrintOnOnePage(t *testing.T) {
	for edition, s := range map[string]*built{"leaders": leaders(t), "team": team(t)} {
		b := openTab(t, serve(t, s))
		printed := 0
		for name := range s.pages {
			if !strings.HasPrefix(name, "stakeholders/") || name == "stakeholders/index.html" {
				continue
			}
			b.open(name)
			for paper, size := range map[string]chromedp.PDFOption{"A4": chromedp.PDFPaper(chromedp.PaperA4), "Letter": chromedp.PDFPaper(chromedp.PaperLetter)} {
				pdf := try(b, chromedp.PrintToPDF(size, chromedp.PDFPreferCSSPageSize()))
				if pages := len(pdfPage.FindAll(pdf, -1)); pages != 1 {
					t.Errorf("%s edition: %s prints as %d pages of %s, want 1", edition, name, pages, paper)
				}
				printed++
			}
		}
		if want := map[string]int{"leaders": 20, "team": 40}[edition]; printed != want {
			t.Errorf("%s edition: %d sheets were printed, want %d", edition, printed, want)
		}
		b.collect()
	}
}
