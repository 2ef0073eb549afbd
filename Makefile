# One command sets up and runs the main job (`make demo`), one sets up and passes the tests (`make test`).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := corpora/sample_package

.PHONY: setup demo test check bench clean lock

setup: $(VENV)/.ready

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@tesseract --list-langs 2>/dev/null | grep -qx ind || { \
	  echo "installing tesseract with Indonesian (Debian packages)"; \
	  export DEBIAN_FRONTEND=noninteractive; SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-ind tesseract-ocr-osd >/dev/null; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Rewrites the lock files: names, versions and hashes only.
lock: setup
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --extra dev --output-file requirements-dev.lock pyproject.toml

demo: setup
	@mkdir -p build/demo
	@echo "1/3 pre-checking $(SAMPLE)"
	$(BIN)/evidence-ai precheck $(SAMPLE) --region 99.01 --data-year 2024 --json build/demo/precheck.json \
	  --html build/demo/laporan.html --xlsx build/demo/laporan.xlsx --docx build/demo/laporan.docx >/dev/null
	@echo "2/3 scoring the decisions people took on it"
	$(BIN)/evidence-ai score $(SAMPLE)/decisions.json > build/demo/receipt.json
	@echo "3/3 verifying the receipt"
	$(BIN)/evidence-ai verify build/demo/receipt.json --decisions $(SAMPLE)/decisions.json --inputs $(SAMPLE)
	@echo "The report is build/demo/laporan.html (also .xlsx, .docx); the receipt is build/demo/receipt.json"

check: setup
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not slow" -n 2

test: setup
	$(BIN)/pytest -n 2 --dist loadfile

# Speed, side by side with peers in one run. EVIDENCE_GOLD=DIR measures on the documents of a reference set.
bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .cache build out *.egg-info
