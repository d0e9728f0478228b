package plugins.install;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks plugins. */
public class Installer {
    private final File plugins = new File("/srv/plugins");

    void fromStream(InputStream stream) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(stream)) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                write(new File(plugins, entry.getName()), zip);
            }
        }
    }

    private void write(File file, InputStream content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file)) { // finds: java.security.entry-outside-folder
            content.transferTo(out);
        }
    }

    void fromFile(ZipFile zip) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            Files.copy(zip.getInputStream(entry), plugins.toPath().resolve(entry.getName())); // finds: java.security.entry-outside-folder
        }
    }

    void checked(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextTarEntry(); entry != null; entry = tar.getNextTarEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("outside of the folder");
            }
            Files.copy(tar, file); // ok: java.security.entry-outside-folder
        }
    }

    void numbered(ZipInputStream zip, Path folder) throws IOException {
        int number = 0;
        while (zip.getNextEntry() != null) {
            Files.copy(zip, folder.resolve("part" + number++)); // ok: java.security.entry-outside-folder
        }
    }

    void byCanonicalPath(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            File file = new File(plugins, entry.getName());
            if (!file.getCanonicalPath().startsWith(plugins.getCanonicalPath() + File.separator)) {
                throw new IOException("outside of the folder");
            }
            new FileOutputStream(file).close(); // ok: java.security.entry-outside-folder
        }
    }
}
