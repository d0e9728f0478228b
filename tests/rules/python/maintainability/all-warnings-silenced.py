import warnings

warnings.filterwarnings("ignore")  # finds: python.maintainability.all-warnings-silenced


def quiet():
    warnings.simplefilter("ignore")  # finds: python.maintainability.all-warnings-silenced


def careful(work):
    warnings.filterwarnings("ignore", category=DeprecationWarning)  # ok: python.maintainability.all-warnings-silenced
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # ok: python.maintainability.all-warnings-silenced
        work()
    warnings.simplefilter("error")  # ok: python.maintainability.all-warnings-silenced


def by_reset():
    warnings.showwarning = lambda *args, **options: None  # missing: python.maintainability.all-warnings-silenced
