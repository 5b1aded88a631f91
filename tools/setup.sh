# Sourced by ./run and ./test (bash, from the root of the tree). Finds out what the machine lacks and installs it; says
# nothing and takes no time when nothing is missing.
#
#   setup_packages build run …   Debian packages of these sections of tools/packages.txt, as root or through sudo
#   setup_node                   Node.js and npm of tools/node/package.json, into .tools/, first in PATH
#   setup_modules FOLDER         the npm packages of FOLDER's lockfile, scripts off
#   build_program PRESET [TARGET …]
#   build_page                   web/dist, only when something under web/ has changed

export LC_ALL=C.UTF-8

die() { echo "$0: $*" >&2; exit 1; }

setup_packages()
{
    command -v dpkg-query >/dev/null || die "congso is built on Debian 12; this machine has no dpkg"
    local section="" line name command wanted=()
    while read -r line; do
        case $line in
        "" | "#"*) ;;
        "["*) section=${line//[\[\]]/} ;;
        *)
            [[ " $* " == *" $section "* ]] || continue
            name=${line%% *}
            command=${line#*command=}
            [[ $line == *" command="* ]] && command -v "$command" >/dev/null && continue
            wanted+=("$name")
            ;;
        esac
    done <tools/packages.txt
    local installed missing=()
    installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' "${wanted[@]}" 2>/dev/null || true)"
    for name in "${wanted[@]}"; do
        [[ $installed == *" $name=installed "* ]] || missing+=("$name")
    done
    ((${#missing[@]} == 0)) && return
    local root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || die "missing packages, and neither root nor sudo to install them: ${missing[*]}"
        root=(sudo)
    fi
    mkdir -p build
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    "${apt[@]}" update >/dev/null || echo "apt-get update failed; going on with the lists that are there" >&2
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >build/apt.log 2>&1 || { tail -30 build/apt.log >&2; die "apt-get failed"; }
}

# npm_ci FOLDER: the lockfile's packages, unless they are there already.
npm_ci()
{
    local stamp=$1/node_modules/.congso sum
    sum=$(cat "$1/package.json" "$1/package-lock.json" "$1/.npmrc" | sha256sum)
    [[ -f $stamp && $(<"$stamp") == "$sum" ]] && return
    echo "Installing the npm packages of $1"
    (cd "$1" && npm ci --loglevel=error </dev/null >&2) || die "npm ci failed in $1"
    echo "$sum" >"$stamp"
}

setup_node()
{
    mkdir -p .tools
    cp tools/node/package.json tools/node/package-lock.json tools/node/.npmrc .tools/
    npm_ci .tools
    [[ -x .tools/node_modules/.bin/node ]] || # Debian's npm 9 does not link it
        (cd .tools/node_modules/.bin && chmod +x ../node-linux-*/bin/node && ln -sf ../node-linux-*/bin/node node)
    export PATH=$PWD/.tools/node_modules/.bin:$PATH
}

setup_modules() { npm_ci "$1"; }

build_program()
{
    local preset=$1 log
    shift
    mkdir -p "build/$preset"
    log=build/$preset/configure.log
    if [[ ! -f build/$preset/build.ninja ]]; then
        cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; die "cmake --preset $preset failed"; }
    fi
    local quiet=()
    [[ -t 1 ]] || quiet=(--quiet)
    NINJA_STATUS="[%f/%t %es] " ninja -C "build/$preset" "${quiet[@]}" "$@" || die "the build failed (preset $preset)"
}

build_page()
{
    [[ -f web/src/main.tsx ]] || { echo "web/src is not there: the program is built without the page"; return 0; }
    local sum
    sum=$(find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
    [[ -f web/dist/index.html && -f build/web.stamp && $(<build/web.stamp) == "$sum" ]] && return
    setup_modules web
    (cd web && npm run --silent build -- --logLevel warn) || die "the page does not build"
    mkdir -p build
    echo "$sum" >build/web.stamp
}
