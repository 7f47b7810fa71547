# make check   what must be green before each commit
# make test    the tests alone, as the README says
# make faults  kills, full disks and other faults against every writing command; FAULTS=
# make fuzz    every parser and decoder, one after the other, FUZZTIME each; findings lie
#              in testdata/fuzz of the package, to be committed
# make bench   speed beside the peers; PEERS= and MIRRORS= as docs/benchmarks.md says
GO ?= go
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2

FUZZTIME ?= 20s
# How often a text that reaches new code is tried to be made shorter: by default Go takes
# a minute for each, in which a target that files take long in runs six times in all.
MINIMIZE ?= 20x

.PHONY: check fmt vet staticcheck test race tidy bench faults fuzz

check: fmt vet staticcheck race tidy

fmt:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "not gofmt'ed: $$unformatted"; exit 1; }

vet:
	$(GO) vet ./...

staticcheck:
	$(GO) run $(STATICCHECK) ./...

test:
	$(GO) test ./...

race:
	$(GO) test -race -timeout 40m ./...

tidy:
	$(GO) mod tidy -diff
	$(GO) mod verify

bench:
	$(GO) run ./internal/bench $(BENCH)

faults:
	$(GO) run ./internal/faults $(FAULTS)

fuzz:
	@set -eu; log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	for dir in $$(git grep -l '^func Fuzz' -- '*_test.go' | xargs -n 1 dirname | sort -u); do \
	  for name in $$(git grep -h '^func Fuzz' -- ":(glob)$$dir/*_test.go" | sed 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/' | sort); do \
	    $(GO) test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime $(MINIMIZE) -parallel 2 "./$$dir" >"$$log" 2>&1 || \
	      if grep -q 'context deadline exceeded' "$$log" && ! grep -q 'Failing input' "$$log"; then echo "$$dir $$name: ended by the clock alone"; \
	      else cat "$$log"; exit 1; fi; \
	    echo "$$dir $$name: $$(grep -o 'execs: [0-9]*' "$$log" | tail -n 1)"; \
	  done; \
	done
