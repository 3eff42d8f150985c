"""Gives a subset of Source Sans its own family name, as the reserved font name asks for."""
import sys

from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1])
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6, 16, 25):
        plain = "IsonomiaSans" if record.nameID in (3, 6, 25) else "Isonomia Sans"
        record.string = plain
font.flavor = "woff2" if sys.argv[2].endswith(".woff2") else None
font.save(sys.argv[2])
