# Runs the checks of the house and ends with one table. Untried so far. The end-to-end tests use
# the real screen here, so leave the keyboard and the mouse alone while they run.
. (Join-Path $PSScriptRoot 'set-up.ps1')

New-Environment 'requirements-dev.lock'
Set-Location $Root
$bin = Join-Path $Venv 'Scripts'
$script:Table = @()
$script:Failed = 0

function Invoke-Step([string] $Name, [scriptblock] $Body) {
    Write-Host "`n== $Name"
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $global:LASTEXITCODE = 0
    try { & $Body; $good = $LASTEXITCODE -eq 0 } catch { Write-Host $_; $good = $false }
    if (-not $good) { $script:Failed++ }
    $result = if ($good) { 'ok' } else { 'FAILED' }
    $script:Table += '{0,-12} {1,-8} {2,5:n0} s' -f $Name, $result, $clock.Elapsed.TotalSeconds
}

Invoke-Step 'format' { & "$bin\ruff.exe" format --check }
Invoke-Step 'ruff' { & "$bin\ruff.exe" check }
Invoke-Step 'contracts' { & "$bin\lint-imports.exe" --no-cache }
Invoke-Step 'types' { & "$bin\pyright.exe" }
Invoke-Step 'tests' {
    $env:QT_QPA_PLATFORM = 'offscreen'
    & $VenvPython -m pytest -n auto --maxprocesses 4 --dist loadfile -m 'not e2e and not postgres and not packed'
    Remove-Item Env:QT_QPA_PLATFORM
}
Invoke-Step 'e2e' {
    Remove-Item -Recurse -Force .build\shots -ErrorAction SilentlyContinue
    New-Item -ItemType Directory -Force .build\shots | Out-Null
    $env:QT_QPA_PLATFORM = 'windows'
    & $VenvPython -m pytest -m e2e
    $code = $LASTEXITCODE
    Remove-Item Env:QT_QPA_PLATFORM
    if ($code -ne 0) { throw 'the end-to-end tests failed' }
    if (-not (Get-ChildItem .build\shots -Recurse -Filter *.png)) { throw 'no screenshot was written to .build\shots' }
}
Invoke-Step 'packed' {
    Remove-Item -Recurse -Force .build\wheel, .build\packed -ErrorAction SilentlyContinue
    & $VenvPython -m hatchling build -t wheel -d .build\wheel
    & $VenvPython -m venv --without-pip .build\packed
    $wheel = (Get-ChildItem .build\wheel -Filter *.whl).FullName
    & $VenvPython -m pip --disable-pip-version-check --python .build\packed\Scripts\python.exe install --quiet --no-deps --no-index $wheel
    if ($LASTEXITCODE -ne 0) { throw 'the wheel could not be installed' }
    $libraries = & $VenvPython -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
    $theirs = & .build\packed\Scripts\python.exe -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
    [IO.File]::WriteAllText((Join-Path $theirs 'borrowed.pth'), "$libraries`n", [Text.Encoding]::Default)
    $env:KONTAKTPUNKT_PACKED = Join-Path $Root '.build\packed\Scripts'
    & $VenvPython -m pytest -m packed
    Remove-Item Env:KONTAKTPUNKT_PACKED
}

Write-Host ''
$script:Table | Write-Host
exit [int]($script:Failed -gt 0)
