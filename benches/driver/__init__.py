"""The rooms of `benches/run.py`."""
