#!/bin/sh
# Makes the fonts of the pages (src/main/resources/assets/) and of what is printed
# (src/main/resources/paper/, which a PDF embeds: plain TrueType, one file a weight) from Source Sans 3 (SIL Open Font License 1.1).
#
# Needs npm, git, python3-fonttools and python3-brotli. Run it by hand when the font or the set of letters
# changes; what it makes is committed. "Source" is a reserved font name, so the subset, which is a
# modified version, carries the family name "Isonomia Sans" in the file and in the style sheet.
set -eu
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
assets="$here/../resources/assets"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @fontsource-variable/source-sans-3@5.3.0 >/dev/null
tar xzf ./*.tgz

# subset <source subset> <letters> <name>
subset() {
  "$python" -m fontTools.varLib.instancer -q "package/files/source-sans-3-$1-wght-normal.woff2" \
    wght=400:700 -o "$work/$3.ttf"
  pyftsubset "$work/$3.ttf" --unicodes="$2" --flavor=woff2 --no-hinting --name-IDs=1,2,3,4,6,13,14 \
    --layout-features=kern,mark,mkmk,ccmp,locl,liga,tnum --output-file="$work/$3.woff2"
  "$python" "$here/rename.py" "$work/$3.woff2" "$assets/$3.woff2"
}

# keep the ranges in step with src/main/scss/_fonts.scss
subset latin "U+20-7E,U+A0,U+A7,U+A9,U+AB,U+B0,U+B7,U+BB,U+D3,U+D7,U+F3,U+2013,U+2014,U+2018,U+2019,U+201C-201E,U+2026,U+2192" isonomia-sans-latin
subset latin "U+C0-D2,U+D4-D6,U+D8-F2,U+F4-F6,U+F8-FF" isonomia-sans-accents-west
subset latin-ext "U+104-107,U+118,U+119,U+141-144,U+15A,U+15B,U+179-17C" isonomia-sans-polish
subset cyrillic "U+401,U+404,U+406,U+407,U+410-44F,U+451,U+454,U+456,U+457,U+490,U+491" isonomia-sans-cyrillic

# the own name of Ukrainian in the choice of a language: eight letters in one weight, so that pages in other
# languages show it in the same font without fetching the Cyrillic one
"$python" -m fontTools.varLib.instancer -q "package/files/source-sans-3-cyrillic-wght-normal.woff2" \
  wght=400 -o "$work/own-names.ttf"
pyftsubset "$work/own-names.ttf" --text="Українська" --flavor=woff2 --no-hinting --name-IDs=1,2,3,4,6,13,14 \
  --layout-features=kern,mark,mkmk,ccmp,locl,liga --output-file="$work/own-names.woff2"
"$python" "$here/rename.py" "$work/own-names.woff2" "$assets/isonomia-sans-own-names.woff2"

git clone --quiet --depth 1 --branch 3.052R https://github.com/adobe-fonts/source-sans
for weight in Regular Bold; do
  name=isonomia-sans-$(echo "$weight" | tr RB rb)
  pyftsubset "source-sans/TTF/SourceSans3-$weight.ttf" --no-hinting --name-IDs=1,2,3,4,5,6,13,14 \
    --unicodes="U+20-7E,U+A0-17F,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,U+2039,U+203A,U+20AC,U+20B4,U+2116,U+2190-2193,U+2212,U+2713,U+300,U+301,U+400-45F,U+490,U+491" \
    --layout-features=kern,mark,mkmk,ccmp,locl --output-file="$work/$name.ttf"
  "$python" "$here/rename.py" "$work/$name.ttf" "$here/../resources/paper/$name.ttf"
done
