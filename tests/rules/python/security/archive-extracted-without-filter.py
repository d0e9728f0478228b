import tarfile
import zipfile


def unpack(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder)  # finds: python.security.archive-extracted-without-filter


def unpack_old(path, folder):
    archive = tarfile.open(path, "r:gz")
    archive.extractall(path=folder)  # finds: python.security.archive-extracted-without-filter
    archive.close()


def trusted(path, folder):
    tarfile.open(path).extractall(folder, filter="fully_trusted")  # finds: python.security.archive-extracted-without-filter


def filtered(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")  # ok: python.security.archive-extracted-without-filter


def chosen(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder, members=safe_members(archive))  # ok: python.security.archive-extracted-without-filter


def zipped(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)  # ok: python.security.archive-extracted-without-filter


def parameter(archive: tarfile.TarFile, folder):
    archive.extractall(folder)  # missing: python.security.archive-extracted-without-filter
