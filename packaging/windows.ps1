# Windows: the program as a folder, zipped; it needs no installation and no administrator.
# Not proven yet: it has never run on Windows. It is not signed.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Invoke-Step {
    & $args[0] $args[1..($args.Length - 1)]
    if ($LASTEXITCODE -ne 0) { throw "Failed: $args" }
}

Invoke-Step py scripts\setup_environment.py package
$python = ".venv\Scripts\python.exe"
$env:QT_QPA_PLATFORM = "offscreen"
Invoke-Step $python scripts\draw_icons.py build\icons
Invoke-Step $python -m PyInstaller --noconfirm --clean --log-level WARN `
    --workpath build\pyinstaller --distpath dist packaging\studyapp.spec
Invoke-Step dist\studyapp\studyapp-command.exe self-check --json
$version = & $python -c "import studyapp; print(studyapp.__version__)"
Compress-Archive -Force -Path dist\studyapp -DestinationPath "dist\StudyApp-$version-windows.zip"
