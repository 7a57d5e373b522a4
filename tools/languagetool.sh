#!/bin/sh
# Fetch LanguageTool 6.8 by Maven into FOLDER/LanguageTool-6.8; then set LTP_PATH to FOLDER. Needs Maven and Java 17.
#   tools/languagetool.sh FOLDER
set -eu
version=6.8
folder=${1:?usage: tools/languagetool.sh FOLDER}
home="$folder/LanguageTool-$version"
mkdir -p "$home/libs"
cat > "$home/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>languagetool</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId><version>$version</version></dependency>
    <dependency><groupId>org.languagetool</groupId><artifactId>language-all</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -f "$home/pom.xml" dependency:copy-dependencies -DoutputDirectory="$home/libs" -DincludeScope=runtime
# The client starts languagetool-server.jar: a jar with a manifest alone, whose Class-Path names all the others.
cd "$home"
{
  echo "Manifest-Version: 1.0"
  echo "Main-Class: org.languagetool.server.HTTPServer"
  printf 'Class-Path:'
  for jar in libs/*.jar; do printf ' \n  %s' "$jar"; done
  echo
} > manifest.txt
jar cfm languagetool-server.jar manifest.txt
rm manifest.txt pom.xml
echo "LTP_PATH=$folder"
