"""A rule file to begin with."""

__all__ = ["rule_template"]

_TEMPLATE = """\
id: {rule_id}
engine: patterns
languages: [{language}]
severity: medium          # critical high medium low info: how bad it is when the finding is true
confidence: medium        # high medium low: how sure one match is
precision: medium         # very-high high medium low: how many of its findings are true, as measured
status: preview           # a preview never fails the gate; stable when it is proved on real code
since: 0.1.0
cwe: []
tags: []
title: {{en: "Name it in a few words", zh: "用几个词命名"}}
message: {{en: "Say in one sentence what is wrong here.", zh: "用一句话说明这里的问题。"}}
what: {{en: "Say what is flagged.", zh: "说明会报告什么。"}}
why: {{en: "Say why it matters and what comes of it.", zh: "说明原因和后果。"}}
how: {{en: "Say how to mend it.", zh: "说明如何修复。"}}
references: []
examples:
  - bad: |
      dangerous(value)
    good: |
      careful(value)
match:
  rule:
    pattern: dangerous($VALUE)
"""


def rule_template(rule_id: str) -> str:
    """Return the text of a rule file for `rule_id` that loads, passes its own examples and waits to be filled in."""
    language = rule_id.partition(".")[0]
    return _TEMPLATE.format(rule_id=rule_id, language=language if language != "generic" else "python")
