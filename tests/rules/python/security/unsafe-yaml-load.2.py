import ruamel.yaml


def options(text):
    yaml = ruamel.yaml.YAML(typ="safe", pure=True)
    return yaml.load(text)  # ok: python.security.unsafe-yaml-load
