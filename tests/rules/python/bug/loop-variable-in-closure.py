import threading
from functools import partial


def buttons(names, frame):
    handlers = []
    for name in names:
        handlers.append(lambda: open_page(name))  # finds: python.bug.loop-variable-in-closure
        handlers.append(lambda name=name: open_page(name))  # ok: python.bug.loop-variable-in-closure
        handlers.append(partial(open_page, name))  # ok: python.bug.loop-variable-in-closure
        frame.bind("<1>", lambda event: open_page(name))  # finds: python.bug.loop-variable-in-closure
        rows = sorted(frame.rows, key=lambda row: row[name])  # ok: python.bug.loop-variable-in-closure
        print(rows)

        def on_close():  # finds: python.bug.loop-variable-in-closure
            frame.close(name)

        frame.on_close(on_close)
    return handlers


def watch(paths, registry):
    for index, path in enumerate(paths):
        target = path.resolve()

        def changed(event):  # finds: python.bug.loop-variable-in-closure
            print(event, target)

        def opened(event, path=path):  # ok: python.bug.loop-variable-in-closure
            print(event, path)

        def size():  # ok: python.bug.loop-variable-in-closure
            return path.stat().st_size

        registry[path] = changed
        registry[index] = opened
        print(size())


def out_of_stock(stocks, requestor):
    for stock in stocks:
        if stock.quantity <= 0:
            transaction.on_commit(
                lambda: notify(stock, requestor)  # finds: python.bug.loop-variable-in-closure
            )
        transaction.on_commit(lambda: log(requestor))  # ok: python.bug.loop-variable-in-closure


def start(jobs, table):
    for job in jobs:
        threading.Thread(target=lambda: job.run()).start()  # finds: python.bug.loop-variable-in-closure
        table[job.id] = lambda request: job.answer(request)  # finds: python.bug.loop-variable-in-closure
        table[job.id] = lambda request: request.job  # ok: python.bug.loop-variable-in-closure
        table[job.id] = lambda job: job.id  # ok: python.bug.loop-variable-in-closure


def first(jobs, queue):
    for job in jobs:
        if job.ready:
            queue.append(lambda: job.run())  # ok: python.bug.loop-variable-in-closure
            break


ADDERS = [lambda x: x + n for n in range(3)]  # finds: python.bug.loop-variable-in-closure
SHOWN = {key: lambda x, key=key: x[key] for key in ("a", "b")}  # ok: python.bug.loop-variable-in-closure
LATER = {key: (lambda: key) for key in ("a", "b")}  # missing: python.bug.loop-variable-in-closure


def mail(tickets):
    for ticket in tickets:
        fields = {"id": ticket.id}
        fields["text"] = lambda: ticket.text  # ok: python.bug.loop-variable-in-closure
        send(fields)
