#!/bin/sh
# Reads the sample plans into a store of their own, asks three questions and draws two maps.
set -eu
out=${1:-out}
gold=${GOLDENTHREAD:-goldenthread}
store=$out/store
mkdir -p "$out"

say() { printf '\n== %s\n\n' "$1"; }

say "Reading the plans in sample/"
"$gold" ingest sample --store "$store"

for question in \
    "Which actions support Recommendation 6?" \
    "Where do students of Field Elementary go next?" \
    "Which departments' actions need additional resources?"
do
    say "$question"
    "$gold" ask "$question" --store "$store"
done

say "Drawing the maps"
"$gold" map feeder --store "$store" --out "$out/feeder.html"
"$gold" map alignment --store "$store" --out "$out/alignment.html"

cat <<END

The feeder map lies in $out/feeder.html and the alignment map in $out/alignment.html; open them in a browser.
For the web pages run:  $gold serve --store $store
and open the address that it prints.
END
