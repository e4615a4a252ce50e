@echo off
rem Starts @launcher.name@ with its own Java runtime or a JDK 25 or newer.
setlocal EnableDelayedExpansion
set "HERE=%~dp0.."
set "JAVA="
call :try "%HERE%\runtime"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :try "%%~dpJ.."
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined JAVA call :try "%%~D"
if not defined JAVA (
  echo @launcher.name@ needs Java 25 or newer. Install a JDK 25, for instance Temurin, or set JAVA_HOME to one. 1>&2
  exit /b 20
)
set "FX="
if exist "%HERE%\lib\javafx" set FX=--module-path "%HERE%\lib\javafx" --add-modules javafx.controls,javafx.swing --enable-native-access=javafx.graphics
"%JAVA%" @launcher.jvm@ %DOCKHAND_JAVA_OPTIONS% %FX% -cp "%HERE%\lib\*" @launcher.main@ %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "VERSION=%%~V"
  set "VERSION=!VERSION:"=!"
  if !VERSION! GEQ 25 set "JAVA=%~1\bin\java.exe"
)
exit /b 0
