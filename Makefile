# make edition   encode, validate and build the edition of this repository
# make test      run all tests
# Both set up .venv first, once. PYTHON names another interpreter: make edition PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
READY_TO_TEST := .venv/ready-to-test

.DEFAULT_GOAL := edition
.PHONY: edition test check clean

edition: $(READY)
	@$(BIN)/chancery convert
	@$(BIN)/chancery validate
	@$(BIN)/chancery build

test: $(READY_TO_TEST)
	@$(BIN)/python -m pytest

check: $(READY_TO_TEST)
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m mypy

clean:
	rm -rf build .venv

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "chancery needs Python 3.11 or newer: make PYTHON=...")'
	@$(PYTHON) -m venv .venv
	@echo "setting up .venv (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(READY_TO_TEST): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
