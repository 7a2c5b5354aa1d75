package e2e

import (
	"bytes"
	"compress/gzip"
	"regexp"
	"strings"
	"testing"
)

// chartBlock is what a chart is drawn from, which no reader waits for.
var chartBlock = regexp.MustCompile(`(?s)<script type="application/json" data-options>.*?</script>`)

// Readers have two minutes and sometimes a train's connection: a page of a win
// is below 25 KB of HTML, the front page below 90 KB before its charts, and no
// page above 60 KB on the wire before its charts.
func TestPagesAreLight(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		for name, body := range s.files {
			if !strings.HasSuffix(name, ".html") {
				continue
			}
			body = chartBlock.ReplaceAll(body, nil)
			if strings.HasPrefix(name, "wins/") && name != "wins/index.html" && len(body) >= 25<<10 {
				t.Errorf("%s has %d bytes", name, len(body))
			}
			if name == "index.html" && len(body) >= 90<<10 {
				t.Errorf("the front page has %d bytes", len(body))
			}
			if n := zipped(t, body); n >= 60<<10 {
				t.Errorf("%s has %d bytes on the wire", name, n)
			}
		}
	})
}

func zipped(t *testing.T, body []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
