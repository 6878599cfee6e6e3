# The way in. `make demo` shows the main job on real input, `make test` tests every language, `make check` is what a
# reviewer would look for first. Each installs what it needs where it may (see tools/bootstrap). ONLY=python, or some of
# them, does for these languages what is done for all.

export PATH := $(PATH):$(HOME)/.cargo/bin

PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 60
TARGET ?=
ROUNDS ?= 1000000
comma := ,
override ONLY := $(subst $(comma), ,$(ONLY))

.PHONY: help demo test check frameworks hostile fuzz soak panics timing sanitize audit bare dist try-dist bench build cases install header faces arginfo format clean

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

demo: ## Play the platform against a webhook server, over HTTP on a free loopback port
	@tools/bootstrap demo
	@cargo run --release --locked --quiet -p wxseal-cli -- demo

test: ## Build everything and run every test of every language; ONLY=python for one, ONLY=readme for what is none
	@tools/bootstrap $(ONLY)
	@tools/test $(ONLY)

frameworks: ## Play the platform against a server of every framework that has an adapter, and search widgets for SECONDS, or of ONLY=python
	@tools/bootstrap $(ONLY)
	@tools/build $(if $(ONLY),rust $(ONLY))
	@failed=0; for run in $(or $(ONLY:%=tests/frameworks/%/run),tests/frameworks/*/run) $(ONLY:%='tests/frameworks/widget/run %'); do $$run || failed=1; done; exit $$failed

hostile: ## Run what a peer could send to break a reader, in every language or ONLY=php, and print a table
	@tools/bootstrap $(ONLY)
	@tools/build $(ONLY)
	@tools/cases
	@tests/hostile/run $(ONLY)

fuzz: ## Fuzz for SECONDS a target, all of them or TARGET, and say what came of each
	@tools/bootstrap
	@fuzz/run --seconds $(SECONDS) $(TARGET)

check: ## Formatting, lints, generated files, one version everywhere, nothing exported by accident
	@tools/bootstrap
	@tools/check

soak: ## Send ROUNDS requests, a million, through every language or ONLY=php, and watch the memory
	@tools/bootstrap $(ONLY)
	@tools/build $(ONLY)
	@tools/packages python
	@tests/soak/run $(ROUNDS) $(ONLY)

panics: ## Make a function of every language, or ONLY=php, panic, and see that the process lives on
	@tools/bootstrap $(ONLY)
	@tools/build $(ONLY)
	@tests/panics/run $(ONLY)

timing: ## See whether the time that a wrong signature takes tells how much of it is right; on a machine that does nothing else
	@tools/bootstrap demo
	@tests/timing/run

sanitize: ## Run the tests of Rust, C and Python under sanitizers and valgrind
	@tools/bootstrap
	@tools/build
	@tests/sanitize/run

audit: ## Hold licences, sources and advisories of the dependencies to deny.toml
	@tools/bootstrap demo
	@tools/audit

bare: ## Follow the READMEs in Debian 12 and 13 roots where nothing is prepared, as root; ONLY="trixie php" for a part
	@tools/bootstrap
	@tools/bootstrap bare
	@tools/packages python
	@target/venv/bin/python tests/bare/run $(ONLY)

dist: ## Write into dist/ what a release publishes, as root; ONLY="library debian" for a part
	@tools/bootstrap demo dist
	@tools/packages dist
	@packaging/dist $(ONLY)

try-dist: ## Install dist/ in bare Debian roots, as root, and write docs/packages.md; ONLY="trixie npm" for a part
	@tools/bootstrap try
	@packaging/try/run $(or $(ONLY),--write)

bench: ## Measure the core and the bindings against their peers; ROUNDS=3 ONLY=python for a quick look, LONG=1 for more
	@tools/bootstrap $(ONLY)
	@tools/bootstrap bench $(if $(LONG),servers) || echo "Going on without."
	@benches/run $(if $(LONG),--long) $(ONLY)

build: ## Build the libraries, the bindings and the tool, or ONLY=node
	@tools/bootstrap $(ONLY)
	@tools/build $(ONLY)

cases: ## Write the cases of the independent reference, interop and hostile, that the tests of every language read
	@tools/bootstrap
	@tools/cases

install: ## Install the C library, its headers and wxseal.pc below DESTDIR and PREFIX
	@tools/bootstrap demo
	@cargo build --release --locked --quiet -p wxseal-c
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' ffi-c/install

header: ## Write include/wxseal.h anew from ffi-c
	@WXSEAL_WRITE_HEADER=1 cargo test --quiet -p wxseal-c --test header

faces: ## Write anew what the languages' faces say alike, from tools/faces.toml and the core's errors and settings
	@tools/faces
	@bindings-php/arginfo

arginfo: ## Write the PHP extension's arginfo anew from its stub
	@bindings-php/arginfo

format: ## Format all that `make check` wants formatted
	@tools/bootstrap
	@tools/format

clean: ## Remove everything that was built
	@rm -rf target bindings-node/node_modules bindings-node/*.node
