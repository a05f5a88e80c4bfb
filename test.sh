#!/usr/bin/env bash
# The README's test command: installs what is missing, builds, runs unit and browser tests.
# Ends with one line: N passed, N failed[, N skipped]. Exits non-zero when anything failed.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/tests
mkdir -p "$results"

say() { printf '\n== %s\n' "$*"; }

# The headless shell is Chromium without its windows: the same pages for a third of the work, and what Playwright itself would take.
find_chromium() {
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then echo "$candidate"; return; fi
  done
}

may_install() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }

# Readers of PDF files and QR codes by others, and Unicode's own examples, which check our papers. Where they cannot be installed, those tests are skipped and say so.
has_paper_tools() { command -v pdftotext && command -v qpdf && command -v zbarimg && [ -f /usr/share/unicode/BidiCharacterTest.txt ]; } >/dev/null

bring() {
  say "Installing $*"
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

install_what_is_missing() {
  if may_install; then
    { [ -n "${CHROMIUM_PATH:-}" ] || [ -x /usr/bin/chromium-headless-shell ]; } || bring chromium-headless-shell fonts-liberation
    [ -n "$(find_chromium)" ] || bring chromium fonts-liberation
    has_paper_tools || bring poppler-utils qpdf zbar-tools unicode-data
  elif [ -z "$(find_chromium)" ]; then
    # Without root: Playwright's own download, made by the script that its package brings.
    say "Installing Chromium"
    pwsh tests/PayPage.E2E/bin/Release/net10.0/playwright.ps1 install chromium
  fi
}

# As root the system brings what is missing while we build; without, Playwright's script is made by the build.
installing=
if may_install; then
  install_what_is_missing >"$results/install.log" 2>&1 &
  installing=$!
fi

say "Build"
dotnet build PaymentLinks.sln -c Release -v q || { echo "0 passed, 1 failed"; exit 1; }

if [ -n "$installing" ]; then wait "$installing" || cat "$results/install.log"; else install_what_is_missing; fi
CHROMIUM_PATH=$(find_chromium)
export CHROMIUM_PATH

# Blanks and ends of lines. All else that `dotnet format` knows the build has refused already: .editorconfig speaks there, and warnings are errors.
say "Format (beside the unit tests)"
dotnet format whitespace PaymentLinks.sln --verify-no-changes --no-restore >"$results/format.log" 2>&1 &
formatting=$!

passed=0 failed=0 skipped=0
run_tests() {
  local project=$1 log report code totals
  say "$project"
  log="$results/$project.log"
  report="$results/$project.xml"
  rm -f "$report"
  "tests/$project/bin/Release/net10.0/$project" -noColor -xml "$report" >"$log" 2>&1
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
}

run_tests PayPage.Unit

# One more test, passed or failed.
if wait "$formatting"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  cat "$results/format.log"
fi

run_tests PayPage.E2E

echo
if [ "$skipped" -gt 0 ]; then
  echo "$skipped tests need a SQL Server (PAYPAGE_TEST_SQLSERVER) or a tool that is named above, and were skipped."
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" = 0 ]
