# One command sets up and runs the main job (`make demo`), one sets up and passes the tests (`make test`).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := corpora/sample_package

# Debian packages: what the product calls, and what only its tests start. RUNLEVEL=1: nothing is started as a service.
RUNS_WITH := tesseract-ocr tesseract-ocr-ind tesseract-ocr-osd redis-server
TESTS_WITH := postgresql libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui p7zip-full unar
INSTALLED = dpkg-query --show --showformat='$${db:Status-Status}\n' $(1) 2>/dev/null | grep -cx installed
define install
	@[ "$$($(call INSTALLED,$(1)))" = $(words $(1)) ] || { \
	  command -v apt-get >/dev/null || { echo "no apt-get here: please install $(1) yourself"; exit 0; }; \
	  echo "installing Debian packages: $(1)"; \
	  SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && $$SUDO env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
	    apt-get install -y -qq --no-install-recommends $(1) >/dev/null; }
endef

.PHONY: serve faults setup setup-tests demo test check bench hostile fuzz clean lock

setup: $(VENV)/.ready

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	$(call install,$(RUNS_WITH))
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

setup-tests: setup
	$(call install,$(TESTS_WITH))

# Rewrites the lock files: names, versions and hashes only.
lock: setup
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --extra dev --output-file requirements-dev.lock pyproject.toml

# Everything on this machine; the first start prints the administrator's one-time password.
serve: setup
	$(BIN)/evidence-ai serve

# Kill parts of a running service at every step and look whether anything was lost; N rounds.
N ?= 1
faults: setup-tests
	EVIDENCE_FAULT_ROUNDS=$(N) $(BIN)/pytest tests/end_to_end/test_faults.py

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

test: setup-tests
	$(BIN)/pytest -n 2 --dist loadfile

# Speed, side by side with peers in one run. EVIDENCE_GOLD=DIR measures on the documents of a reference set.
bench: setup
	$(BIN)/python -m tests.bench

# Thousands of broken files through the real command: one named outcome each, nothing left behind.
COUNT ?= 5000
hostile: setup
	$(BIN)/python -m tests.hostile --count $(COUNT)

# Coverage-guided fuzzing of every parser family, SECONDS each; what breaks a promise is kept under build/fuzz.
SECONDS ?= 600
fuzz: setup
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .cache build out *.egg-info
