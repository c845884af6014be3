# Two commands do all: `make demo` and `make check`. Each makes its own virtual environment first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo check lint types test docs docs-check fix bench clean

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --editable .
	$(BIN)/pip install --quiet --group dev
	touch $@

demo: $(STAMP)
	@echo '$$ phiguard scan examples/or_schedule.csv'
	@$(BIN)/phiguard scan examples/or_schedule.csv; code=$$?; \
	if [ $$code -ne 1 ]; then echo "expected findings (exit 1), got exit $$code"; exit 1; fi; \
	echo "The demo found what it should: phiguard exits with 1 when Patient Data is there."

check: $(STAMP) lint types test docs-check

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

test: $(STAMP)
	$(BIN)/python -m pytest --cov --cov-report=term

docs: $(STAMP)
	$(BIN)/python tools/build_docs.py

docs-check: $(STAMP)
	$(BIN)/python tools/build_docs.py --check

fix: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
