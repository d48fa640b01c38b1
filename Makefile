# The targets of the README; CI calls the same ones.
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := $(if $(CI),--constraint constraints.txt)
PYTHON ?= python3

.PHONY: site test lint types contracts bench fuzz mutate barriers clean

site: $(VENV)/.installed
	$(BIN)/alarmplan build

test: $(VENV)/.installed-test
	tests/need-browser
	tests/need-language-server
	$(BIN)/pytest --numprocesses auto

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.installed-test
	$(BIN)/mypy

contracts: $(VENV)/.installed-test
	$(BIN)/lint-imports

bench: $(VENV)/.installed-test
	$(BIN)/python tests/benchmarks/run.py

fuzz: $(VENV)/.installed-test
	$(BIN)/python tests/fuzz/run.py

mutate: $(VENV)/.installed-test
	$(BIN)/python tests/mutation/survey.py

barriers: $(VENV)/.installed-test
	WHOLE=1 $(BIN)/pytest tests/browser/test_barriers.py

clean:
	rm -rf $(VENV) site preview dist

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check $(CONSTRAINTS) --editable .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check $(CONSTRAINTS) --editable '.[test]'
	touch $@
