"""The rules that come with the product, read once for all tests of a process."""

from xcodereviewer.rules.pack import built_in_folder, load_pack

__all__ = ["PACK", "RULES"]

PACK = load_pack(built_in_folder()).rules
RULES = {rule.id: rule for rule in PACK}
