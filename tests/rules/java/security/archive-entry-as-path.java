package shop.theme;

class ThemeUpload {
    void unpack(InputStream upload, File folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(upload)) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                File target = new File(folder, entry.getName()); // finds: java.security.archive-entry-as-path
                Files.copy(zip, target.toPath());
            }
        }
    }

    void paths(ZipFile zip, Path folder) throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Files.copy(zip.getInputStream(entry), folder.resolve(entry.getName())); // finds: java.security.archive-entry-as-path
        }
    }

    void named(TarArchiveInputStream tar, String folder) throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        String name = entry.getName();
        OutputStream out = new FileOutputStream(folder + File.separator + name); // finds: java.security.archive-entry-as-path
        tar.transferTo(out);
    }

    void checked(ZipInputStream zip, File folder) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        File target = new File(folder, entry.getName()); // ok: java.security.archive-entry-as-path
        if (!target.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)) {
            throw new IOException("entry outside the folder");
        }
        Files.copy(zip, target.toPath());
    }

    void list(ZipFile zip) {
        zip.stream().forEach(entry -> log.info(entry.getName())); // ok: java.security.archive-entry-as-path
    }

    File child(File folder, File file) {
        return new File(folder, file.getName()); // ok: java.security.archive-entry-as-path
    }

    void checked(Path folder, ZipEntry zipEntry) {
        Path target = folder.resolve(zipEntry.getName()); // ok: java.security.archive-entry-as-path
        checkDirectoryTraversal(folder, target);
    }
}
