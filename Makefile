# What README and CI run. `make demo` and `make test` set up .venv first; PYTHON=... chooses the interpreter,
# DATA=... the folder of public data sets for `make train`.
PYTHON = python3
DATA = data
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check -q

# Bytecode of all packages would take a tenth of the install; what every start of the program loads is compiled.
COMPILE = $(BIN)/python -m compileall -q src/mihwar $$(for name in attr attrs cyclopts docstring_parser rich typing_extensions.py; do \
	ls -d .venv/lib/python3*/site-packages/$$name 2>/dev/null; done)

.PHONY: demo test lint browser lock train picture clean

demo: .venv/installed
	$(BIN)/mihwar why USA AZE examples/us-azerbaijan-armenia

test: .venv/developed browser lint
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadscope

lint: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# The lock names every package by version. `training` stays out: it is large, and no face of Mihwar runs it.
lock: .venv/developed
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml --extra web --extra charts --extra cluster --extra llm-test --extra dev \
		--universal --python-version 3.11 --no-emit-index-url -o requirements.lock

train: .venv/installed
	$(PIP) install -c requirements.lock -e '.[training]'
	$(BIN)/python -m mihwar.training --data "$(DATA)"

picture: .venv/developed browser
	$(BIN)/python tools/make_picture.py

# Chromium draws the pages that tests/browser looks at. Without it, and without the right to install it,
# those tests are skipped and say so.
browser:
	@if { ! command -v chromium >/dev/null 2>&1 || [ ! -d /usr/share/fonts/truetype/noto ]; } \
		&& command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null; \
	fi

.venv/bin/python:
	@for name in "$(PYTHON)" python3.11 python3.12 python3.13; do \
		if "$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1; then \
			exec "$$name" -m venv .venv; \
		fi; \
	done; echo "Mihwar needs Python 3.11, 3.12 or 3.13: make PYTHON=/path/to/python $(MAKECMDGOALS)" >&2; exit 1

.venv/installed: .venv/bin/python pyproject.toml requirements.lock
	$(PIP) install --no-compile -c requirements.lock -e .
	@$(COMPILE)
	@touch $@

.venv/developed: .venv/bin/python pyproject.toml requirements.lock
	$(PIP) install --no-compile -c requirements.lock -e '.[dev]'
	@$(COMPILE)
	@touch .venv/installed $@

clean:
	rm -rf .venv build dist test-artefacts .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
