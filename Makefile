# `make` alone lists what can be done. Everything is set up on first use, in .venv.
PYTHON_HERE := .venv/bin/python
SETUP := bash packaging/setup.sh
SCREENLESS := [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ] && [ "$$(uname -s)" = Linux ]
ARGS :=

.DEFAULT_GOAL := help
.PHONY: help run test lint battery bench screens clean setup

help:
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name words; do \
		printf '%-14s %s\n' "$$name" "$$words"; done

run: .venv/.ready ## open the window on a throw-away copy of the sample journal
	@if $(SCREENLESS); then \
		echo "There is no screen here: try xvfb-run -a make run, or come in with ssh -X." >&2; exit 1; fi
	@$(PYTHON_HERE) -m mentorjournal --sample $(ARGS)

test: .venv/.ready-dev ## run every test without a screen (ARGS="-k map" for some)
	@QT_QPA_PLATFORM=offscreen $(PYTHON_HERE) -m pytest -q $(ARGS)

lint: .venv/.ready-dev ## check style, types and who imports whom
	@$(PYTHON_HERE) -m ruff check .
	@$(PYTHON_HERE) -m mypy
	@.venv/bin/lint-imports

battery: .venv/.ready-dev ## do to real files what a journal must survive, thousands of times
	@QT_QPA_PLATFORM=offscreen $(PYTHON_HERE) -m mentorjournal.tests.battery $(ARGS)

bench: .venv/.ready-dev ## measure start, memory, lists, map and paper on a large journal
	@if $(SCREENLESS); then set -- xvfb-run -a -s "-screen 0 1920x1200x24"; else set --; fi; \
		"$$@" $(PYTHON_HERE) -m mentorjournal.tests.bench $(ARGS)

screens: .venv/.ready-dev ## take the pictures of every screen
	@if $(SCREENLESS); then set -- xvfb-run -a -s "-screen 0 1920x1200x24"; else set --; fi; \
		"$$@" $(PYTHON_HERE) -m mentorjournal.tests.screens $(ARGS)

setup: .venv/.ready-dev ## get this machine ready for all of the above

clean: ## remove .venv, caches and build folders; no journal is touched
	@rm -rf .venv build dist *.egg-info .coverage htmlcov .hypothesis .import_linter_cache
	@rm -rf .mypy_cache .pytest_cache .ruff_cache mentorjournal/.ruff_cache
	@find mentorjournal packaging -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.ready: pyproject.toml constraints.txt packaging/setup.sh $(wildcard packaging/fonts.py)
	@$(SETUP) run
	@touch $@

.venv/.ready-dev: .venv/.ready
	@$(SETUP) dev
	@touch $@
