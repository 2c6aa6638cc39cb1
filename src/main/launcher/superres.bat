@echo off
rem Super-resolution from the command line. JAVA_HOME names the Java to use, JAVA_OPTS options for it.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem Java 17 is the first that knows this option.
"%java%" --enable-native-access=ALL-UNNAMED --version >nul 2>&1
if errorlevel 1 (
	echo superres needs Java 17 or newer, but "%java%" is older or was not found. Install it, or set JAVA_HOME. 1>&2
	"%java%" -version
	exit /b 1
)
rem Of TensorFlow only errors: its notes say nothing to a user.
if not defined TF_CPP_MIN_LOG_LEVEL set TF_CPP_MIN_LOG_LEVEL=3
rem The serial collector with a small young generation reuses the memory of planes that are done; others let it grow first.
rem From Java 24 on, Java would print a warning about TensorFlow's protobuf.
"%java%" -XX:+UseSerialGC -Xms64m -Xmn24m -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED -Dsun.misc.unsafe.memory.access=allow -Djdk.console=java.base %JAVA_OPTS% -cp "%~dp0plugins\*;%~dp0host\*" sc.fiji.superres.cli.Main %*
exit /b %errorlevel%
