"""The terminal report's own words, in English and Chinese."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["counted", "say"]

# Each phrase in English and Chinese; `{...}` is filled in.
_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "critical": ("critical", "严重"),
        "high": ("high", "高"),
        "medium": ("medium", "中"),
        "low": ("low", "低"),
        "info": ("info", "提示"),
        "confidence-high": ("high confidence", "置信度高"),
        "confidence-medium": ("medium confidence", "置信度中"),
        "confidence-low": ("low confidence", "置信度低"),
        "new": ("new", "新增"),
        "preview": ("preview", "预览规则"),
        "does-not-gate": ("does not gate", "不影响门禁"),
        # Labels, at most 12 cells with the space after them.
        "what": ("What", "说明"),
        "why": ("Why", "原因"),
        "how": ("Fix", "修复"),
        "fix": ("Change", "改动"),
        "note": ("Note", "注意"),
        "path": ("Path", "路径"),
        "related": ("Related", "相关"),
        "also": ("Also by", "同时发现"),
        "reference": ("See", "参考"),
        "flagged": ("Flagged", "会报告"),
        "not-flagged": ("Not flagged", "不会报告"),
        "finding-id": ("Id", "标识"),
        "incomplete": ("Incomplete", "不完整"),
        "findings": ("Findings", "问题"),
        "score": ("Score", "得分"),
        "coverage": ("Coverage", "覆盖"),
        "failed": ("Failed", "失败"),
        "partial": ("Partial", "部分"),
        "skipped": ("Left out", "未审查"),
        "notices": ("Notices", "通知"),
        "gate": ("Gate", "门禁"),
        "time": ("Time", "用时"),
        # The ending.
        "none": ("none", "无"),
        "clean": ("No findings in {lines} of {files}.", "未发现问题:已审查 {files},共 {lines}。"),
        "clean-so-far": (
            "No findings in what was looked at, which is not everything.",
            "已审查的部分未发现问题,但审查并不完整。",
        ),
        "clean-open": ("No open findings in {lines} of {files}.", "没有未处理的问题:已审查 {files},共 {lines}。"),
        "nothing": ("Nothing to review.", "没有可审查的内容。"),
        "looked-at": ("Looked at: {languages}", "已审查:{languages}"),
        "looked-by": ("Engines: {engines}", "引擎:{engines}"),
        "interrupted": (
            "The review was interrupted: what follows is true but not all.",
            "审查被中断:以下内容属实,但并不完整。",
        ),
        "not-reviewed": (
            "{parts} not reviewed; they are named under “{label}” below.",
            "{parts}未能审查,详见下方“{label}”。",
        ),
        "clipped": (
            "… and {count} more (use --verbose or --output html=FILE)",
            "… 另有 {count}(使用 --verbose 或 --output html=FILE 查看)",
        ),
        "many": ("{n} × {reason}: {names}", "{n} × {reason}:{names}"),
        "one": ("{names}: {reason}", "{names}:{reason}"),
        "more": ("… and {n} more", "… 另有 {n} 项"),
        "more-lines": ("… {n} more lines", "… 另有 {n} 行"),
        "not-readable": ("the file can no longer be read", "文件已无法读取"),
        "suppressed": ("{n} suppressed", "{n} 个已抑制"),
        "known": ("{n} in the baseline", "{n} 个在基线中"),
        "gone": ("{n} gone since the baseline", "{n} 个较基线已消失"),
        "new-count": ("{n} new", "{n} 个新增"),
        "of-100": ("{n} of 100", "{n} / 100"),
        "security": ("security", "安全"),
        "complexity": ("complexity", "复杂度"),
        "maintainability": ("maintainability", "可维护性"),
        "performance": ("performance", "性能"),
        "and": (", ", "、"),
        "covered": ("{share} of the planned work: {files}, {lines}", "完成计划工作的 {share}:{files},{lines}"),
        "passed": ("passed", "通过"),
        "gate-unset": ("none", "未设置"),
        "insufficient": ("insufficient coverage", "覆盖不足"),
        "gate-failed": ("failed", "未通过"),
        "gate-nothing": ("nothing to review", "没有可审查的内容"),
        "seconds": ("{s} s", "{s} 秒"),
    }
)
_NOUNS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "file": ("file", "files", "个文件"),
        "finding": ("finding", "findings", "个问题"),
        "line": ("line", "lines", "行代码"),
        "pass": ("pass", "passes", "次检查"),
        "engine": ("engine", "engines", "个引擎"),
        "path": ("path", "paths", "个路径"),
    }
)


def say(language: str, phrase: str, **facts: object) -> str:
    """Return a phrase in `language` (`zh`, or else English) with the facts filled in."""
    english, chinese = _PHRASES[phrase]
    return (chinese if language == "zh" else english).format(**facts)


def counted(language: str, number: int, noun: str) -> str:
    """Return a number with its noun: `1 file`, `1,200 files`, `1,200 个文件`."""
    one, many, chinese = _NOUNS[noun]
    if language == "zh":
        return f"{number:,} {chinese}"
    return f"{number:,} {one if number == 1 else many}"
