# The commands of a checkout. Each builds the environment it needs under .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test check quality bench wheel clean
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /	/'

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.run

demo: $(VENV)/.run ## sample councils on loopback, one sync, records and drafts in ./paragraf-data
	$(BIN)/python -m paragraf demo

test: $(VENV)/.dev ## all tests; those that need LibreOffice or PostgreSQL are skipped where these are missing
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.dev ## style, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(VENV)/.dev ## extraction against the annotated documents; fails below the pinned floors
	$(BIN)/python -m paragraf evaluate tests/annotated --floors tests/annotated/floors.toml

bench: $(VENV)/.dev ## speed as ratios measured in one run
	$(BIN)/python -m bench

wheel: $(VENV)/.dev ## dist/paragraf-*.whl
	$(BIN)/python -m build --no-isolation --wheel

clean: ## remove the environment and what the demo left
	rm -rf $(VENV) paragraf-data dist build
