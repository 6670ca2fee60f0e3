"""Makes `graph/ask/english.tsv`, the common words of English with the kind of word each mostly is.

    pip install textblob symspellpy   # development only: their lists, not their code, are read
    python benchmarks/english.py > graph/ask/english.tsv

Frequencies are those of SymSpell's dictionary (Google Books Ngrams crossed with SCOWL), kinds those of the
Brill tagger's lexicon as TextBlob ships it (both MIT): n noun, v verb, r adverb, j adjective, f small word.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

MOST = 20_000
KINDS = {"NN": "n", "VB": "v", "RB": "r", "JJ": "j", "MD": "v", "UH": "r"}
SMALL = {"DT", "IN", "PRP", "PRP$", "CC", "WP", "WDT", "WRB", "WP$", "PDT", "EX", "TO", "RP", "CD"}


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: pip install {package}")
    return Path(spec.origin).parent


def main() -> None:
    """Write the list, the most frequent word first."""
    tags: dict[str, str] = {}
    lexicon = _folder("textblob") / "en" / "en-lexicon.txt"
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word and not word.startswith(";"):
            tags.setdefault(word, tag.split()[0] if tag else "")
    written = 0
    frequencies = _folder("symspellpy") / "frequency_dictionary_en_82_765.txt"
    for line in frequencies.read_text(encoding="utf-8-sig").splitlines():
        word = line.split()[0]
        tag = tags.get(word, "")
        kind = "f" if tag in SMALL else KINDS.get(tag[:2], "")
        if kind and word.isalpha() and written < MOST:
            sys.stdout.write(f"{word}\t{kind}\n")
            written += 1


if __name__ == "__main__":
    main()
