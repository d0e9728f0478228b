from functools import partial


def buttons(names, window):
    handlers = {}
    for name in names:
        handlers[name] = lambda: window.open(name)  # finds: python.bug.loop-variable-in-closure
        window.bind(lambda event, name=name: window.open(name))  # ok: python.bug.loop-variable-in-closure

        def on_close():
            window.close(name)  # finds: python.bug.loop-variable-in-closure

        window.on_close(on_close)
        window.on_open(partial(window.open, name))  # ok: python.bug.loop-variable-in-closure
    return handlers


def ordered(groups):
    result = []
    for group in groups:
        result += sorted(group.items, key=lambda item: item.rank)  # ok: python.bug.loop-variable-in-closure
        result += list(map(lambda item: group.name + item, group.items))  # ok: python.bug.loop-variable-in-closure
    return result
