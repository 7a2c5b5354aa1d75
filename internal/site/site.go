// Package site turns a tracker and its figures into pages. Each page has a
// struct that holds what it shows, ready to read, and a template of the same
// name that sets it; pages are rendered side by side and written to an Output.
package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"smallwins/internal/diag"
	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
	"smallwins/internal/web"
)

// Options say how a site is built. The zero Options are fine for a tracker
// without attachments.
type Options struct {
	BaseURL string // the site's full address, for canonical links and a 404 page that works at any depth
	Version string // of smallwins
	Commit  string // of the tracker
	Changed bool   // the tracker's files are not as that commit has them
	Folder  string // of the tracker in its repository: "" or "reports/wins/"
	Files   fs.FS  // the tracker's files, to copy attachments from
	History History

	Templates fs.FS // the team's own templates and styles, over the built-in ones; nil for none

	Rules []*diag.Rule // what records are held against, by their ids; none: the page about them is left out
}

// Report says what was built.
type Report struct {
	Pages, Files int
	Charts       bool   // false where the chart bundle was not built: pages carry their tables
	Note         string // what the interface cannot say in the language of the settings; "" where it says everything
}

// Build renders the pages of a tracker, which must be redacted for its
// edition, and writes them to out. The caller commits or aborts out.
func Build(t *tracker.Tracker, out *Output, opts Options) (Report, error) {
	l, err := newLook(opts.Templates, &t.Strategy.Settings)
	if err != nil {
		return Report{}, err
	}
	b, files, err := newBuilder(t, l, opts)
	if err != nil {
		return Report{}, err
	}
	set, err := b.parse()
	if err != nil {
		return Report{}, err
	}
	b.out = out
	b.showReceipts()
	if err := b.indexRecords(); err != nil {
		return Report{}, err
	}
	for _, f := range files {
		if err := out.Write(f.Name, f.Body); err != nil {
			return Report{}, err
		}
	}
	for _, f := range slices.Concat(b.search.facts, b.search.texts, b.texts()) {
		if err := out.Write(f.path, f.body); err != nil {
			return Report{}, err
		}
	}
	if err := b.saveData(); err != nil {
		return Report{}, err
	}
	jobs := b.jobs()
	moved := b.moved()
	if err := b.saveForMachines(jobs); err != nil {
		return Report{}, err
	}
	if err := b.render(set, append(jobs, moved...), out); err != nil {
		return Report{}, err
	}
	if err := b.copyAttachments(out); err != nil {
		return Report{}, err
	}
	return Report{Pages: len(jobs), Files: out.Files(), Charts: b.site.ChartScript != "", Note: l.note}, nil
}

// file is a file of the site that is no page.
type file struct {
	path string
	body []byte
}

// builder holds what pages are made from. It is only read once rendering has
// begun.
type builder struct {
	t     *tracker.Tracker
	f     *insight.Figures
	words *message.Language
	site  *Site
	look  *look
	forge forge
	opts  Options

	colour     map[*tracker.Priority]int
	repeatedBy map[*tracker.Win][]*tracker.Win
	grewFrom   map[*tracker.Intake][]*tracker.Win
	out        *Output
	downloads  map[string]*download // by path
	data       []dataGroup          // those of them that are tables, as /data/ lists them
	shown      map[string]int       // the receipts that have a place, by folded id: on which page of their insight
	subjects   map[string]string    // what the receipts and insights are about, by folded address from the root
	scripts    map[string]string    // those of single pages, by name
	tablesFrom sync.Map             // see tables
	entries    entries
	search     searchIndex
	searchNote string // says how to get the search where there is none
	licences   string
	newWin     string // what a new win starts from
}

func newBuilder(t *tracker.Tracker, l *look, opts Options) (*builder, []web.Asset, error) {
	s := t.Strategy.Settings
	b := &builder{
		t: t, f: insight.ComputeIn(t, l.words), words: l.words, look: l, forge: newForge(s.Repository, opts.Folder), opts: opts,
		colour:     map[*tracker.Priority]int{},
		repeatedBy: map[*tracker.Win][]*tracker.Win{},
		grewFrom:   map[*tracker.Intake][]*tracker.Win{},
		scripts:    map[string]string{},
		downloads:  map[string]*download{},
	}
	b.opts.History.words = l.words
	for i, p := range t.Strategy.Priorities {
		b.colour[p] = i%8 + 1
	}
	for _, w := range t.Wins {
		for _, id := range w.Replicates {
			if r := t.Win(id); r != nil {
				b.repeatedBy[r] = append(b.repeatedBy[r], w)
			}
		}
		if in := t.Intake(w.Intake); in != nil && w.Intake != "" {
			b.grewFrom[in] = append(b.grewFrom[in], w)
		}
	}
	base := opts.BaseURL
	if base == "" {
		base = s.BaseURL
	}
	b.site = &Site{
		Title: s.Title, Organisation: s.Organisation, Language: s.Language,
		Edition: b.words.Label(&tracker.Editions, string(t.Edition)), ForLeaders: t.Edition == tracker.LeadersEdition,
		AsOf: t.AsOf, Commit: opts.Commit, Changed: opts.Changed, Labels: s.Labels, CommitURL: b.forge.commit(opts.Commit),
		BaseURL:   strings.TrimRight(base, "/"),
		TableWord: b.words.Text("common.table"),
		Nav:       b.navigation(), Logo: logoOf(t),
		Listed: s.SearchEngines && t.Edition == tracker.LeadersEdition,
	}
	var err error
	if b.newWin, err = l.scaffold("win.md", tracker.WinFields, s.Labels); err != nil {
		return nil, nil, err
	}
	newIntake, err := l.scaffold("intake.md", tracker.IntakeFields, s.Labels)
	if err != nil {
		return nil, nil, err
	}
	b.site.NewWinURL, b.site.NewIntakeURL = b.forge.newFile(newWinFile, b.newWin), b.forge.newFile("intakes/YYYY-MM-DD-in-a-few-words.md", newIntake)
	files, err := b.assets()
	return b, files, err
}

// recordCount says how many records the site is made from.
func (b *builder) recordCount(root string) said {
	wins, requests := b.words.Text("common.wins", "n", len(b.t.Wins)), b.words.Text("common.requests", "n", len(b.t.Intakes))
	numbers := []counted{{wins, "history/records/wins"}, {requests, "history/records/requests"}}
	text := b.words.Text("common.made-from", "wins", wins, "requests", requests)
	if n := b.t.Census.LeftOut; n > 0 {
		left := b.words.Text("common.files", "n", n)
		text = b.words.Text("common.made-from-left-out", "wins", wins, "requests", requests, "files", left)
		numbers = append(numbers, counted{left, "history/records/left-out"})
	}
	return b.say(root, text, numbers...)
}

// assets names the shared files by their content, so that a browser never
// mixes a new page with an old style.
func (b *builder) assets() ([]web.Asset, error) {
	var files []web.Asset
	add := func(a web.Asset) string {
		a.Body = b.speaking(a)
		sum := sha256.Sum256(a.Body)
		dot := strings.LastIndexByte(a.Name, '.')
		name := "assets/" + a.Name[:dot] + "-" + hex.EncodeToString(sum[:4]) + a.Name[dot:]
		files = append(files, web.Asset{Name: name, Body: a.Body})
		return name
	}
	own, err := web.Assets(b.look.over)
	if err != nil {
		return nil, err
	}
	for _, a := range own {
		switch name := add(a); a.Name {
		case "site.css":
			b.site.Style = name
		case "boot.js":
			b.site.Boot = name
		case "site.js":
			b.site.Script = name
		default:
			b.scripts[a.Name] = name
		}
	}
	b.site.Icon = add(web.Asset{Name: "icon.svg", Body: b.look.icon()})
	if b.site.BaseURL != "" {
		b.site.Card = add(web.Asset{Name: "card.png", Body: card()})
		b.site.Feed = feedPath
	}
	charts, err := web.Charts()
	switch {
	case errors.Is(err, web.ErrNotBuilt):
		b.site.ChartNote = b.words.Text("common.no-charts")
	case err != nil:
		return nil, fmt.Errorf("reading the chart bundle: %w", err)
	}
	for _, a := range charts {
		switch name := add(a); a.Name {
		case "charts.js":
			b.site.ChartScript = name
		case "LICENSES.txt":
			b.licences = name
		}
	}
	search, err := web.Search()
	switch {
	case errors.Is(err, web.ErrNoSearch):
		b.searchNote = b.words.Text("common.no-search")
	case err != nil:
		return nil, fmt.Errorf("reading the search bundle: %w", err)
	default:
		b.scripts[search.Name] = add(search)
	}
	return files, nil
}

// render makes the pages side by side and stops at the first error.
func (b *builder) render(set map[string]page, jobs []job, out *Output) error {
	next := make(chan job)
	stop := make(chan struct{})
	var once sync.Once
	var failed error
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var buf bytes.Buffer
			for j := range next {
				if err := renderOne(set, j, &buf, out); err != nil {
					once.Do(func() { failed = err; close(stop) })
					return
				}
			}
		})
	}
	for _, j := range jobs {
		select {
		case next <- j:
			continue
		case <-stop:
		}
		break
	}
	close(next)
	wg.Wait()
	return failed
}

func renderOne(set map[string]page, j job, buf *bytes.Buffer, out *Output) error {
	buf.Reset()
	if err := set[j.template].Execute(buf, j.make()); err != nil {
		return fmt.Errorf("rendering %s: %w", j.path, err)
	}
	return out.Write(j.path, buf.Bytes())
}
