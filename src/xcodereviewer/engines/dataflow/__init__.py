"""The data-flow engine; docs/dataflow.md explains it."""

import os

from xcodereviewer.engines.dataflow.form import compiled_folder, why_pure

if not why_pure():  # decided once, before any module is imported: the two forms never mix
    __path__.insert(0, os.fspath(compiled_folder()))
