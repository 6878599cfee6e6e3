dnl SPDX-License-Identifier: MIT OR Apache-2.0

PHP_ARG_WITH([wxseal],
  [for wxseal],
  [AS_HELP_STRING([--with-wxseal@<:@=DIR@:>@],
    [Verify, decrypt and answer WeChat message pushes. DIR is a checkout of wxseal that was built, or the prefix
     where it was installed. Without DIR: the checkout around these sources if it was built, else what pkg-config
     says of wxseal, else that checkout, which cargo then builds])])

if test "$PHP_WXSEAL" != "no"; then
  case $PHP_WXSEAL in
    yes) wxseal_place=$(cd "$abs_srcdir/.." && pwd) ;;
    *) wxseal_place=$PHP_WXSEAL ;;
  esac
  wxseal_needed=$(sed -n 's/^#define PHP_WXSEAL_VERSION "\(.*\)"/\1/p' "$abs_srcdir/php_wxseal.h")

  dnl A checkout's cargo may build elsewhere, and what is installed may lie in lib64 or lib/<triplet>.
  wxseal_look() {
    wxseal_archive=
    for wxseal_archive_in in "$("$wxseal_place/tools/target-dir" 2>/dev/null)/release" "$wxseal_place/target/release" \
        "$wxseal_place/$PHP_LIBDIR" "$wxseal_place/lib" "$wxseal_place/lib64" \
        "$wxseal_place/lib/$($CC -print-multiarch 2>/dev/null)"; do
      if test -z "$wxseal_archive" &&
         test -f "$wxseal_place/include/wxseal.h" && test -f "$wxseal_archive_in/libwxseal.a"; then
        wxseal_archive=$wxseal_archive_in/libwxseal.a
      fi
    done
  }

  AC_MSG_CHECKING([for wxseal.h and libwxseal.a])
  wxseal_look
  AC_MSG_RESULT([${wxseal_archive:-not in $wxseal_place}])
  if test -z "$wxseal_archive" && test "$PHP_WXSEAL" = "yes"; then
    PKG_CHECK_MODULES([LIBWXSEAL], [wxseal >= $wxseal_needed], [wxseal_installed=yes], [wxseal_installed=no])
    if test "$wxseal_installed" = "no"; then
      AC_MSG_CHECKING([for a checkout of wxseal and cargo to build it with])
      PATH=$PATH:$HOME/.cargo/bin
      if test -d "$wxseal_place/ffi-c" && command -v cargo >/dev/null; then
        AC_MSG_RESULT([$wxseal_place; this takes a minute or two])
        "$wxseal_place/tools/rust" && (cd "$wxseal_place" && cargo build --release --locked -p wxseal-c) ||
          AC_MSG_ERROR([cargo did not build libwxseal])
        wxseal_look
      else
        AC_MSG_RESULT([no])
        wxseal_older=$($PKG_CONFIG --modversion wxseal 2>/dev/null)
        if test -n "$wxseal_older"; then
          AC_MSG_ERROR([libwxseal $wxseal_older is installed, and this extension needs $wxseal_needed or later])
        fi
        AC_MSG_ERROR([m4_normalize([there is neither libwxseal nor a checkout with cargo: install libwxseal $wxseal_needed or
          later with its headers (libwxseal-dev), or Rust (https://rustup.rs) and build in the checkout])])
      fi
    fi
  fi

  if test -n "$wxseal_archive"; then
    PHP_ADD_INCLUDE([$wxseal_place/include])
    dnl -Wl keeps libtool from warning of an archive in a module (this one is position-independent), and in order.
    WXSEAL_SHARED_LIBADD="-Wl,$wxseal_archive,-lpthread,-lm,-ldl"
    dnl Two extensions that bring the same Rust must not find each other's symbols. Apple's linker hides them by itself.
    case $host_alias in
      *darwin*) ;;
      *) WXSEAL_SHARED_LIBADD="$WXSEAL_SHARED_LIBADD -Wl,--exclude-libs,ALL" ;;
    esac
    dnl Another archive means another extension.
    WXSEAL_SHARED_DEPENDENCIES=$wxseal_archive
    PHP_SUBST([WXSEAL_SHARED_DEPENDENCIES])
  elif test "$wxseal_installed" = "yes"; then
    PHP_EVAL_INCLINE([$LIBWXSEAL_CFLAGS])
    PHP_EVAL_LIBLINE([$LIBWXSEAL_LIBS], [WXSEAL_SHARED_LIBADD])
  else
    AC_MSG_ERROR([$wxseal_place has no include/wxseal.h, or no libwxseal.a in the folder that cargo builds in, lib, lib64 or lib/<triplet>])
  fi

  PHP_SUBST([WXSEAL_SHARED_LIBADD])
  wxseal_sources="wxseal.c argument.c pairs.c value.c exception.c msg_crypt.c parts.c endpoint.c incoming.c reply.c robot.c"
  wxseal_sources="$wxseal_sources message.c widget_query.c response.c recent_keys.c claim.c platform.c api.c api_answer.c open_data.c"
  PHP_NEW_EXTENSION([wxseal], [$wxseal_sources], [$ext_shared],, [-fvisibility=hidden])
fi
