import ruamel.yaml
import yaml
from yaml import SafeLoader


def settings(text):
    return yaml.load(text)  # finds: python.security.unsafe-yaml-load


def old(text):
    return yaml.load(text, Loader=yaml.Loader)  # finds: python.security.unsafe-yaml-load


def positional(text):
    return yaml.load(text, yaml.UnsafeLoader)  # finds: python.security.unsafe-yaml-load


def objects(text):
    return yaml.unsafe_load(text)  # finds: python.security.unsafe-yaml-load


def round_trip(text):
    return ruamel.yaml.YAML(typ="unsafe").load(text)  # missing: python.security.unsafe-yaml-load


def safe(text):
    yaml.load(text, Loader=SafeLoader)  # ok: python.security.unsafe-yaml-load
    yaml.load(text, Loader=yaml.CSafeLoader)  # ok: python.security.unsafe-yaml-load
    yaml.load(text, yaml.FullLoader)  # ok: python.security.unsafe-yaml-load
    ruamel.yaml.YAML(typ="safe").load(text)  # ok: python.security.unsafe-yaml-load
    return yaml.safe_load(text)  # ok: python.security.unsafe-yaml-load


def chosen(text, loader=yaml.UnsafeLoader):
    return yaml.load(text, Loader=loader)  # missing: python.security.unsafe-yaml-load
