dnl SPDX-License-Identifier: MIT OR Apache-2.0

PHP_ARG_WITH([wxseal],
  [for wxseal],
  [AS_HELP_STRING([--with-wxseal@<:@=DIR@:>@],
    [Verify, decrypt and answer WeChat message pushes. DIR is a checkout of wxseal that was built, or the prefix
     where it was installed. Without DIR: the checkout around these sources, else what pkg-config says of wxseal])])

if test "$PHP_WXSEAL" != "no"; then
  wxseal_include=
  wxseal_archive=
  case $PHP_WXSEAL in
    yes) wxseal_place=$(cd "$abs_srcdir/.." && pwd) ;;
    *) wxseal_place=$PHP_WXSEAL ;;
  esac

  AC_MSG_CHECKING([for wxseal.h and libwxseal.a])
  dnl A checkout's cargo may build elsewhere, and what is installed may lie in lib64 or lib/<triplet>.
  for wxseal_archive_in in "$("$wxseal_place/tools/target-dir" 2>/dev/null)/release" "$wxseal_place/target/release" \
      "$wxseal_place/$PHP_LIBDIR" "$wxseal_place/lib" "$wxseal_place/lib64" \
      "$wxseal_place/lib/$($CC -print-multiarch 2>/dev/null)"; do
    if test -z "$wxseal_archive" &&
       test -f "$wxseal_place/include/wxseal.h" && test -f "$wxseal_archive_in/libwxseal.a"; then
      wxseal_include=$wxseal_place/include
      wxseal_archive=$wxseal_archive_in/libwxseal.a
    fi
  done

  if test -n "$wxseal_archive"; then
    AC_MSG_RESULT([$wxseal_archive])
    PHP_ADD_INCLUDE([$wxseal_include])
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
  elif test "$PHP_WXSEAL" = "yes"; then
    AC_MSG_RESULT([not in $wxseal_place])
    PKG_CHECK_MODULES([LIBWXSEAL], [wxseal >= 0.2.0], [],
      [AC_MSG_ERROR([no libwxseal: run `cargo build --release -p wxseal-c`, or give its place with --with-wxseal=DIR])])
    PHP_EVAL_INCLINE([$LIBWXSEAL_CFLAGS])
    PHP_EVAL_LIBLINE([$LIBWXSEAL_LIBS], [WXSEAL_SHARED_LIBADD])
  else
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([$PHP_WXSEAL has no include/wxseal.h, or no libwxseal.a in the folder that cargo builds in, lib, lib64 or lib/<triplet>])
  fi

  PHP_SUBST([WXSEAL_SHARED_LIBADD])
  wxseal_sources="wxseal.c argument.c pairs.c value.c exception.c msg_crypt.c parts.c endpoint.c incoming.c reply.c robot.c"
  wxseal_sources="$wxseal_sources message.c widget_query.c response.c recent_keys.c claim.c platform.c api.c api_answer.c open_data.c"
  PHP_NEW_EXTENSION([wxseal], [$wxseal_sources], [$ext_shared],, [-fvisibility=hidden])
fi
