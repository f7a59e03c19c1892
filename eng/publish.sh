# Sourced by ./run and ./doublerandom, which set `root`: publish NAME FOLDER [HOW] puts src/NAME into artifacts/FOLDER when a
# source is newer than the last time. Nothing goes to standard output; what a person needs to know goes to standard error.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Where both programs keep the county's data unless told otherwise.
export DOUBLERANDOM_DATA="${DOUBLERANDOM_DATA:-$root/data}"

command -v dotnet > /dev/null || { echo "缺少 .NET 10 SDK，请先安装。 / The .NET 10 SDK is missing: install it first." >&2; exit 2; }

# Succeeds when FOLDER is as new as the sources. Folders count too: a file taken away changes only its folder.
is_fresh() {
  local stamp="$root/artifacts/$1/.published"
  [ -f "$stamp" ] && [ -z "$(
    cd "$root" && {
      find Directory.*.props Directory.*.targets global.json nuget.config eng -newer "$stamp" 2> /dev/null
      find src -name bin -prune -o -name obj -prune -o \( -type f -o -mindepth 2 -type d \) -newer "$stamp" -print -quit 2> /dev/null
    }
  )" ]
}

publish() {
  local name="$1" folder="$2" how="${3:-ready_to_run}"
  is_fresh "$folder" && return
  mkdir -p "$root/artifacts"
  (
    flock 9
    is_fresh "$folder" && exit
    echo "正在编译，请稍候…… / Building $name, please wait …" >&2
    local out="$root/artifacts/$folder" log="$root/artifacts/$folder.log" started="$root/artifacts/$folder.started"
    touch "$started"
    "$how"
    mv "$started" "$out/.published"
  ) 9> "$root/artifacts/.publishing" || exit 2
}

# To be started by dotnet, compiled ahead of time where that can be had.
ready_to_run() {
  to_folder -p:PublishReadyToRun=true && return
  # Only a missing ahead-of-time compiler is worth a second try; any other error would come again.
  grep -qiE 'NETSDK1094|NETSDK1084|NU110[0-3].*Microsoft\.(NETCore|AspNetCore)\.App|crossgen' "$log" || failed
  echo "此机器没有预编译器，启动会慢一些。 / No ahead-of-time compiler for this machine: it will start more slowly." >&2
  to_folder || failed
}

# As one file of machine code; where that cannot be made, an empty folder says so until the sources change.
native() {
  local linker
  linker="$(command -v clang || command -v gcc)" && to_folder -p:Native=true -p:CppCompilerAndLinker="${linker##*/}" && return
  rm -rf "$out"
  mkdir "$out"
  echo "未能编译成机器码，改用较慢的一种。 / No machine code could be made here; the slower way is taken." >&2
}

to_folder() {
  rm -rf "$out"
  dotnet publish "$root/src/$name" -c Release -o "$out" -v q "$@" > "$log" 2>&1 9>&-
}

failed() {
  grep -E 'error' "$log" | sort -u | head -n 20 >&2 || cat "$log" >&2
  echo "编译失败，详见 $log。 / The build failed; see $log." >&2
  exit 2
}
