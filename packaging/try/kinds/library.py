"""The C library, unpacked below /opt and found by pkg-config and by CMake."""

from parts.common import VERSION
from playing import only, program
from trial import ADDRESS, Trial

# Whoever writes C has a compiler.
COMPILERS = ("gcc", "g++", "libc6-dev", "pkg-config", "cmake", "make", "busybox")


CMAKE = """\
cmake_minimum_required(VERSION 3.18)
project(server C)
find_package(wxseal {version} REQUIRED)
add_executable(shared server.c)
target_link_libraries(shared wxseal::wxseal)
add_executable(static server.c)
target_link_libraries(static wxseal::static)
"""


# A library that tells its version, as each does since the first, and has no more.
OLD = """\
echo 'const char *wxseal_version(void) { return "0.0.1"; }' |
    cc -shared -fPIC -Wl,-soname,libwxseal.so.0 -x c - -o libwxseal.so.0"""
# What asks a library that it is linked to whether it is as new as the header.
ASKS = """\
#include <stdio.h>
#include <wxseal.h>

int main(void) {
    if (wxseal_version_suffices()) return 0;
    fprintf(stderr, "libwxseal is %s, and this program needs %s\\n", wxseal_version(), WXSEAL_VERSION);
    return 1;
}
"""


def tries(trial: Trial) -> None:
    trial.install(*COMPILERS)
    archive = only("library", f"libwxseal-*-linux-{trial.arch}-gnu.tar.gz")
    trial.bring(archive)
    prefix = f"/opt/{archive.name.removesuffix('.tar.gz')}"
    plays_c(trial, "library", [f"tar -xzf /dist/{archive.name} -C /opt"], prefix, f"{prefix}/lib")
    trial.write("asks.c", ASKS)
    build = [OLD, f"cc -I{prefix}/include asks.c -L{prefix}/lib -lwxseal -o asks"]
    trial.refuses("a library older than the header", [*build, "LD_LIBRARY_PATH=. ./asks"], "0.0.1")


def c_ways(prefix: str) -> dict[str, tuple[str, bool]]:
    """How a server is compiled with the library below a prefix, and whether it then brings it."""
    linked = "pkg-config --cflags --libs wxseal"
    cmake = f"cmake -DCMAKE_PREFIX_PATH={prefix} -S . -B"
    return {
        "C, pkg-config": (f"cc -std=c99 server.c $({linked}) -o wechat", False),
        "C++, pkg-config": (f"c++ -std=c++17 server.cpp $({linked}) -o wechat", False),
        "C, `cc -static`": (f"cc -static -std=c99 server.c $({linked} --static) -o wechat", True),
        "C, find_package": (f"{cmake} shared && make -C shared && cp shared/shared wechat", False),
        "C, find_package, static": (
            f"{cmake} static && make -C static && cp static/static wechat",
            True,
        ),
    }


def plays_c(trial: Trial, name: str, install: list[str], prefix: str, libdir: str) -> None:
    """README's programs, compiled in each way, behind busybox' web server."""
    trial.write("server.c", program("### C", "c"))
    trial.write("server.cpp", program("### C++", "cpp"))
    trial.write("CMakeLists.txt", CMAKE.format(version=VERSION))
    trial.run("mkdir -p www/cgi-bin && ln -s ../../wechat www/cgi-bin/wechat")
    find = f"export PKG_CONFIG_PATH={libdir}/pkgconfig"
    serve = [f"export LD_LIBRARY_PATH={libdir}", f"busybox httpd -f -p {ADDRESS} -h www"]
    for title, (build, static) in c_ways(prefix).items():
        takes = "wechat" if static else f"{libdir}/libwxseal.so.{VERSION}"
        trial.tries(f"{name}, {title}", [*install, find, build], takes, serve, "/cgi-bin/wechat")
