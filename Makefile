# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
PORT   ?= 8501
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: env demo test lint browser bench agreement identifiers attacks fuzz hostile annotated dialects lock format

## env: build .venv from the hash-locked requirements, and nothing else
env: $(VENV)/.built

$(VENV)/.built: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Python 3.11, 3.12 or 3.13 is needed; choose one: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

## demo: the dashboard on invented data; PORT= chooses the port
demo: env
	$(BIN)/monitoring demo --port $(PORT)

## test: lint, types, import contracts and every test
test: env browser lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: env
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

## browser: Chromium, LibreOffice and Java from the system's packages, when they are missing
browser:
	@tools/system_packages

## bench: us beside what a user would otherwise use, in one run
bench: env
	$(BIN)/python -m benchmarks

## agreement: every indicator computed twice, in SQL and in plain Python, for PEOPLE= invented people (3000 take some minutes)
PEOPLE ?= 3000
agreement: env
	$(BIN)/python tests/agreement $(PEOPLE)

## identifiers: what the identifier gate finds in labelled strings of five languages, and its false alarms
identifiers: env
	$(BIN)/python tests/identifiers

## fuzz: MUTANTS= of real workbooks, read with the true limits; none may take its parent down
MUTANTS ?= 20000
fuzz: env
	$(BIN)/python tests/fuzz $(MUTANTS)

## attacks: how many withheld counts each scheme gives away, and the check report of a release of the sample data
attacks: env
	$(BIN)/python tests/protection

## hostile: the table of hostile files: what each got, in what time and memory
hostile: env
	$(BIN)/python tests/intake/hostile

## annotated: workbooks of several programs beside their marked copies: what is the same to the byte
annotated: env
	$(BIN)/python tests/annotate

## dialects: one hand-in in every dialect that is sent: its rows, and whether each answer is the same
dialects: env
	$(BIN)/python sample_data/make.py --dialects

## format: put the code into its shape
format: env
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

## lock: choose versions anew; the file names no package index (needs uv)
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header --output-file requirements.txt
