from lxml import etree


def login(tree, name, password):
    return tree.xpath(f"//user[@name='{name}' and @password='{password}']")  # finds: python.security.xpath-built-from-strings


def quoted(tree, name):
    return tree.xpath(f'//user[@name=\'{name}\']')  # finds: python.security.xpath-built-from-strings


def find(path, name):
    tree = etree.parse(path)
    tree.find(".//user[@name='%s']" % name)  # finds: python.security.xpath-built-from-strings
    return tree.findall(".//user[@name='" + name + "']")  # finds: python.security.xpath-built-from-strings


def careful(tree, name, text):
    tree.xpath("//user[@name=$name]", name=name)  # ok: python.security.xpath-built-from-strings
    tree.xpath("//user[@name='root']")  # ok: python.security.xpath-built-from-strings
    tree.find(f".//{name}")  # ok: python.security.xpath-built-from-strings
    return text.find(f"[{name}]")  # ok: python.security.xpath-built-from-strings


def built_elsewhere(tree, name):
    return tree.xpath(user_path(name))  # missing: python.security.xpath-built-from-strings
