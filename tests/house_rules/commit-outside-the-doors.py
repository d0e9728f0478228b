async def close(session: Session, finding: Finding) -> None:
    finding.close()
    await session.flush()  # ok: python.maintainability.commit-outside-the-doors
    await session.commit()  # finds: python.maintainability.commit-outside-the-doors


def fail(connection: Connection) -> None:
    connection.rollback()  # finds: python.maintainability.commit-outside-the-doors


def log(repository: Repository) -> Commit:
    return repository.commit("HEAD")  # ok: python.maintainability.commit-outside-the-doors


def by_context(engine: Engine) -> None:
    with engine.begin() as connection:  # missing: python.maintainability.commit-outside-the-doors
        connection.execute(UPDATE)
