"""The tables that tell a file's kind by its name; all keys are in small letters."""

from collections.abc import Mapping

from xcodereviewer.domain.language import Language

__all__ = [
    "BINARY_ENDINGS",
    "ENDINGS",
    "FOREIGN_LANGUAGES",
    "INTERPRETERS",
    "NAMES",
    "PAGE_ENDINGS",
    "TEMPLATE_ENDINGS",
    "words",
]


def words(text: str) -> frozenset[str]:
    """Return the words of a table that is written as one text."""
    return frozenset(text.split())


def _table(rows: Mapping[Language, str]) -> dict[str, Language]:
    return {word: language for language, words in rows.items() for word in words.split()}


ENDINGS = _table(
    {
        Language.PYTHON: "py pyi pyw wsgi",
        Language.JAVASCRIPT: "js mjs cjs jsx es6",
        Language.TYPESCRIPT: "ts mts cts",
        Language.TSX: "tsx",
        Language.JAVA: "java",
        Language.KOTLIN: "kt kts",
        Language.GO: "go",
        Language.RUST: "rs",
        Language.PHP: "php php3 php4 php5 php7 php8 phtml",
        Language.RUBY: "rb rake gemspec ru podspec",
        Language.CSHARP: "cs csx",
        Language.C: "c h",
        Language.CPP: "cc cpp cxx c++ hh hpp hxx h++ ipp tpp ixx cppm ino",
        Language.SHELL: "sh bash zsh ksh bats",
        Language.SQL: "sql ddl pgsql psql",
        Language.DOCKERFILE: "dockerfile containerfile",
        Language.YAML: "yaml yml",
        Language.JSON: "json jsonc json5 geojson ipynb webmanifest",
        Language.TOML: "toml",
        Language.HTML: "html htm xhtml vue svelte djhtml ejs",
        Language.CSS: "css",
        Language.MARKDOWN: "md markdown mdown mkd",
        Language.TEXT: "txt rst env properties ini cfg conf tf tfvars hcl xml svg csv tsv log scss sass less pl",
    }
)

# Programming languages that are read as text: what is found in any text is found in them, and nothing else.
FOREIGN_LANGUAGES = {
    ending: name
    for name, endings in {
        "Swift": "swift",
        "Objective-C": "m mm",
        "Scala": "scala sc",
        "Groovy": "groovy gradle",
        "Dart": "dart",
        "Lua": "lua",
        "Perl": "pl pm",
        "R": "r",
        "Julia": "jl",
        "Elixir": "ex exs",
        "Erlang": "erl hrl",
        "Haskell": "hs lhs",
        "OCaml": "ml mli",
        "F#": "fs fsx",
        "Visual Basic": "vb bas",
        "PowerShell": "ps1 psm1",
        "Clojure": "clj cljs cljc",
        "Zig": "zig",
        "Nim": "nim",
        "Solidity": "sol",
        "Fortran": "f90 f95 f03",
        "Pascal": "pas",
        "COBOL": "cob cbl",
        "CoffeeScript": "coffee",
    }.items()
    for ending in endings.split()
}

# Endings of templates, behind that of what the template makes (`page.html.j2`, `nginx.conf.j2`) …
TEMPLATE_ENDINGS = words("j2 jinja jinja2")
# … without which it is a page, but for the ending that tools for servers use as well.
PAGE_ENDINGS = words("jinja jinja2")

NAMES = _table(
    {
        Language.DOCKERFILE: "dockerfile containerfile",
        Language.RUBY: "gemfile rakefile guardfile vagrantfile podfile fastfile capfile brewfile .irbrc",
        Language.PYTHON: "sconstruct sconscript .pythonrc .pystartup",
        Language.SHELL: ".bashrc .bash_profile .bash_aliases .bash_logout .profile .zshrc .zprofile .zshenv .envrc"
        " pkgbuild apkbuild",
        Language.JSON: ".babelrc .eslintrc .jshintrc .prettierrc .stylelintrc .swcrc",
        Language.TOML: "pipfile",
        Language.JAVASCRIPT: "jakefile",
        Language.TEXT: ".env makefile jenkinsfile license readme",
    }
)

INTERPRETERS = _table(
    {
        Language.PYTHON: "python pypy pythonw ipython",
        Language.JAVASCRIPT: "node nodejs bun",
        Language.TYPESCRIPT: "deno ts-node tsx",
        Language.SHELL: "sh bash zsh ksh mksh dash ash rbash bats",
        Language.RUBY: "ruby jruby rake",
        Language.PHP: "php",
    }
)

_KINDS = {
    "an image": "png jpg jpeg jpe jfif gif bmp ico icns cur webp avif heic heif tif tiff psd xcf ai eps jp2 dds"
    " tga hdr exr",
    "a font": "ttf otf ttc woff woff2 eot pfb pfm",
    "sound or video": "mp3 mp4 m4a m4v ogg oga ogv opus wav flac aac aiff avi mov mkv webm wmv flv mid midi mpg mpeg",
    "an archive": "zip gz tgz bz2 tbz xz txz zst lz4 lzma 7z rar tar whl egg jar war ear aar apk ipa gem nupkg deb rpm"
    " dmg iso cab crx xpi vsix phar",
    "compiled code": "pyc pyo pyd class so dll dylib exe o obj a lib wasm elc beam pdb dex ko",
    "a document in a binary format": "pdf doc docx xls xlsx ppt pptx odt ods odp epub mobi djvu chm",
    "data in a binary format": "mo gmo pickle pkl npy npz parquet feather arrow orc onnx pt pth h5 hdf5 safetensors"
    " gguf sqlite sqlite3 mdb accdb rdb dump blend fbx glb stl mmdb shx shp dbf",
}
BINARY_ENDINGS = {ending: kind for kind, endings in _KINDS.items() for ending in endings.split()}
