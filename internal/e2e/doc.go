// Package e2e holds tests only: they take the sample tracker of this
// repository all the way from its files to its figures, its site and a browser,
// and look at each place for what the readers of the site rely on. The figures
// are those that the sample was written to have; they are spelled out in the
// tests, so that a definition cannot change without one of them noticing.
//
// The tests in a browser are skipped where there is no Chromium, unless
// REQUIRE_BROWSER=1 is set; those of charts where the chart bundle was not
// built, unless REQUIRE_BUNDLES=1 is set. CHROMIUM names the browser to use.
package e2e
