# `make review` and `make test` need Python 3.11 or later and nothing else; everything is installed into $(VENV).
PYTHON ?= python3
VENV ?= .venv
TARGET ?= examples/bookshop
FUZZ ?= 200
READY := $(VENV)/.ready

.PHONY: review compiled test fuzz lint format bench chaos lock docs clean

review: $(READY)  ## review TARGET, in the terminal and as review.html
	@$(VENV)/bin/python scripts/compile.py || echo "It runs as it is written."
	$(VENV)/bin/xcr review "$(TARGET)" --output html=review.html
	@echo "The same as a page: review.html"

compiled: $(READY)  ## compile the data-flow engine, where that can be done and has not been
	@$(VENV)/bin/python scripts/compile.py

test: $(READY) compiled  ## all tests, or one layer: make test LAYER=sources
	VENV="$(VENV)" scripts/run_tests.sh $(LAYER)

fuzz: $(READY)  ## the API's description against the API, with FUZZ requests of each kind for each operation
	XCR_TEST_FUZZ=$(FUZZ) $(VENV)/bin/pytest --timeout=0 tests/api/test_schemathesis.py

lint: $(READY)  ## format, lint, types, import contracts, our own rules on our own tree
	VENV="$(VENV)" scripts/lint.sh

format: $(READY)
	$(VENV)/bin/ruff check --fix-only -q .
	$(VENV)/bin/ruff format .

bench: $(READY)  ## the numbers of docs/benchmarks.md, as ratios within one run
	$(VENV)/bin/python -m bench

chaos: $(READY)  ## kill what the service stands on in the middle of 20 reviews, and compare what is found
	$(VENV)/bin/python -m bench.chaos

docs: $(READY)  ## make the generated pages anew
	$(VENV)/bin/python scripts/make_docs.py

lock: $(READY)  ## resolve the dependencies again, with hashes and without addresses
	$(VENV)/bin/python -m pip install -q uv
	$(VENV)/bin/uv pip compile -q --universal --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--extra dev --python-version 3.11 pyproject.toml -o requirements.lock

$(READY): requirements.lock pyproject.toml hatch_build.py scripts/set_up.sh
	PYTHON="$(PYTHON)" VENV="$(VENV)" scripts/set_up.sh
	@touch $@

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage* htmlcov review.html
