#!/bin/sh
sort names.txt > names.txt # finds: shell.bug.file-overwritten-while-read
sed 's/a/b/' "$file" > "$file" # finds: shell.bug.file-overwritten-while-read
cat config | grep -v old > config # finds: shell.bug.file-overwritten-while-read
sort names.txt > sorted.txt # ok: shell.bug.file-overwritten-while-read
sort names.txt >> names.txt # ok: shell.bug.file-overwritten-while-read
sed -i 's/a/b/' "$file" # ok: shell.bug.file-overwritten-while-read
cat "$file" > "$file.bak" # ok: shell.bug.file-overwritten-while-read
echo config > config # ok: shell.bug.file-overwritten-while-read
