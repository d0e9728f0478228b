package museum.photos;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

/** Photographs that visitors send, and the captions below them. */
@RestController
@RequestMapping("/photos")
public class PhotoController {
    private static final Path PHOTOS = Paths.get("/srv/photos");
    private final File captions = new File("/srv/captions");

    @PostMapping
    public ResponseEntity<Void> keep(@RequestParam("photo") MultipartFile photo) throws IOException {
        String name = StringUtils.cleanPath(photo.getOriginalFilename());
        photo.transferTo(PHOTOS.resolve(name).toFile()); // finds: java.security.arbitrary-file-write, java.security.unrestricted-upload
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/numbered")
    public String number(@RequestParam("photo") MultipartFile photo) throws IOException {
        String name = UUID.randomUUID() + ".jpg";
        photo.transferTo(PHOTOS.resolve(name).toFile()); // finds: java.security.unrestricted-upload
        return name;
    }

    @PostMapping("/checked")
    public String check(@RequestParam("photo") MultipartFile photo) throws IOException {
        File place = new File("/srv/photos", UUID.randomUUID() + ".png");
        ImageIO.write(ImageIO.read(photo.getInputStream()), "png", place); // ok: java.security.unrestricted-upload, java.security.arbitrary-file-write
        return place.getName();
    }

    @PutMapping("/{name}/caption")
    public void caption(@PathVariable String name, @RequestBody String text) throws IOException {
        write(new File(captions, name), text);
    }

    private void write(File file, String text) throws IOException {
        try (FileOutputStream stream = new FileOutputStream(file)) { // finds: java.security.arbitrary-file-write
            stream.write(text.getBytes());
        }
    }

    @PutMapping("/{number}/title")
    public void title(@PathVariable int number, @RequestBody String text) throws IOException {
        Files.writeString(PHOTOS.resolve(number + ".txt"), text); // ok: java.security.arbitrary-file-write, java.security.unrestricted-upload
    }

    @DeleteMapping("/{name}")
    public void drop(@PathVariable String name) throws IOException {
        Path photo = PHOTOS.resolve(name).normalize();
        if (photo.startsWith(PHOTOS)) {
            Files.deleteIfExists(photo); // ok: java.security.arbitrary-file-write
        }
    }
}
