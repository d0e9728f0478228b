rm -rf $OUT/* # finds: shell.bug.remove-below-possibly-empty-path
