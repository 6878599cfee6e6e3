//! `include/wxseal.h` in Rust, made of the header itself, so that no test and no fuzzer can call a function in another way than
//! it says. What is linked with the library calls the functions by their names; what loads the library has them in [`Functions`].
#![expect(non_camel_case_types, clippy::unreadable_literal, reason = "the header is C's")]
#![expect(missing_docs, reason = "the header says what they are")]

#[cfg(test)]
mod parser;

/// The macros that stand for a number, alone and as a list.
macro_rules! numbers {
    ($($name:ident = $number:expr;)*) => {
        $(pub const $name: i32 = $number;)*

        /// Every macro of the header that stands for a number.
        pub const NUMBERS: [(&str, i32); [$($name),*].len()] = [$((stringify!($name), $name)),*];
    };
}

/// The functions, to be linked and to be loaded.
macro_rules! functions {
    ($(fn $name:ident($($type:ty),*) -> $result:ty;)*) => {
        unsafe extern "C" {
            $(pub fn $name($(_: $type),*) -> $result;)*
        }

        /// The functions of a library that a program loads while it runs.
        pub struct Functions {
            $(pub $name: unsafe extern "C" fn($($type),*) -> $result,)*
        }

        impl Functions {
            /// Looks up every function that the header declares.
            ///
            /// # Errors
            /// Those of `address`.
            ///
            /// # Safety
            /// `address` gives the address of the function of that name in a libwxseal.so that this header is of, and that
            /// stays loaded.
            pub unsafe fn load<E>(mut address: impl FnMut(&'static str) -> Result<*const (), E>) -> Result<Self, E> {
                Ok(Functions {
                    // SAFETY: the caller promises that the function is there, and its type is the header's.
                    $($name: unsafe {
                        std::mem::transmute::<*const (), unsafe extern "C" fn($($type),*) -> $result>(
                            address(stringify!($name))?,
                        )
                    },)*
                })
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/wxseal.rs"));
