#!/bin/sh
# Starts @launcher.name@ with its own Java runtime or a JDK 25 or newer, found by JAVA_HOME, PATH or the usual places.
set -eu

here=$(cd "$(dirname "$(readlink -f "$0" 2> /dev/null || echo "$0")")/.." && pwd -P)

# usable HOME: whether a Java 25 or newer is there; its "release" file tells without starting it
usable() {
    [ -x "$1/bin/java" ] || return 1
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    else
        version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
    fi
    [ "${version:-0}" -ge 25 ]
}

find_java() {
    on_path=$(command -v java 2> /dev/null || true)
    if [ -n "$on_path" ]; then
        on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2> /dev/null || echo "$on_path")")")
    fi
    for home in "$here/runtime" "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && usable "$home"; then
            echo "$home/bin/java"
            return 0
        fi
    done
    return 1
}

java=$(find_java) || {
    echo "@launcher.name@ needs Java 25 or newer. Install a JDK 25, for instance Temurin, or set JAVA_HOME to one." >&2
    exit 20
}

if [ -d "$here/lib/javafx" ]; then
    # The compilers and what draws give way to what answers a scan. Not only root may lower a priority, whatever the warning
    # about it says.
    set -- -XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=10 -XX:-PrintWarnings \
        --module-path "$here/lib/javafx" --add-modules javafx.controls,javafx.swing \
        --enable-native-access=javafx.graphics -cp "$here/lib/*" @launcher.main@ "$@"
else
    set -- -cp "$here/lib/*" @launcher.main@ "$@"
fi

# Libraries that lie here are not unpacked at run time: folders for temporary files may not be allowed to hold programs.
if [ -d "$here/lib/native" ]; then
    set -- -DjSerialComm.library.path="$here/lib/native" "$@"
fi

# DOCKHAND_JAVA_OPTIONS is split into words on purpose.
# shellcheck disable=SC2086
exec "$java" @launcher.jvm@ ${DOCKHAND_JAVA_OPTIONS:-} "$@"
