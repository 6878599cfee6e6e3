//! wxseal for Python.
