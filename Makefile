# make check   what must be green before each commit
# make test    the tests alone, as the README says
# make faults  kills, full disks and other faults against every writing command; FAULTS=
# make bench   speed beside the peers; PEERS= and MIRRORS= as docs/benchmarks.md says
GO ?= go
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: check fmt vet staticcheck test race tidy bench faults

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
	$(GO) test -race ./...

tidy:
	$(GO) mod tidy -diff
	$(GO) mod verify

bench:
	$(GO) run ./internal/bench $(BENCH)

faults:
	$(GO) run ./internal/faults $(FAULTS)
