"""What the stages of a review say, in Chinese: each English sentence with its facts as `{...}`.

The English sentence is the key, so a stage writes one language and knows no catalogue. Facts in lower case are shown as
they stand (`{n}`, `{m}` and `{limit}` are numbers); those in capitals are themselves said in Chinese. Where several
sentences could be meant, the first one is.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["CHINESE"]

_GATE = {
    "No finding can fail it without `--fail-on`.": "没有 `--fail-on`，任何问题都不会导致未通过。",
    "No finding at {LEVEL}; the gate allows none.": "没有{LEVEL}的问题；门禁不允许任何此类问题。",
    "No finding at {LEVEL}; the gate allows {n}.": "没有{LEVEL}的问题；门禁允许 {n} 个。",
    "{n} finding at {LEVEL}; the gate allows none.": "{n} 个{LEVEL}的问题；门禁不允许任何此类问题。",
    "{n} findings at {LEVEL}; the gate allows none.": "{n} 个{LEVEL}的问题；门禁不允许任何此类问题。",
    "{n} finding at {LEVEL}; the gate allows {m}.": "{n} 个{LEVEL}的问题；门禁允许 {m} 个。",
    "{n} findings at {LEVEL}; the gate allows {m}.": "{n} 个{LEVEL}的问题；门禁允许 {m} 个。",
    "{n} finding at {LEVEL} does not count: {COUNTS}.": "{n} 个{LEVEL}的问题不计入：{COUNTS}。",
    "{n} findings at {LEVEL} do not count: {COUNTS}.": "{n} 个{LEVEL}的问题不计入：{COUNTS}。",
    "{LEVEL} or above": "{LEVEL}及以上",
    "critical": "“严重”级",
    "high": "“高”级",
    "medium": "“中”级",
    "low": "“低”级",
    "info": "“提示”级",
    "{n} in preview": "{n} 个来自预览规则",
    "{n} suppressed": "{n} 个已抑制",
    "{n} in the baseline": "{n} 个在基线中",
    "{n} not on changed lines": "{n} 个不在改动的行上",
    "{n} pass over a file failed": "{n} 次文件检查失败",
    "{n} passes over files failed": "{n} 次文件检查失败",
    "{n} file was not read": "{n} 个文件未能读取",
    "{n} files were not read": "{n} 个文件未能读取",
    "{n} engine could not run": "{n} 个引擎无法运行",
    "{n} engines could not run": "{n} 个引擎无法运行",
    "Nothing else was looked at.": "此外没有审查任何内容。",
    "{n} % of the intended work was done; the gate asks for {m} %.": "完成了计划工作的 {n} %；门禁要求 {m} %。",
    "The review has no score; the gate asks for {n}.": "审查没有得分；门禁要求 {n}。",
    "The score is {n}; the gate asks for {m}.": "得分为 {n}；门禁要求 {m}。",
    "No baseline and no diff was given, so every finding counts as new.": "未给出基线或差异，因此所有问题都算新增。",
    "{n} file of code was not reviewed: {why}.": "{n} 个代码文件未被审查：{why}。",
    "{n} files of code were not reviewed: {why}.": "{n} 个代码文件未被审查：{why}。",
    "No engine looks at {n} file of this kind.": "没有引擎审查这类文件（{n} 个）。",
    "No engine looks at {n} files of this kind.": "没有引擎审查这类文件（{n} 个）。",
    "{n} path was left out, and no file remains.": "排除 {n} 个路径后没有剩余文件。",
    "{n} paths were left out, and no file remains.": "排除 {n} 个路径后没有剩余文件。",
    "There is no file.": "没有文件。",
}
_NOTES = {
    "gone since the baseline": "较基线已消失",
    "found by a preview rule, which never gates": "由预览规则发现，预览规则从不影响门禁",
    "in the baseline": "在基线中",
    "not on lines that the change under review touches": "不在本次改动触及的行上",
    "`{marker}` does not count for it: the change under review adds that itself": (
        "`{marker}` 对它不起作用：这是本次改动自己添加的"
    ),
    "suppressed by `{marker}`: {reason}": "被 `{marker}` 抑制：{reason}",
    "suppressed by `{marker}`": "被 `{marker}` 抑制",
    "new in {version}, reported as preview because of --as-of {release}": (
        "{version} 版新增，因 --as-of {release} 按预览报告"
    ),
    "{SEVERITY} by a rule of {version}, {LEVEL} because of --as-of {release}": (
        "按 {version} 版的规则为{SEVERITY}，因 --as-of {release} 降为{LEVEL}"
    ),
}
_NOTICES = {
    "The change touches nothing that is reviewed.": "此变更未涉及任何需要审查的内容。",
    "The review was interrupted before it looked at anything.": "审查在开始查看任何文件之前被中断。",
    "The review was interrupted; what was found so far is here.": "审查被中断；以下是目前已发现的问题。",
    "The change under review alters its own configuration; what its base says holds.": (
        "本次改动修改了自身的配置；以改动前的配置为准。"
    ),
    "The change under review alters rules that it is held against; those of its base hold.": (
        "本次改动修改了用来审查它的规则；以改动前的规则为准。"
    ),
    "The change under review adds {n} entry to the baseline for findings of its own; they do not count.": (
        "本次改动为自己的问题向基线添加了 {n} 条记录；这些记录不计入。"
    ),
    "The change under review adds {n} entries to the baseline for findings of its own; they do not count.": (
        "本次改动为自己的问题向基线添加了 {n} 条记录；这些记录不计入。"
    ),
    "The change under review would leave out {files} ({WHY}); that does not count.": (
        "本次改动会使 {files} 不被审查（{WHY}）；这不计入。"
    ),
    "The change under review adds {marker} itself, so it does not count.": "{marker} 由本次改动自己添加，因此不计入。",
    "A suppression comment does not count: {WHY}.": "抑制注释不起作用：{WHY}。",
    "{marker} does not count: {WHY}.": "{marker} 不起作用：{WHY}。",
    "what follows `xcr:` is neither `ignore` nor `ignore-file`": "`xcr:` 之后既不是 `ignore` 也不是 `ignore-file`",
    "the bracket after `ignore` is not closed": "`ignore` 之后的方括号没有闭合",
    "`{name}` is not the name of a rule": "`{name}` 不是规则名",
    "it names more than {n} rules": "它列出了超过 {n} 条规则",
    "it names no rule": "它没有写明规则",
    "`{day}` is not a date such as 2027-01-31": "`{day}` 不是形如 2027-01-31 的日期",
    "what speaks of a whole file stands in its first {n} lines": "针对整个文件的注释须写在前 {n} 行",
    "no code follows it": "它之后没有代码",
    "it expired after {day}": "它已过期（有效至 {day}）",
    "a suppression must name its reason here": "此处的抑制必须写明理由",
    "a suppression must name its rule here": "此处的抑制必须写明规则",
    "{names} in {marker} is no rule.": "{marker} 中的 {names} 不是规则。",
    "{names} in {marker} are no rules.": "{marker} 中的 {names} 不是规则。",
    "{names} in {marker} silences nothing. Delete the name.": "{marker} 中的 {names} 没有抑制任何问题，请删除该名称。",
    "{marker} silences nothing. Delete it.": "{marker} 没有抑制任何问题，请删除。",
    "The upgrade from {release} to {present} {DID} and {ALSO}.": "从 {release} 升级到 {present}：{DID}；{ALSO}。",
    "The upgrade from {release} to {present} {DID}.": "从 {release} 升级到 {present}：{DID}。",
    "brings {n} finding as preview: {COUNTS}": "带来 {n} 个预览问题（{COUNTS}）",
    "brings {n} findings as preview: {COUNTS}": "带来 {n} 个预览问题（{COUNTS}）",
    "rates {n} finding higher than is done here": "对 {n} 个问题的评级高于此处",
    "rates {n} findings higher than is done here": "对 {n} 个问题的评级高于此处",
    "{n} of {rule} (new in {version})": "{rule} {n} 个，{version} 版新增",
}
_IMPORTS = {
    "{report}: {n} result is {WHERE} ({NAMES}).": "{report}：{n} 个结果{WHERE}（{NAMES}）。",
    "{report}: {n} results are {WHERE} ({NAMES}).": "{report}：{n} 个结果{WHERE}（{NAMES}）。",
    "in files that are not under review": "所在文件不在审查范围内",
    "in files that cannot be read": "所在文件无法读取",
    "behind the end of their files: the report is of another revision": "超出文件末尾：该报告属于另一个版本",
    "{names} and {n} more": "{names} 及另外 {n} 个",
    "{report}: {tool} did not end successfully.": "{report}：{tool} 未成功结束。",
    "{report}: {tool} reported: {words}.": "{report}：{tool} 报告：{words}。",
    "{report}: results of {tool} that name no file: {n}.": "{report}：{tool} 有 {n} 个结果没有写明文件。",
    "{report}: results of {tool} beyond the limit of {limit} for a run: {n}.": (
        "{report}：{tool} 有 {n} 个结果超出每次运行 {limit} 个的上限。"
    ),
    "{report}: results of {tool} are kept in other files.": "{report}：{tool} 的结果保存在其他文件中。",
}
_LEFT_OUT = {
    "binary": "二进制文件",
    "a Git LFS pointer: its content is not here": "Git LFS 指针：内容不在此处",
    "encrypted": "已加密",
    "minified": "压缩后的代码",
    "minified: most of it stands in very long lines": "压缩后的代码：大部分内容在超长的行中",
    "generated: a comment at its top says so": "生成的代码：文件开头的注释写明",
    "a source map": "源码映射文件",
    "a report of XCodeReviewer": "XCodeReviewer 的报告",
    "a lock file": "锁定文件",
    "a list of findings that are known": "已知问题列表",
    "an image": "图片",
    "a font": "字体",
    "sound or video": "音频或视频",
    "an archive": "归档文件",
    "compiled code": "编译后的代码",
    "a document in a binary format": "二进制格式的文档",
    "data in a binary format": "二进制格式的数据",
    "version control's own files": "版本控制自身的文件",
    "third-party code": "第三方代码",
    "built from other files": "由其他文件构建而成",
    "a tool's cache": "工具的缓存",
    "installed packages": "已安装的软件包",
    "a virtual environment": "虚拟环境",
    "it has a line of {n} bytes": "其中一行长达 {n} 字节",
    "third-party code: a banner that tools keep names version and licence": (
        "第三方代码：打包工具保留的版权声明中写有版本与许可证"
    ),
    "generated, says {file}": "{file} 声明为生成的文件",
    "third-party code, says {file}": "{file} 声明为第三方代码",
    "ignored by {file}": "被 {file} 忽略",
    "excluded by --exclude {glob}": "被 --exclude {glob} 排除",
    "not matched by --include": "不匹配 --include",
    "too large: not fetched, since it has more than {n} bytes": "过大：超过 {n} 字节，未获取",
    "too large: {n} bytes, the limit is {limit}": "过大：{n} 字节，上限为 {limit}",
    "a second entry of this name": "同名的第二个条目",
    "its path names a drive": "路径中有盘符",
    "its path leads out of the tree": "路径指向目录树之外",
    "its path is too long": "路径过长",
    "its path is absolute": "路径是绝对路径",
    "its path is too deep": "路径层级过深",
    "its path is not a valid one": "路径无效",
    "a sparse file": "稀疏文件",
    "{KIND}, never followed or opened": "{KIND}，从不跟随或打开",
    "a symbolic link": "符号链接",
    "a hard link": "硬链接",
    "a FIFO": "命名管道",
    "a socket": "套接字",
    "a device": "设备文件",
    "packed by a method that is not known": "压缩方法未知",
    "a submodule: review it by itself": "子模块：请单独审查",
    "a Git repository of its own: review it by itself": "独立的 Git 仓库：请单独审查",
    "the repository does not hold its content (a partial clone?)": "仓库中没有其内容（部分克隆？）",
    "in conflict: resolve and stage it first": "存在冲突：请先解决并暂存",
    "not in the work tree": "不在工作区中",
    "two files are written like this": "两个文件的写法相同",
    "two names on disk are written like this": "磁盘上有两个名称的写法相同",
    "no language that is reviewed": "不是可审查的语言",
    "no rule for {language}": "没有适用于 {language} 的规则",
}
_FAILED = {
    "cannot be read: {WHY}": "无法读取：{WHY}",
    "Permission denied": "权限不足",
    "No such file or directory": "文件或目录不存在",
    "Is a directory": "是一个目录",
    "Not a directory": "不是目录",
    "Input/output error": "输入输出错误",
    "Too many levels of symbolic links": "符号链接层数过多",
    "File name too long": "文件名过长",
    "nested more than {n} folders deep": "目录嵌套超过 {n} 层",
    "nested more than {n} deep": "嵌套超过 {n} 层",
    "nested too deeply": "嵌套过深",
    "interrupted before it was looked at": "在审查之前被中断",
    "the review was stopped": "审查已停止",
    "needs more memory than one file may": "所需内存超过单个文件的限额",
    "took longer than {n} s": "耗时超过 {n} 秒",
    "used more than {n} s of processor time": "占用处理器时间超过 {n} 秒",
    "no process could be started: {WHY}": "无法启动进程：{WHY}",
    "the engine's process ended with status {n}": "引擎进程以状态 {n} 结束",
    "the engine's process was ended by SIGKILL, perhaps for want of memory": "引擎进程被 SIGKILL 终止，可能是内存不足",
    "the engine's process was ended by {signal}": "引擎进程被 {signal} 终止",
    "what passed to or from the engine's process cannot be read: {why}": "与引擎进程之间传递的内容无法读取：{why}",
    "not tried: the engine never answered, {n} times over ({WHY})": "未尝试：引擎 {n} 次都没有响应（{WHY}）",
    "it gave no answer": "引擎没有响应",
    "it answered for another file": "引擎回答了另一个文件",
    "it named a file that is not under review": "引擎指出了不在审查范围内的文件",
    "it named a rule that it was not given: {rule}": "引擎使用了未交给它的规则：{rule}",
    "it named a place that is none: {rule}": "引擎指出了不存在的位置：{rule}",
    "it exits ({status})": "引擎自行退出（{status}）",
    "RuntimeError: {WHY}": "引擎出错：{WHY}",
    "There is no engine `{name}`. Installed are: {names}.": "没有引擎 `{name}`。已安装：{names}。",
    "ruff is not installed; `pip install ruff` brings it": "未安装 ruff；可用 `pip install ruff` 安装",
    "ruff gave no answer: {WHY}": "ruff 没有响应：{WHY}",
    "it found more than one file may hold": "它在一个文件中发现的问题过多",
    "it was ended by {signal}": "它被 {signal} 终止",
    "it ended with status {n}": "它以状态 {n} 结束",
    "it took longer than {n} s": "它耗时超过 {n} 秒",
}
_PARTIAL = {
    "1 place does not parse, the first on line {n}": "有 1 处无法解析，在第 {n} 行",
    "{n} places do not parse, the first on line {m}": "有 {n} 处无法解析，首处在第 {m} 行",
    "not followed: a line is longer than {n} characters": "未跟踪：有一行超过 {n} 个字符",
    "{LINES} and {n} more cannot be followed": "{LINES} 及另外 {n} 处无法跟踪",
    "{LINES} cannot be followed": "{LINES}无法跟踪",
    "line {n}": "第 {n} 行",
    "lines {n} to {m}": "第 {n} 至 {m} 行",
    "no rule reads {name}": "没有规则支持 {name}",
    "scripts: {WHAT}": "脚本：{WHAT}",
    "a part does not parse": "有一部分无法解析",
    "line {n} does not parse": "第 {n} 行无法解析",
    "it has no FROM instruction": "没有 FROM 指令",
    "from line {n} on it does not parse; it looks like a template that makes YAML": (
        "从第 {n} 行起无法解析；看起来是生成 YAML 的模板"
    ),
    "from line {n} on it does not parse": "从第 {n} 行起无法解析",
    "a character that YAML does not allow stands in it": "含有 YAML 不允许的字符",
    "more than {n} values": "值超过 {n} 个",
    "looking at all of it takes too long": "全部审查耗时过长",
    "not measured: a line is {n} characters long": "未度量：有一行长达 {n} 个字符",
    "more places than {n} look like secrets; the rest was not looked at": "疑似密钥超过 {n} 处；其余未审查",
    "does not parse as Python: line {n}": "第 {n} 行无法按 Python 解析",
    "lines end in carriage returns": "以回车符换行",
}
_FUNCTION = {
    "has a cyclomatic complexity of {n}; above {limit}, few test every path.": (
        "的圈复杂度为 {n}；超过 {limit} 时，很少有人能测试到每条路径。"
    ),
    "has a cognitive complexity of {n}; above {limit}, a function is hard to follow.": (
        "的认知复杂度为 {n}；超过 {limit} 的函数难以读懂。"
    ),
    "nests statements {n} levels deep; above {limit}, hardly anyone keeps track.": (
        "的语句嵌套达 {n} 层；超过 {limit} 层，几乎没有人能跟上。"
    ),
    "takes {n} parameters by position; above {limit}, calls mix them up.": (
        "有 {n} 个位置参数；超过 {limit} 个，调用时容易弄混。"
    ),
    "has {n} lines of code; above {limit}, a function does more than one thing.": (
        "有 {n} 行代码；超过 {limit} 行的函数做的不止一件事。"
    ),
}
_FLOW = {
    "It comes from the {WHAT} and reaches `{text}`.": "它来自{WHAT}，并到达 `{text}`。",
    "The value enters here: {WHAT}.": "值从这里进入：{WHAT}。",
    "It is the parameter `{name}`.": "它是参数 `{name}`。",
    "It is kept in `{name}`.": "它保存在 `{name}` 中。",
    "It is given to `{name}`.": "它被传给 `{name}`。",
    "It arrives in `{name}`.": "它到达 `{name}`。",
    "request": "请求",
    "request body": "请求正文",
    "request header": "请求头",
    "query parameter": "查询参数",
    "path parameter": "路径参数",
    "cookie": "Cookie",
    "uploaded file": "上传的文件",
    "environment variable": "环境变量",
    "standard input": "标准输入",
    "command line": "命令行",
    "file": "文件",
    "upload": "上传的内容",
    "database": "数据库",
    "network": "网络",
    "environment": "环境",
    "argument": "命令行参数",
    "weak-random": "可以猜到的随机数",
    "secret": "机密",
    "error": "错误信息",
    "database row": "数据库记录",
    "random number that can be guessed": "可以猜到的随机数",
}
_MEASURED = {
    **{f"`{{name}}` {english}": f"`{{name}}` {chinese}" for english, chinese in _FUNCTION.items()},
    **{f"This function {english}": f"该函数{chinese}" for english, chinese in _FUNCTION.items()},
    "The file has {n} lines of code; above {limit}, it holds more than one subject.": (
        "该文件有 {n} 行代码；超过 {limit} 行的文件涉及不止一个主题。"
    ),
    "The {n} lines of code from here to line {m} also stand in one other place.": (
        "从这里到第 {m} 行的 {n} 行代码还出现在另一处。"
    ),
    "The {n} lines of code from here to line {m} also stand in {limit} other places.": (
        "从这里到第 {m} 行的 {n} 行代码还出现在另外 {limit} 处。"
    ),
    "The same code, to line {n}": "相同的代码，到第 {n} 行为止",
    **_FLOW,
    "`{text}` was defined above and never used there.": "`{text}` 在上文已定义，但从未在那里使用。",
    "`{text}` is not in `__slots__`.": "`{text}` 不在 `__slots__` 中。",
    "Used here as well.": "此处也使用了它。",
    "Used here as well, and {n} times below.": "此处也使用了它，下文还有 {n} 处。",
    "`{text}` is defined nowhere.": "`{text}` 没有在任何地方定义。",
    "`{text}` has no value yet.": "`{text}` 此时还没有值。",
    "`{text}` has its last value when the function is called after the loop.": (
        "循环结束后再调用该函数时，`{text}` 只有最后一个值。"
    ),
    "`super` is not called here.": "这里没有调用 `super`。",
    "`open` knows no mode {text}.": "`open` 没有 {text} 模式。",
    "The key `{text}` stands here twice.": "键 `{text}` 在这里出现了两次。",
}

CHINESE: Mapping[str, str] = MappingProxyType(
    _GATE | _NOTES | _NOTICES | _IMPORTS | _LEFT_OUT | _FAILED | _PARTIAL | _MEASURED
)
