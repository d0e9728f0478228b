package archive.letters;

import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

/** Scanned letters, by year and by name. */
@RestController
public class LetterController {
    private static final Path LETTERS = Paths.get("/srv/letters").toAbsolutePath();
    private final File previews = new File("/srv/previews");

    @GetMapping("/letters/{year}")
    public ResponseEntity<byte[]> letter(@PathVariable int year, @RequestParam String name) throws IOException {
        Path path = LETTERS.resolve(String.valueOf(year)).resolve(name);
        return ResponseEntity.ok(Files.readAllBytes(path)); // finds: java.security.path-traversal
    }

    @GetMapping("/letters")
    public ResponseEntity<byte[]> safely(@RequestParam String name) throws IOException {
        Path path = LETTERS.resolve(name).normalize();
        if (!path.startsWith(LETTERS)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(Files.readAllBytes(path)); // ok: java.security.path-traversal
    }

    @GetMapping("/years/{year}")
    public ResponseEntity<byte[]> year(@PathVariable int year) throws IOException {
        return ResponseEntity.ok(Files.readAllBytes(LETTERS.resolve(year + ".pdf"))); // ok: java.security.path-traversal
    }

    @GetMapping("/previews")
    public ResponseEntity<String> preview(HttpServletRequest request) throws IOException {
        String name = request.getParameter("name");
        try (InputStream stream = new FileInputStream(new File(previews, name))) { // finds: java.security.path-traversal
            return ResponseEntity.ok(String.valueOf(stream.available()));
        }
    }

    @GetMapping("/notes")
    public ResponseEntity<String> note(@RequestHeader("X-Note") String note) throws IOException {
        File file = new File(previews, FilenameUtils.getName(note));
        return ResponseEntity.ok(FileUtils.readFileToString(file, "UTF-8")); // ok: java.security.path-traversal
    }

    @GetMapping("/drafts")
    public ResponseEntity<String> draft(@CookieValue String draft) throws IOException {
        return ResponseEntity.ok(text(new File(previews, draft + ".txt")));
    }

    @GetMapping("/own")
    public ResponseEntity<String> own(@CurrentReader String reader) throws IOException {
        return ResponseEntity.ok(FileUtils.readFileToString(new File(previews, reader), "UTF-8")); // ok: java.security.path-traversal
    }

    private String text(File file) throws IOException {
        return FileUtils.readFileToString(file, "UTF-8"); // finds: java.security.path-traversal
    }
}
