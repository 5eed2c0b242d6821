#!/usr/bin/env bash
# Makes the archives of a release in dist/: release.sh [VERSION]. Without one it is what git describes.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-$(git describe --tags --always --dirty)}
rm -rf dist && mkdir dist
bom=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
notices=$(mktemp) && trap 'rm -f "$notices"' EXIT
./scripts/notices.sh >"$notices"
for platform in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do
  os=${platform%/*} arch=${platform#*/}
  name=councilgraph-$version-$os-$arch
  program=councilgraph
  [ "$os" = windows ] && program=councilgraph.exe
  mkdir "dist/$name"
  CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -trimpath -ldflags "-s -X main.version=$version" -o "dist/$name/$program" .
  go run "$bom" bin -json -noserial -output "dist/$name.cdx.json" "dist/$name/$program" # what it is made of, as CycloneDX
  cp -r README.md CHANGELOG.md LICENSE NOTICE docs "dist/$name"
  cp "$notices" "dist/$name/NOTICES.txt"
  if [ "$os" = windows ]; then
    (cd dist && python3 -m zipfile -c "$name.zip" "$name")
  else
    tar -C dist --owner=0 --group=0 --sort=name -czf "dist/$name.tar.gz" "$name"
  fi
  rm -r "dist/$name"
done
(cd dist && sha256sum ./*.tar.gz ./*.zip ./*.cdx.json >SHA256SUMS)
ls -l dist
