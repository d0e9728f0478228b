"""Rules as data: one YAML file each, their loader and the sets they are chosen by."""
