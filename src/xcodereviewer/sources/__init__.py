"""Where code comes from: directory, Git, archive, snippet, diff, each a `SourceTree`."""
