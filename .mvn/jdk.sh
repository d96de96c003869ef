# Sourced by mvnw and enfilade: `use_java javac` (a JDK) or `use_java java` (any runtime) exports JAVA_HOME as the first
# Java of at least $java_floor. Reads each candidate's `release` file, so that no JVM is started only to be asked its age.
# shellcheck shell=sh

java_floor=25

# The candidates, one per line and best first; folders that do not exist do no harm.
java_candidates() {
  printf '%s\n' "${ENFILADE_JAVA_HOME-}" "${JAVA_HOME-}"
  on_path=$(command -v java) && on_path=$(readlink -f "$on_path" 2>/dev/null) && printf '%s\n' "${on_path%/bin/java}"
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.jbang/cache/jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/*
}

# java_feature <home>: the feature number in its release file, such as 25; nothing if there is none.
java_feature() {
  [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# use_java <tool>: the tool that its bin folder must have.
use_java() {
  java_seen=
  while IFS= read -r java_home; do
    java_version=$(java_feature "$java_home") || continue
    if [ "${java_version:-0}" -ge "$java_floor" ] && [ -x "$java_home/bin/$1" ]; then
      JAVA_HOME=$java_home
      export JAVA_HOME
      return 0
    fi
    java_seen="$java_seen $java_home (${java_version:-?})"
  done <<CANDIDATES
$(java_candidates)
CANDIDATES
  printf '%s: no JDK %s or later with bin/%s. Looked at ENFILADE_JAVA_HOME, JAVA_HOME, java on PATH and the usual JDK folders; found:%s. %s\n' \
    "${0##*/}" "$java_floor" "$1" "${java_seen:- none}" \
    "Install one (for example from https://adoptium.net) or set ENFILADE_JAVA_HOME to it." >&2
  exit 78
}
