"""The bars of the README: what one push and its answer cost in each language."""

from __future__ import annotations

from html import escape

from driver.bounds import KB
from driver.figures import BINDINGS, Figures

WIDTH, LABELS, BAR, STEP, GAP, TOP = 760, 300, 16, 22, 14, 40
NUMBERS = 90
OWN = ' class="own"'
# Grey of the middle is read on white and on black; the green is WeChat's.
STYLE = """
    text { font: 12px ui-sans-serif, system-ui, sans-serif; fill: #59636e }
    .own text { font-weight: 600 }
    rect { fill: #9198a1 }
    .own rect { fill: #07c160 }
    @media (prefers-color-scheme: dark) { text { fill: #9198a1 } rect { fill: #656c76 } }
"""


def chart(figures: Figures) -> str:
    """An SVG: wxseal and each peer of each language, in microseconds; XML, which all of them have."""
    groups = [
        (language, [(name, figures.both(language, name, "xml", KB)) for name in subjects])
        for language in BINDINGS
        if (subjects := ["wxseal", *figures.peers(language)])
    ]
    slowest = max(ns for _, bars in groups for _, ns in bars if ns)
    y = TOP
    parts = []
    for language, bars in groups:
        for name, ns in bars:
            if ns is None:
                continue
            length = max(1.0, (WIDTH - LABELS - NUMBERS) * ns / slowest)
            label = f"{BINDINGS[language]['name']}: {name}"
            parts.append(
                f"<g{OWN if name == 'wxseal' else ''}>"
                f'<text x="{LABELS - 8}" y="{y + 12}" text-anchor="end">{escape(label)}</text>'
                f'<rect x="{LABELS}" y="{y}" width="{length:.1f}" height="{BAR}" rx="2"/>'
                f'<text x="{LABELS + length + 6:.1f}" y="{y + 12}">{ns / 1000:.1f} µs</text></g>'
            )
            y += STEP
        y += GAP
    title = "Decrypting a push of 1 KB and encrypting its answer, in microseconds; less is better"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" role="img">',
            f"<title>{title}</title>",
            f"<style>{STYLE}</style>",
            f'<text x="0" y="18">{title}</text>',
            *parts,
            "</svg>\n",
        ]
    )
