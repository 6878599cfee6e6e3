//! `include/wxseal.h`, as build.rs reads it.
#![allow(dead_code, non_camel_case_types, reason = "the header's names are C's, and it declares more than is called")]

include!(concat!(env!("OUT_DIR"), "/wxseal.rs"));
