"""The rooms of `benches/run`."""

import sys
from pathlib import Path

# For tools/languages.py.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
