#!/usr/bin/env bash
# Writes the licences and notices of all that the program is made of: of Go, of each module that it contains, and of the list of English words. A module without any is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
section() {
  printf '\n================ %s ================\n\n' "$1"
  shift
  cat "$@"
}
cat NOTICE
section "Go $(go env GOVERSION)" "$(go env GOROOT)/LICENSE"
section "loader/lexicon/english.txt" loader/lexicon/english.LICENSE
modules=$(go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' . | sort -u)
while read -r path version folder; do
  mapfile -t files < <(find "$folder" -maxdepth 1 -type f -iregex '.*/\(licen[cs]e\|copying\|notice\|patents\)[^/]*' | sort)
  [ ${#files[@]} -gt 0 ] || { echo "notices: $path $version has no licence" >&2; exit 1; }
  section "$path $version" "${files[@]}"
done <<<"$modules"
