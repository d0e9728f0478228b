class Invoice:
    def __init__(  # ok: generic.maintainability.many-parameters
        self, number, customer, *, issued, due, currency, lines, discount, tax, notes
    ):
        self.number = number

    def add(self, sku, count, price, unit, tax, discount, account, centre):  # finds: generic.maintainability.many-parameters
        self.lines.append((sku, count, price))

    def render(self, template, locale, zone, paper, fonts, colours, images):  # ok: generic.maintainability.many-parameters
        return template.render(self)


def request(method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None):  # ok: generic.maintainability.many-parameters
    return method, url


def draw(canvas, x, y, width, height, radius, fill, stroke, *rest):  # finds: generic.maintainability.many-parameters
    canvas.rect(x, y)


async def copy(source: dict[str, int], target: tuple[int, ...], /, *names: str, **options: int):  # ok: generic.maintainability.many-parameters
    target.update(source)
