#!/usr/bin/env bash
# The README's test command: installs what is missing, builds, runs unit and browser tests.
# Ends with one line: N passed, N failed[, N skipped]. Exits non-zero when anything failed.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/tests
mkdir -p "$results"

say() { printf '\n== %s\n' "$*"; }

find_chromium() {
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then echo "$candidate"; return; fi
  done
}

install_chromium() {
  say "Installing Chromium"
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
  else
    # Without root: Playwright's own download, made by the script that its package brings.
    dotnet build tests/PayPage.E2E -v q && pwsh tests/PayPage.E2E/bin/Debug/net10.0/playwright.ps1 install chromium
  fi
}

# Readers of PDF files and QR codes by others, and Unicode's own examples, which check our papers. Where they cannot be installed, those tests are skipped and say so.
install_paper_tools() {
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing poppler-utils, qpdf, zbar-tools and unicode-data"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils qpdf zbar-tools unicode-data >/dev/null
  fi
}

say "Build"
dotnet build PaymentLinks.sln -v q || { echo "0 passed, 1 failed"; exit 1; }

[ -n "$(find_chromium)" ] || install_chromium
CHROMIUM_PATH=$(find_chromium)
export CHROMIUM_PATH
{ command -v pdftotext && command -v qpdf && command -v zbarimg && [ -f /usr/share/unicode/BidiCharacterTest.txt ]; } >/dev/null || install_paper_tools

say "Format"
format=0
dotnet format PaymentLinks.sln --verify-no-changes --no-restore || format=1

passed=$((1 - format)) failed=$format skipped=0
for project in PayPage.Unit PayPage.E2E; do
  say "$project"
  log="$results/$project.log"
  report="$results/$project.xml"
  rm -f "$report"
  "tests/$project/bin/Debug/net10.0/$project" -noColor -xml "$report" >"$log" 2>&1
  code=$?
  grep -E '\[FAIL\]' -A 25 "$log" | head -300
  grep -E '^ *SQL Server is NOT tested' "$log" | sort | uniq -c
  grep -E 'is NOT here: papers are not tested by it' "$log" | sort | uniq -c
  tail -n 3 "$log"

  totals=$(grep -m1 -oE '<assembly [^>]*' "$report" 2>/dev/null)
  number() { echo "$totals" | grep -oE "$1=\"[0-9]+\"" | grep -oE '[0-9]+' || echo 0; }
  passed=$((passed + $(number passed)))
  failed=$((failed + $(number failed) + $(number errors)))
  skipped=$((skipped + $(number skipped)))

  # A runner that dies without a report, or finds no test, has failed.
  if [ -z "$totals" ] || [ "$(number total)" = 0 ] || { [ "$code" != 0 ] && [ "$(number failed)" = 0 ] && [ "$(number errors)" = 0 ]; }; then
    failed=$((failed + 1))
    tail -n 40 "$log"
  fi
done

echo
if [ "$skipped" -gt 0 ]; then
  echo "$skipped tests need a SQL Server (PAYPAGE_TEST_SQLSERVER) or a tool that is named above, and were skipped."
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" = 0 ]
