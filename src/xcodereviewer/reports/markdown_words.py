"""The markdown report's own words, in English and Chinese; the rest it shares with the terminal."""

from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.reports import terminal_words

__all__ = ["say"]

_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title-passed": ("✅ XCodeReviewer: passed", "✅ XCodeReviewer：通过"),
        "title-unset": ("XCodeReviewer: reviewed", "XCodeReviewer：已审查"),
        "title-failed": ("❌ XCodeReviewer: the gate failed", "❌ XCodeReviewer：未通过门禁"),
        "title-insufficient": ("⚠️ XCodeReviewer: too little was reviewed", "⚠️ XCodeReviewer：审查覆盖不足"),
        "title-nothing": ("⚠️ XCodeReviewer: nothing to review", "⚠️ XCodeReviewer：没有可审查的内容"),
        "title-interrupted": ("⚠️ XCodeReviewer: interrupted", "⚠️ XCodeReviewer：审查被中断"),
        "at": ("at {revision}", "版本 {revision}"),
        "against": ("compared with {base}", "对比 {base}"),
        "done": ("done", "完成"),
        "cached": ("cached", "缓存"),
        "partial": ("partial", "部分"),
        "unparsed": ("unparsed", "无法解析"),
        "unsupported": ("unsupported", "不支持"),
        "skipped": ("skipped", "跳过"),
        "failed": ("failed", "失败"),
        "gaps-failed": ("Failed", "失败"),
        "gaps-unparsed": ("Unparsed", "无法解析"),
        "gaps-unsupported": ("No rule reads the language", "没有规则支持该语言"),
        "gaps-partial": ("Partial", "部分"),
        "gaps-skipped": ("Left out", "未审查"),
        "one": ("{reason}: {names}", "{reason}：{names}"),
        "severity": ("Severity", "严重程度"),
        "open": ("Open", "未处理"),
        "of-which-new": ("New", "新增"),
        "total": ("Total", "合计"),
        "more-findings": (
            "… and {count} more, the least severe. `xcr review --output html=FILE` shows all.",
            "… 另有 {count}，严重程度较低。使用 `xcr review --output html=FILE` 查看全部。",
        ),
        "coverage-title": ("Coverage: {share} of the planned work", "覆盖：完成计划工作的 {share}"),
        "notices-title": ("{n} notices", "{n} 条通知"),
        "what-is-wrong": ("What", "说明"),
        "why-it-matters": ("Why", "原因"),
        "how-to-fix": ("Fix", "修复"),
        "one-more": ("… and {n} more", "… 另有 {n} 项"),
        "more-in-html": (
            "… and {n} more. `xcr review --output html=FILE` shows all.",
            "… 另有 {n} 条。使用 `xcr review --output html=FILE` 查看全部。",
        ),
        "fails-the-gate": ("fails the gate", "导致门禁未通过"),
    }
)


def say(language: str, phrase: str, **facts: object) -> str:
    """Return a phrase in `language` (`zh`, or else English) with the facts filled in."""
    if phrase not in _PHRASES:
        return terminal_words.say(language, phrase, **facts)
    english, chinese = _PHRASES[phrase]
    return (chinese if language == "zh" else english).format(**facts)
