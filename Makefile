# Two commands: `make demo` shows what goldenthread does with the sample plans, `make test` checks everything.

VENV := .venv
BIN := $(VENV)/bin
OUT := out
STORE := $(OUT)/store
GOLD := $(BIN)/goldenthread

.PHONY: help demo test check fix docs images clean

help:
	@echo "make demo    install, read the sample plans, ask three questions, draw two maps"
	@echo "make test    install and run linters, types, import contracts and tests"
	@echo "make check   the same without installing, in the environment that is there"
	@echo "make fix     let ruff mend what it can"
	@echo "make docs    write the generated parts of README.md and docs/ again"
	@echo "make images  draw the pictures of README.md again (needs Chromium)"
	@echo "make clean   remove the environment and all that was made"

demo: $(VENV)/.model
	@mkdir -p $(OUT)
	$(GOLD) ingest sample --store $(STORE)
	@echo
	$(GOLD) ask "Which actions support Recommendation 6?" --store $(STORE)
	@echo
	$(GOLD) ask "Which schools does Field Elementary feed into?" --store $(STORE)
	@echo
	$(GOLD) ask "What is the target for dual enrollment classes?" --store $(STORE)
	@echo
	$(GOLD) map feeder --store $(STORE) --out $(OUT)/feeder.html
	$(GOLD) map alignment --store $(STORE) --out $(OUT)/alignment.html
	@echo
	@echo "The maps lie in $(OUT)/feeder.html and $(OUT)/alignment.html; open them in a browser."
	@echo "For the web pages run:  $(GOLD) serve --store $(STORE)"

test: $(VENV)/.dev $(VENV)/.model check

check:
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

fix:
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

images: $(VENV)/.dev $(VENV)/.model
	$(BIN)/python docs/make_images.py

clean:
	rm -rf $(VENV) $(OUT)

# What is installed is installed again only when pyproject.toml or constraints.txt changed.
$(BIN)/python:
	@set -e; \
	for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$candidate" -m venv $(VENV); exit 0; \
		fi; \
	done; \
	echo "goldenthread needs Python 3.11 or later; install it, or name one: make PYTHON=/path/to/python $(MAKECMDGOALS)" >&2; \
	exit 1

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.model: $(VENV)/.run
	$(BIN)/goldenthread model
	@touch $@
