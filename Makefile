# make site    the bundles, then the site of the tracker in this folder
# make test    everything that can be tested without a browser
# make assets  the bundles of charts and search alone (needs npm)
# make lint    gofmt, go vet, staticcheck
# make bench   what a build of 10,000 wins and 2,000 intakes costs
# make clean   removes what the others made
#
# Settings: SITE=folder to build into, BASE_URL=address that the site will have.

GO   ?= go
NPM  ?= npm
SITE ?= public
export SITE BASE_URL

web       := internal/web
bundle    := $(web)/dist/charts.js $(web)/dist/search.js
installed := $(web)/node_modules/.package-lock.json
sources   := $(wildcard $(web)/src/charts.js $(web)/src/chart/*.js $(web)/src/search.js $(web)/src/search/*.js)
have_npm  := $(shell command -v $(NPM) 2>/dev/null)

.DEFAULT_GOAL := site
.PHONY: site test assets lint bench clean no-npm
.DELETE_ON_ERROR:

# Pages are complete without the bundles: charts are drawn over their tables.
site: $(if $(have_npm),assets,no-npm)
	@$(GO) run ./cmd/smallwins build . --out "$$SITE" --base-url "$$BASE_URL"
	@dir=$$(cd "$$SITE" && pwd) && echo "Look at it: open file://$$dir/index.html in a browser," && \
	  echo "or serve it: python3 -m http.server -d $$SITE 8000, then http://localhost:8000/"

no-npm:
	@if [ -e $(firstword $(bundle)) ]; then echo "npm is not installed: the bundles are taken as they were last built."; \
	 else echo "npm is not installed: the site is built without drawn charts and search; tables and lists stand in for them."; fi

assets: $(bundle)

$(bundle): $(installed) $(sources) $(wildcard $(web)/bundle/main.go)
	$(GO) run ./$(web)/bundle
	@touch $(bundle)

# What is installed follows from the lock alone; no package runs a script.
$(installed): $(web)/package.json $(web)/package-lock.json $(web)/.npmrc
	@command -v $(NPM) >/dev/null || { echo "npm is not installed; it comes with Node.js"; exit 1; }
	cd $(web) && $(NPM) ci --loglevel=error
	@touch $@

test: assets
	$(GO) test ./...

lint:
	@unformatted=$$(gofmt -l cmd internal templates) && if [ -n "$$unformatted" ]; then \
	  echo "not formatted, run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

bench:
	$(GO) run ./internal/trackergen/measure -wins 10000 -intakes 2000 -runs 5

# A folder that smallwins did not make is nobody's to remove.
clean:
	@if [ -e "$$SITE/.smallwins" ]; then rm -r "$$SITE"; fi
	rm -rf bin $(web)/node_modules $(bundle) $(web)/dist/LICENSES.txt
