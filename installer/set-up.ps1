# Read (not run) by run.ps1 and test.ps1: finds Python 3.11 and makes .venv from a lock.
# The Windows side of installer/set-up. Untried so far.

$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$VenvPython = Join-Path $Venv 'Scripts\python.exe'

function Stop-Missing([string[]] $Lines) {
    foreach ($line in $Lines) { [Console]::Error.WriteLine($line) }
    exit 4
}

function Find-Python {
    foreach ($candidate in @(@('py', '-3.11'), @('python'), @('python3'))) {
        if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
        $rest = @($candidate | Select-Object -Skip 1)
        & $candidate[0] @rest -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>$null
        if ($LASTEXITCODE -eq 0) { return , $candidate }
    }
    Stop-Missing @('Python 3.11 saknas. Skriv detta och försök igen:', '',
        '    winget install --exact --id Python.Python.3.11')
}

function New-Environment([string] $LockName) {
    $lock = Join-Path $PSScriptRoot $LockName
    $stamp = Join-Path $Venv "$LockName.sha256"
    $wanted = "$((Get-FileHash -Algorithm SHA256 $lock).Hash) $Root"
    if ((Test-Path $VenvPython) -and (Test-Path $stamp) -and ((Get-Content -Raw $stamp) -eq $wanted)) { return }

    if (-not (Test-Path $VenvPython)) {
        [Console]::Error.WriteLine('Förbereder programmet första gången. Det tar någon minut …')
        $python = Find-Python
        $rest = @($python | Select-Object -Skip 1)
        & $python[0] @rest -m venv $Venv
        if ($LASTEXITCODE -ne 0) { Stop-Missing @('Det gick inte att göra mappen .venv.') }
    }
    & $VenvPython -m pip install --quiet --disable-pip-version-check --no-input --no-deps `
        --only-binary ':all:' --require-hashes -r $lock
    if ($LASTEXITCODE -ne 0) {
        Stop-Missing @('Programmets delar gick inte att hämta. Kontrollera nätet och försök igen.')
    }
    # Not an editable install: that would make tests, forms and resources importable too.
    # Python reads .pth files as UTF-8 only from 3.13; before, in the system's own code page.
    $site = & $VenvPython -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
    [IO.File]::WriteAllText((Join-Path $site 'kontaktpunkt.pth'), (Join-Path $Root 'app') + "`n", [Text.Encoding]::Default)
    [IO.File]::WriteAllText($stamp, $wanted)
}
