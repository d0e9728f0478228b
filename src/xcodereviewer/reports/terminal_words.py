"""The terminal report's own words, in English and Chinese."""

from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.domain.review import Gate

__all__ = ["counted", "say", "verdict"]

_SPACES = {"en": " ", "zh": ""}  # between sentences

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
        "precision-very-high": ("very high precision", "精确度很高"),
        "precision-high": ("high precision", "精确度高"),
        "precision-medium": ("medium precision", "精确度中"),
        "precision-low": ("low precision", "精确度低"),
        "status-preview": ("preview", "预览"),
        "status-stable": ("stable", "稳定"),
        "status-deprecated": ("deprecated", "已弃用"),
        "since": ("since {version}", "始于 {version}"),
        "by-engine": ("engine {engine}", "引擎 {engine}"),
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
        "unparsed": ("Unparsed", "无法解析"),
        "unsupported": ("Unsupported", "不支持"),
        "skipped": ("Left out", "未审查"),
        "notices": ("Notices", "通知"),
        "gate": ("Gate", "门禁"),
        "time": ("Time", "用时"),
        # The ending.
        "none": ("none", "无"),
        "clean": ("No findings in {lines} of {files}.", "未发现问题：已审查 {files}，共 {lines}。"),
        "clean-so-far": (
            "No findings in what was looked at, which is not everything.",
            "已审查的部分未发现问题，但审查并不完整。",
        ),
        "clean-open": ("No open findings in {lines} of {files}.", "没有未处理的问题：已审查 {files}，共 {lines}。"),
        "nothing": ("Nothing to review.", "没有可审查的内容。"),
        "looked-at": ("Looked at: {languages}", "已审查：{languages}"),
        "looked-by": ("Engines: {engines}", "引擎：{engines}"),
        "interrupted": (
            "The review was interrupted: what follows is true but not all.",
            "审查被中断：以下内容属实，但并不完整。",
        ),
        "not-reviewed": (
            "{parts} not reviewed; “{label}” below tells why.",
            "{parts}未能审查，详见下方“{label}”。",
        ),
        "clipped": (
            "… and {count} more (use --verbose or --output html=FILE)",
            "… 另有 {count}（使用 --verbose 或 --output html=FILE 查看）",
        ),
        "many": ("{n} × {reason}: {names}", "{n} × {reason}：{names}"),
        "one": ("{names}: {reason}", "{names}：{reason}"),
        "more-notices": (
            "… and {n} more (use --verbose or --output html=FILE)",
            "… 另有 {n} 条（使用 --verbose 或 --output html=FILE 查看）",
        ),
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
        "covered": ("{share} of the planned work: {files}, {lines}", "完成计划工作的 {share}：{files}，{lines}"),
        "passed": ("passed", "通过"),
        "gate-unset": ("not set", "未设置"),
        "insufficient": ("insufficient coverage", "覆盖不足"),
        "gate-failed": ("failed", "未通过"),
        "gate-nothing": ("nothing to review", "没有可审查的内容"),
        "verdict-passed": ("The gate passed", "门禁通过"),
        "verdict-unset": ("No gate is set", "未设置门禁"),
        "verdict-failed": ("The gate failed", "未通过门禁"),
        "verdict-insufficient": ("Too little could be reviewed", "审查覆盖不足"),
        "verdict-nothing": ("There was nothing to review", "没有可审查的内容"),
        # A test case of JUnit, an annotation of GitHub.
        "no-findings": ("no findings", "未发现问题"),
        "found-at": ("{rule} at {place}", "{rule} 位于 {place}"),
        "edits": ("changes {n} places", "建议改动 {n} 处"),
        "original": ("{text}", "原文：{text}"),
        "in-baseline": ("in the baseline", "在基线中"),
        "suppressed-here": ("suppressed", "已抑制"),
        "suppressed-by": ("suppressed by {marker}: {reason}", "被 {marker} 抑制：{reason}"),
        "suppressed-bare": ("suppressed by {marker}", "被 {marker} 抑制"),
        "pass-partial": ("partial: {reason}", "部分：{reason}"),
        "pass-unparsed": ("unparsed: {reason}", "无法解析：{reason}"),
        "pass-unsupported": ("unsupported: {reason}", "不支持：{reason}"),
        "pass-skipped": ("skipped: {reason}", "跳过：{reason}"),
        "the-gate": ("gate", "门禁"),
        "reading": ("read", "读取"),
        "whole": ("the whole review", "整个审查"),
        "labelled": ("{label}: {text}", "{label}：{text}"),
        "open-count": ("XCodeReviewer: {count}", "XCodeReviewer：{count}"),
        "annotated": (
            "of which {n} are annotated here, since GitHub shows {most} of each level",
            "其中 {n} 个在此标注，因为 GitHub 每个级别只显示 {most} 个",
        ),
        "failed-parts": ("{n} of the work failed.", "{n}失败。"),
        "verdict-with-reasons": ("{verdict}: {reasons}", "{verdict}：{reasons}"),
        "progress": ("{n} of {total} files", "{n} / {total} 个文件"),
        "reviewing": ("reviewing", "正在审查"),
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
        "open-finding": ("open finding", "open findings", "个未处理的问题"),
        "part": ("part", "parts", "项工作"),
    }
)


def say(language: str, phrase: str, **facts: object) -> str:
    """Return a phrase in `language` (`zh`, or else English) with the facts filled in."""
    english, chinese = _PHRASES[phrase]
    return (chinese if language == "zh" else english).format(**facts)


def verdict(language: str, gate: Gate) -> str:
    """Return what the gate says and why, on one line."""
    said = say(language, f"verdict-{gate.result}")
    if not gate.reasons:
        return said
    return say(language, "verdict-with-reasons", verdict=said, reasons=_SPACES[language].join(gate.reasons))


def counted(language: str, number: int, noun: str) -> str:
    """Return a number with its noun: `1 file`, `1,200 files`, `1,200 个文件`."""
    one, many, chinese = _NOUNS[noun]
    if language == "zh":
        return f"{number:,} {chinese}"
    return f"{number:,} {one if number == 1 else many}"
