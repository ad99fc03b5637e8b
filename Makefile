# One command per daily act. Everything happens in .venv; nothing is asked, nothing is installed system-wide.
# Messages of the set-up go to standard error, so that `echo "..." | make chat` prints answers only.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3 python; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
RUN := $(VENV)/bin/python
ROOMS := bot.py agent channels sequences store tools
# The version that wrote requirements.lock; only `make lock` needs it.
UV := uv==0.13.8
# What else is installed brings plugins of its own; loading and rewriting them costs seconds per process.
PLUGINS := --disable-plugin-autoload -p xdist -p asyncio -p hypothesispytest
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run chat test check lint types format lock deps client bench evaluate clean

help: ## what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

# The copy of the lock inside .venv says what is installed there: contents decide, not times of files.
setup: ## create .venv and install the pinned packages (does nothing when they are there)
	@if [ -x $(RUN) ] && $(RUN) -c '' 2>/dev/null && cmp -s requirements.lock $(VENV)/installed.lock; then exit 0; fi; \
	if [ -z "$(PYTHON)" ]; then \
		echo "SalesFlow needs Python 3.11 or newer with its venv module (Debian, Ubuntu: apt install python3-venv)." >&2; \
		exit 1; fi; \
	set -e; \
	echo "Setting up .venv with $$($(PYTHON) --version); the first time this takes a minute or two ..." >&2; \
	rm -f $(VENV)/installed.lock; \
	if ! { [ -x $(RUN) ] && $(RUN) -m pip --version >/dev/null 2>&1; }; then \
		rm -rf $(VENV); \
		if ! $(PYTHON) -m venv $(VENV) </dev/null >&2; then \
			echo "Could not create .venv (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; fi; fi; \
	$(RUN) -m pip install -qq --disable-pip-version-check --no-input --only-binary :all: --require-hashes \
		-r requirements.lock </dev/null >&2; \
	cp requirements.lock $(VENV)/installed.lock; \
	echo "Ready." >&2

run: setup ## start everything on http://localhost:8000 (ARGS="--port 9000 --data DIR")
	@$(RUN) bot.py run $(ARGS)

chat: setup ## talk to the bot in the terminal, or from a pipe (ARGS="--as lena")
	@$(RUN) bot.py chat $(ARGS)

# A suite of many processes: what one has compiled the next one reads. Three workers fill two cores, for a third of the
# time is waiting for browsers, servers and mail.
test: export PYTHONDONTWRITEBYTECODE :=
test: setup ## run the tests (ARGS="tests/unit -k policy")
	@$(RUN) -m pytest $(or $(ARGS),--numprocesses=3 --dist=worksteal $(PLUGINS))

check: lint types test ## formatting, lint, types and tests

lint: setup
	@$(RUN) -m ruff format --check .
	@$(RUN) -m ruff check .

types: setup
	@$(RUN) -m mypy $(ROOMS)

format: setup ## put the code in shape
	@$(RUN) -m ruff format .
	@$(RUN) -m ruff check --fix .

lock: setup ## pin requirements.in anew: names, versions and hashes, no addresses
	@$(RUN) -m pip install -qq --disable-pip-version-check --no-input "$(UV)" </dev/null >&2
	@$(RUN) -m uv pip compile requirements.in --output-file requirements.lock --quiet --upgrade --universal \
		--python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links
	@if grep -nE '://|^-' requirements.lock; then echo "requirements.lock must not name addresses" >&2; exit 1; fi
	@echo "requirements.lock: $$(grep -c == requirements.lock) packages"

# Tests skip, with one line, what is missing; so a machine where nothing may be installed still passes.
deps: ## peers beyond Python (Chromium, Dovecot, npm), where they may be installed
	@if ! { command -v chromium && command -v dovecot; } >/dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
			apt-get update -qq </dev/null >&2 && \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium dovecot-imapd </dev/null >/dev/null 2>&1 || \
			echo "deps: Chromium and Dovecot could not be installed; their tests will be skipped." >&2; \
		else echo "deps: without root Chromium and Dovecot are not installed; their tests will be skipped." >&2; fi; fi
	@if command -v npm >/dev/null 2>&1; then \
		cmp -s tests/peers/package-lock.json tests/peers/node_modules/installed.lock || { \
			npm --prefix tests/peers ci --no-audit --no-fund --ignore-scripts --loglevel=error </dev/null >&2 && \
			cp tests/peers/package-lock.json tests/peers/node_modules/installed.lock; } || \
			echo "deps: the npm peers could not be installed; their tests will be skipped." >&2; \
	else echo "deps: without npm the peers are not installed; their tests will be skipped." >&2; fi

client: setup ## generate the TypeScript client's types from the API (needs `make deps`)
	@$(RUN) bot.py openapi > $(VENV)/openapi.json
	@tests/peers/node_modules/.bin/openapi-typescript $(VENV)/openapi.json \
		--output $(CURDIR)/channels/web/client/schema.d.ts >/dev/null

bench: setup ## measure (ARGS names one: ARGS=turn)
	@for file in benchmarks/$(or $(ARGS),[a-z]*).py; do \
		[ -e "$$file" ] || { echo "no benchmark $$file" >&2; exit 1; }; \
		$(RUN) -m "benchmarks.$$(basename "$$file" .py)" || exit 1; done

evaluate: setup ## leads' messages through the rules and the configured models (ARGS="--model openai --most 50")
	@$(RUN) bot.py evaluate $(ARGS)

clean: ## remove .venv and caches; data stays
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
