package e2e

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"smallwins/internal/web"
)

// patience is how long a page may take for anything, on a busy machine.
const patience = 20 * time.Second

var (
	browserMu    sync.Mutex
	browser      context.Context
	browserError error
	closeBrowser = func() {}
)

// withBrowser returns the one browser of all tests, or skips the test.
func withBrowser(t *testing.T) context.Context {
	t.Helper()
	browserMu.Lock()
	defer browserMu.Unlock()
	if browser == nil && browserError == nil {
		browser, closeBrowser, browserError = startBrowser()
	}
	if browserError != nil {
		skipUnless(t, "REQUIRE_BROWSER", browserError)
	}
	return browser
}

func withCharts(t *testing.T) {
	t.Helper()
	if !chartsBuilt() {
		skipUnless(t, "REQUIRE_BUNDLES", web.ErrNotBuilt)
	}
}

func chartsBuilt() bool {
	_, err := web.Charts()
	return err == nil
}

func skipUnless(t *testing.T, env string, reason error) {
	t.Helper()
	if os.Getenv(env) == "1" {
		t.Fatalf("%v (%s=1 is set)", reason, env)
	}
	t.Skipf("%v (set %s=1 to let this fail)", reason, env)
}

func startBrowser() (context.Context, func(), error) {
	program, err := findBrowser()
	if err != nil {
		return nil, func() {}, err
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck, chromedp.WindowSize(1280, 900), chromedp.UserDataDir(filepath.Join(scratch, "browser")),
	}
	for _, flag := range []string{
		"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "disable-default-apps",
		"disable-dev-shm-usage", "disable-renderer-backgrounding", "disable-backgrounding-occluded-windows", "disable-background-timer-throttling",
	} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, cancelAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	end := func() {
		_ = chromedp.Cancel(ctx) // waits until the browser has ended
		cancel()
		cancelAllocator()
	}
	if err := chromedp.Do(ctx); err != nil {
		end()
		return nil, func() {}, fmt.Errorf("starting %s: %w", program, err)
	}
	return ctx, end, nil
}

func findBrowser() (string, error) {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); name != "" && err == nil {
			return found, nil
		}
	}
	return "", fmt.Errorf("no Chromium found: install one, or name it in CHROMIUM")
}

// tab is a tab of its own, with storage of its own, that remembers whatever a
// visitor's console would show and whatever left the site.
type tab struct {
	*testing.T
	ctx  context.Context
	base string // address of the site's root, with a slash at the end

	mu       sync.Mutex
	problems []string
	requests int
}

// spy reports in a page's own words what the policy blocked and what threw.
const spy = `(() => {
	const seen = [];
	Object.defineProperty(window, '__seen', { value: seen });
	document.addEventListener('securitypolicyviolation', (e) => seen.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));
	addEventListener('error', (e) => seen.push('error: ' + (e.message || e.target?.src || e.target?.href)), true);
	addEventListener('unhandledrejection', (e) => seen.push('rejection: ' + e.reason));
})()`

// openTab opens a tab on a site that lies at base. Whatever went wrong in it by
// the end of the test fails the test.
func openTab(t *testing.T, base string) *tab {
	t.Helper()
	parent := withBrowser(t)
	b := &tab{T: t, base: base}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	b.ctx = ctx
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // without a limit of time: it would end the tab
		t.Fatal(err)
	}
	call(b, log.Enable, cdp.Empty{})
	call(b, network.Enable, network.EnableParams{})
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: spy})
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, p := range b.problems {
			t.Error(p)
		}
		if b.requests == 0 {
			t.Error("nothing was requested: the tab heard nothing")
		}
	})
	return b
}

// hear notes what the browser says about the tab.
func (b *tab) hear(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	note := func(format string, args ...any) { b.problems = append(b.problems, fmt.Sprintf(format, args...)) }
	switch ev := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		var said []string
		for _, a := range ev.Args {
			said = append(said, cmp.Or(string(a.Value), a.Description))
		}
		note("console.%s: %s", ev.Type, strings.Join(said, " "))
	case *runtime.EventExceptionThrown:
		note("exception: %s", ev.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError || ev.Entry.Level == log.EntryLevelWarning {
			note("%s of the browser: %s (%s)", ev.Entry.Level, ev.Entry.Text, ev.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		b.requests++
		if to := ev.Request.URL; !strings.HasPrefix(to, b.base) && !strings.HasPrefix(to, "data:") && to != "about:blank" {
			note("a request left the site: %s", to)
		}
	case *network.EventResponseReceived:
		if ev.Response.Status >= 400 {
			note("%s answered with %d", ev.Response.URL, ev.Response.Status)
		}
	case *network.EventLoadingFailed:
		if !ev.Canceled {
			note("a %s did not load: %s %s", ev.Type, ev.ErrorText, ev.BlockedReason)
		}
	}
}

// try runs an action with an end to its patience.
func try[T any](b *tab, a chromedp.Action[T]) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		b.Fatal(err)
	}
	return v
}

func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	return try(b, func(ctx context.Context, t *chromedp.Target) (R, error) { return cdp.Call(ctx, t, command, params) })
}

// js evaluates an expression in the page.
func js[T any](b *tab, format string, args ...any) T {
	b.Helper()
	return try(b, chromedp.Evaluate[T](fmt.Sprintf(format, args...)))
}

// open goes to a page, and collects what the last page had to report.
func (b *tab) open(name string) {
	b.Helper()
	b.collect()
	try(b, chromedp.Navigate(b.base+name))
}

// collect takes over what the spy in the page has seen.
func (b *tab) collect() {
	b.Helper()
	seen := js[[]string](b, `window.__seen ? window.__seen.splice(0).map((s) => location.pathname + ': ' + s) : []`)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.problems = append(b.problems, seen...)
}

// until waits for a condition. The pages' policy forbids what chromedp polls
// with, so the condition is asked for again and again from here; between two
// pages there is nobody to ask.
func (b *tab) until(what, condition string, args ...any) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	ask := chromedp.Evaluate[bool]("Boolean(" + fmt.Sprintf(condition, args...) + ")")
	for {
		met, err := chromedp.Run(ctx, ask)
		if met {
			return
		}
		if ctx.Err() != nil {
			b.Fatalf("%s: still waiting for %s (%v)", js[string](b, `location.href`), what, err)
		}
		time.Sleep(30 * time.Millisecond)
	}
}

// system sets what a page learns about the system: "light" or "dark", and
// "reduce" where charts should not grow in.
func (b *tab) system(scheme, motion string) {
	b.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}},
	})
}

func (b *tab) viewport(width, height int64) {
	b.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1})
}

func (b *tab) click(selector string) {
	b.Helper()
	try(b, chromedp.Click(chromedp.CSS(selector)))
}

var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".csv": "text/csv; charset=utf-8", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
}

// serve serves a site below a sub-path, as a forge's pages do, and returns the
// address of its root.
func serve(t *testing.T, s *built) string {
	t.Helper()
	const below = "/owner/report/"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, below)
		if ok && (name == "" || strings.HasSuffix(name, "/")) {
			name += "index.html"
		}
		body, there := s.files[name]
		status := http.StatusOK
		if !ok || !there {
			status, name, body = http.StatusNotFound, "404.html", s.files["404.html"]
		}
		w.Header().Set("Content-Type", types[path.Ext(name)])
		w.WriteHeader(status)
		_, _ = w.Write(body)
	}))
	t.Cleanup(server.Close)
	return server.URL + below
}

// onDisk is the address of a site's root without a server.
func onDisk(t *testing.T, s *built) string {
	t.Helper()
	dir := must(filepath.Abs(s.dir))(t)
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}).String()
}
