# Shared by the scripts of this folder: finds or installs what the build needs. Sourced, never run.

# Installs Debian packages when they are missing and apt-get may be used; else says what to install.
installer() {
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installation de : $*"
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
  elif command -v apt-get >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo apt-get update -q >/dev/null
    sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
  else
    echo "Il manque : $*. Installez-le puis relancez cette commande." >&2
    exit 1
  fi
}

# A JDK 17, wherever it is.
trouver_java() {
  local candidat
  for candidat in "${JAVA_HOME:-}" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/*17*; do
    if [ -x "$candidat/bin/javac" ] && "$candidat/bin/javac" -version 2>&1 | grep -q '^javac 17\.'; then
      export JAVA_HOME="$candidat" PATH="$candidat/bin:$PATH"
      return 0
    fi
  done
  return 1
}

preparer_construction() {
  if ! trouver_java; then
    installer openjdk-17-jdk-headless
    trouver_java || { echo "Jalon demande un JDK 17." >&2; exit 1; }
  fi
  command -v npm >/dev/null 2>&1 || installer nodejs npm
  command -v mvn >/dev/null 2>&1 || installer maven
}
