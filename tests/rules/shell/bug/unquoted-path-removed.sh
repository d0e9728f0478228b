#!/bin/sh
rm -rf $build_dir # finds: shell.bug.unquoted-path-removed
rm -rf $TARGET/old # finds: shell.bug.unquoted-path-removed
rm -rf "$build_dir" # ok: shell.bug.unquoted-path-removed
rm -rf $FILES # ok: shell.bug.unquoted-path-removed
rm -f $options # ok: shell.bug.unquoted-path-removed
ls $build_dir # ok: shell.bug.unquoted-path-removed
