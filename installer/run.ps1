# Starts Kontaktpunkt, and sets it up first where that is not done. Untried so far.
#   run.ps1 [ARGUMENT...]          a demo day
#   run.ps1 --real [ARGUMENT...]   for real: the program, or one of its commands
#   run.ps1 --set-up               only sets up
. (Join-Path $PSScriptRoot 'set-up.ps1')

New-Environment 'requirements.lock'
$rest = @($args)
if ($rest.Count -gt 0 -and $rest[0] -eq '--set-up') { exit 0 }
if ($rest.Count -gt 0 -and $rest[0] -eq '--real') {
    $rest = @($rest | Select-Object -Skip 1)
} else {
    $rest = @('demo') + $rest
}
& $VenvPython -P -m kontaktpunkt @rest
exit $LASTEXITCODE
