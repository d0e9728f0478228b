"""Names of folders and files that are not a project's own code, each with the reason that the manifest shows."""

from xcodereviewer.sources.endings import words

__all__ = [
    "DERIVED",
    "EVIDENCE",
    "FOLDERS",
    "FOLDER_ENDINGS",
    "INNER_FOLDERS",
    "LOCK_FILES",
    "SERVED",
    "VENDORED",
    "VENDOR_AS_TRADE",
    "VERSION_CONTROL",
]

VERSION_CONTROL = "version control's own files"
VENDORED = "third-party code"
DERIVED = "built from other files"
_CACHE = "a tool's cache"
_INSTALLED = "installed packages"

_FOLDERS = {
    VERSION_CONTROL: ".git .hg .svn .bzr .jj .sl .pijul _darcs CVS",
    _INSTALLED: "node_modules bower_components jspm_packages site-packages dist-packages .venv .virtualenv .tox .nox"
    " .eggs __pypackages__ .bundle Pods Carthage",
    VENDORED: "third_party third-party thirdparty 3rdparty _vendor _vendored",
    _CACHE: "__pycache__ .mypy_cache .ruff_cache .pytest_cache .hypothesis .ipynb_checkpoints .gradle .terraform"
    " .parcel-cache .turbo .cache .sass-cache .nyc_output .yarn .pnpm-store .import_linter_cache",
    DERIVED: ".next .nuxt .svelte-kit .angular .serverless .aws-sam .docusaurus htmlcov",
}
FOLDERS = {name: reason for reason, names in _FOLDERS.items() for name in names.split()}

# Folders whose files go to browsers as they are.
SERVED = words("static assets public wwwroot webroot www htdocs")
_WEB = "static assets public js css scripts stylesheets javascripts"
# By the name of the folder around it and its own; a name that begins with a dot is an ending.
_INNER = (
    ("vendor", "composer bundle cache github.com golang.org gopkg.in go.uber.org k8s.io sigs.k8s.io", VENDORED),
    (_WEB, "vendor vendors", VENDORED),
    ("static assets public wwwroot js javascript javascripts", "libs third-party", VENDORED),
    ("static assets public", "plugins", VENDORED),
    ("wwwroot", "lib", VENDORED),
    ("Godeps", "_workspace", VENDORED),
    ("build", "lib bdist.linux-x86_64 intermediates generated classes outputs reports", DERIVED),
    ("coverage", "lcov-report", DERIVED),
    ("target", "classes test-classes generated-sources maven-status debug release", DERIVED),
)
INNER_FOLDERS = {
    (outer, inner): reason for outers, inners, reason in _INNER for outer in outers.split() for inner in inners.split()
}
FOLDER_ENDINGS = (".egg-info", ".dist-info")

# A folder of this name (any, when it is empty) that holds one of these is left out.
EVIDENCE = (
    ("", frozenset({"pyvenv.cfg"}), "a virtual environment"),
    ("", frozenset({"CACHEDIR.TAG"}), _CACHE),
    ("vendor", frozenset({"modules.txt", "autoload.php"}), VENDORED),
    ("build", frozenset({"CMakeCache.txt", "build.ninja", "asset-manifest.json", "bdist.linux-x86_64"}), DERIVED),
)

# What a `vendor/` at the top of a tree holds when vendors are the project's own business.
VENDOR_AS_TRADE = words("models.py views.py apps.py urls.py admin.py serializers.py routes.js routes.ts index.ts")

LOCK_FILES = words(
    "package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock composer.lock"
    " gemfile.lock poetry.lock pipfile.lock pdm.lock uv.lock pixi.lock conda-lock.yml cargo.lock go.sum mix.lock"
    " packages.lock.json project.assets.json gradle.lockfile flake.lock podfile.lock pubspec.lock paket.lock"
    " .terraform.lock.hcl .pnp.cjs .pnp.loader.mjs"
)
