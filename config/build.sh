# Read by ./axiom when something has to be built: one build at a time, visible, its log kept.
# Uses: root jdk target lib dist stamp, built, say.

build_axiom() {
  if ! mkdir -p "$root/target" 2>/dev/null || ! [ -w "$root/target" ]; then
    say "✖ Axiom has to be built, and $root/target cannot be written to."
    say "  Next: make the folder writable for you, or clone the repository into a folder of your own."
    return 1
  fi
  find_maven || return 1
  lock_build || return 1
  trap 'stop_build; exit 130' INT
  trap 'stop_build; exit 143' TERM HUP
  if built; then # another call built it while this one waited
    unlock_build
    return 0
  fi
  run_build
  result=$?
  unlock_build
  trap - INT TERM HUP
  return $result
}

find_maven() {
  maven=$(command -v mvn 2>/dev/null) && return 0
  for maven in "${MAVEN_HOME:-/nonexistent}/bin/mvn" "${M2_HOME:-/nonexistent}/bin/mvn" /usr/share/maven/bin/mvn \
    /opt/*maven*/bin/mvn "${HOME:-/nonexistent}/.sdkman/candidates/maven/current/bin/mvn" /opt/homebrew/bin/mvn; do
    [ -x "$maven" ] && return 0
  done
  say "✖ Axiom has to be built, and Maven (mvn) was not found."
  say "  Next: install Maven 3.8 or newer, for example with: apt-get install maven"
  return 1
}

# A folder is the lock, because making one either works or does not; it names its owner, so that a dead one's is taken over.
lock_build() {
  lock=$root/target/axiom.lock
  told=
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null) || owner=
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null && ! [ -d "/proc/$owner" ]; then
      rm -rf "$lock"
      continue
    fi
    [ -n "$told" ] || say "⟳ Another call is building Axiom (process ${owner:-?}); waiting for it."
    told=1
    sleep 1
  done
  echo $$ >"$lock/pid"
}

unlock_build() { rm -rf "$lock"; }

stop_build() {
  [ -n "${builder:-}" ] && kill "$builder" 2>/dev/null
  [ -t 2 ] && printf '\n' >&2
  say "✖ The build was interrupted; the next call begins it again."
  unlock_build
}

run_build() {
  log=$root/target/build.log
  started=$(date +%s)
  what="Building Axiom, which takes a few minutes the first time"
  [ -f "$stamp" ] && what="Building Axiom again: its sources changed"
  [ -t 2 ] || say "⟳ $what (log: $log)"
  # What changes while it builds is newer than this, and built the next time.
  : >"$root/target/axiom.stamp.new"
  (
    cd "$root" || exit 1
    JAVA_HOME=$jdk exec "$maven" -B -ntp -T 1C -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true \
      -pl embedded -am package
  ) >"$log" 2>&1 </dev/null &
  builder=$!
  while kill -0 "$builder" 2>/dev/null; do
    if [ -t 2 ]; then
      part=$(sed -n 's/^\[INFO\] Building \([a-zA-Z-]*\) .*\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' "$log" | tail -n 1)
      printf '\r\033[K⟳ %s  %ss  %s' "$what" "$(($(date +%s) - started))" "$part" >&2
    fi
    sleep 0.5 2>/dev/null || sleep 1
  done
  wait "$builder"
  result=$?
  builder=
  [ -t 2 ] && printf '\r\033[K' >&2
  if [ $result -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -n 25 >&2
    say "✖ Axiom could not be built."
    say "  Why: above, and all of it in $log"
    say "  Next: without a network the first build cannot fetch its libraries; else mend what is named and call again."
    return 1
  fi
  train
  mv "$root/target/axiom.stamp.new" "$stamp"
  say "✔ Built in $(($(date +%s) - started)) s"
}

# A cache of what the JVM works out while the command line starts (JEP 514). Without it everything works, slower.
train() {
  cp=
  for jar in "$lib"/*.jar; do cp=$cp${cp:+:}$jar; done
  rm -f "$target/axiom.aot"
  "$jdk/bin/java" "-XX:AOTCacheOutput=$target/axiom.aot" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx256m \
    -Xlog:disable -cp "$cp" io.axiom.cli.reference.Training >/dev/null 2>&1 </dev/null || rm -f "$target/axiom.aot"
}
