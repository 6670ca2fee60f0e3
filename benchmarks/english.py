"""Makes `graph/ask/english.tsv`, the common words of English with the kind of word each mostly is.

    pip install textblob symspellpy   # development only: their lists, not their code, are read
    python benchmarks/english.py > graph/ask/english.tsv
    python benchmarks/english.py rare > graph/ask/english_rare.txt   # the next 40,000

Frequencies are those of SymSpell's dictionary (Google Books Ngrams crossed with SCOWL), kinds those of the
Brill tagger's lexicon as TextBlob ships it (both MIT): n noun, v verb, r adverb, j adjective, f small word.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

MOST, RARE = 20_000, 40_000
SHORTEST = 4  # letters of a rare word: shorter ones are mostly slips or short forms
KINDS = {"NN": "n", "VB": "v", "RB": "r", "JJ": "j", "MD": "v", "UH": "r"}
SMALL = {"DT", "IN", "PRP", "PRP$", "CC", "WP", "WDT", "WRB", "WP$", "PDT", "EX", "TO", "RP", "CD"}


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: pip install {package}")
    return Path(spec.origin).parent


def _kinds() -> dict[str, str]:
    tags: dict[str, str] = {}
    lexicon = _folder("textblob") / "en" / "en-lexicon.txt"
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word and not word.startswith(";"):
            tags.setdefault(word, tag.split()[0] if tag else "")
    return {word: "f" if tag in SMALL else KINDS.get(tag[:2], "") for word, tag in tags.items()}


def main() -> None:
    """Write the common words with their kinds, or the rare ones; the most frequent word first."""
    kinds = _kinds()
    lines = (_folder("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    words = [word for line in lines.splitlines() if (word := line.split()[0]).isalpha()]
    common = [word for word in words if kinds.get(word)][:MOST]
    if sys.argv[1:] == ["rare"]:
        known = set(common)
        rare = [word for word in words if word not in known and len(word) >= SHORTEST][:RARE]
        sys.stdout.writelines(f"{word}\n" for word in rare)
    else:
        sys.stdout.writelines(f"{word}\t{kinds[word]}\n" for word in common)


if __name__ == "__main__":
    main()
