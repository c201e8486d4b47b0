# Finds a JDK 25 or newer and exports it as JAVA_HOME. Sourced by infra/up and infra/verify.

java_version_of() { # JAVA_HOME -> major version, or nothing
  [[ -x $1/bin/javac && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local candidate version on_path=
  if command -v java >/dev/null; then
    on_path=$(readlink -f "$(command -v java)" 2>/dev/null || command -v java)
    on_path=${on_path%/bin/java}
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [[ -n $candidate && -d $candidate ]] || continue
    version=$(java_version_of "$candidate")
    if [[ -n $version && $version -ge 25 ]]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  return 1
}
