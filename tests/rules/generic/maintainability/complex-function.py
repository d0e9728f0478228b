import logging

log = logging.getLogger(__name__)


class Importer:
    def run(self, batches, strict=False):  # finds: generic.maintainability.complex-function
        for batch in batches:
            if batch.empty:
                continue
            for record in batch:
                try:
                    if record.kind == "user":
                        if record.id in self.users:
                            self.users[record.id].update(record)
                        elif strict and not record.confirmed:
                            raise ValueError(record)
                        else:
                            self.users[record.id] = record
                    elif record.kind == "group":
                        for member in record.members:
                            if member not in self.users:
                                if strict:
                                    raise KeyError(member)
                                log.warning("unknown member %s", member)
                except OSError:
                    if not self.retry(record):
                        self.failed.append(record)
            if self.failed:
                self.report(batch)

    def dispatch(self, event):  # ok: generic.maintainability.complex-function
        """A ladder is long and flat: easy to follow."""
        if event.name == "open":
            return self.open(event)
        if event.name == "close":
            return self.close(event)
        if event.name == "move":
            return self.move(event)
        if event.name == "resize":
            return self.resize(event)
        if event.name in ("enter", "leave") and event.target is not None:
            return self.hover(event)
        match event.name:
            case "key":
                return self.key(event)
            case "paste":
                return self.paste(event)
            case _:
                return None

    def watch(self, queue):  # ok: generic.maintainability.complex-function
        """Functions in it are measured on their own."""

        def on_message(message):
            if message.kind == "stop" and message.trusted:
                return queue.close()
            for part in message.parts:
                if part.empty or part.seen:
                    continue
                if part.final:
                    queue.commit(part)
            return None

        def on_error(error):
            while queue.pending:
                if error.fatal:
                    return queue.drop()
                if not queue.retry():
                    return queue.park()
            return None

        for message in queue:
            if message.broken:
                on_error(message)
            else:
                on_message(message)
