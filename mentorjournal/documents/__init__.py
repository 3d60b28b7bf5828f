"""On paper: a document is composed as plain data, then written as PDF, plain text or Markdown.

Read `document.py`, then `agenda.py`. `blocks.py` sets each kind of block (its parts: `parts.py`),
`flow.py` breaks pages, `typeset.py` with `spans.py`, `runs.py`, `faces.py`, `fontfiles.py` and
`sfnt.py` turns user text into glyphs, `pdf.py` with `draw.py` and `embed.py` writes the file,
`text.py` the body of an email.
"""
