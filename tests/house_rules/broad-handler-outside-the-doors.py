def scan_all(files: list[File]) -> list[Result]:
    results = []
    for file in files:
        try:
            results.append(scan(file))
        except Exception:  # finds: python.maintainability.broad-handler-outside-the-doors
            continue
    try:
        finish()
    except:  # finds: python.maintainability.broad-handler-outside-the-doors
        pass
    try:
        close()
    except (ValueError, BaseException) as error:  # finds: python.maintainability.broad-handler-outside-the-doors
        print(error)
    return results


def careful(file: File) -> Result:
    try:
        return scan(file)
    except OSError as error:  # ok: python.maintainability.broad-handler-outside-the-doors
        raise Unreadable(file) from error
    except (ValueError, CustomException):  # ok: python.maintainability.broad-handler-outside-the-doors
        return Result()
    except BaseException:  # ok: python.maintainability.broad-handler-outside-the-doors
        clean_up()
        raise


def suppressed(file: File) -> None:
    with contextlib.suppress(Exception):  # missing: python.maintainability.broad-handler-outside-the-doors
        scan(file)
