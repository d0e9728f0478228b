import java.io.*;
import java.nio.file.*;
import java.util.zip.*;
import javax.servlet.http.HttpServletRequest;

class Io {
    void reads(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        new FileInputStream("/data/" + name); // finds: request > path
        new FileReader(new File("/data", name)); // finds: request > path
        new FileReader(new File("/data", new File(name).getName())); // ok
        new File("/data", name).exists(); // finds: request > path
        Files.readAllBytes(Paths.get("/data").resolve(name)); // finds: request > path
        Files.readAllBytes(Paths.get("/data").resolve(Paths.get(name).getFileName())); // ok
        Path.of(name); // ok
        new File(name); // ok
    }

    void writes(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        new FileOutputStream(name); // finds: request > path-write
        new FileOutputStream("/data/log").write(name.getBytes()); // ok
        new File(name).delete(); // finds: request > path-write
        Files.copy(Paths.get("/data/form"), Paths.get(name)); // finds: request > path-write
        Files.copy(Paths.get(name), Paths.get("/data/form")); // finds: request > path
    }

    void archives(InputStream stream) throws Exception {
        ZipInputStream zip = new ZipInputStream(stream);
        ZipEntry entry = zip.getNextEntry();
        new FileOutputStream(new File("/data", entry.getName())); // finds: upload > path-write
        new FileOutputStream(new File("/data", new File(entry.getName()).getName())); // ok
    }
}
