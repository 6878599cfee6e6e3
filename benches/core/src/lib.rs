//! The inputs of the benchmarks, as `benches/cases.py` writes them.

pub mod case;
