def module_name(path, line):
    name = path.rstrip(".tmpl.t")  # finds: python.bug.strip-with-words
    name = name.lstrip("http://")  # finds: python.bug.strip-with-words
    name = name.removeprefix("http://")  # ok: python.bug.strip-with-words
    name = name.strip(" \t\n")  # ok: python.bug.strip-with-words
    name = name.strip("\"'")  # ok: python.bug.strip-with-words
    return name.rstrip("/"), line.strip()  # ok: python.bug.strip-with-words
