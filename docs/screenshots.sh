#!/bin/sh
# Makes the pictures in docs anew, from the running program.
#
#   docs/screenshots.sh            all of them, in a few minutes
#   docs/screenshots.sh psnr       one or several, by their names
#
# The list of the pictures, with what they show, is src/test/java/sc/fiji/superres/ui/Picture.java. This needs Maven, Xvfb
# and openbox (apt-get install xvfb openbox), and begins with packing target/app. The seconds in evaluation.png are those of
# this machine: let nothing else run beside.
set -eu
cd "$(dirname "$0")/.."
for program in Xvfb openbox; do
	if ! command -v "$program" > /dev/null; then
		echo "docs/screenshots.sh needs $program. Install it: apt-get install xvfb openbox" >&2
		exit 1
	fi
done
mvn -q package -DskipTests
TF_CPP_MIN_LOG_LEVEL=3 mvn -q exec:java -Dexec.classpathScope=test -Dexec.mainClass=sc.fiji.superres.ui.Screenshots \
	-Dexec.args="$*" -Dsuperres.app=target/app
