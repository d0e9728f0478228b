package shop.files;

import java.nio.file.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
class PhotoController {
    private static final List<String> ENDINGS = List.of("png", "jpg");
    private final PhotoStorage storage;

    PhotoController(PhotoStorage storage) {
        this.storage = storage;
    }

    @PostMapping("/photos")
    void keep(@RequestParam("photo") MultipartFile photo) throws IOException {
        photo.transferTo(Path.of("/srv/photos", UUID.randomUUID().toString())); // finds: java.security.upload-kept-unchecked
    }

    @PostMapping("/photos/many")
    void keepMany(@RequestParam("photo") MultipartFile[] photos) throws IOException {
        for (MultipartFile photo : photos) {
            storage.keep(photo);
        }
    }

    @PostMapping("/avatars")
    void avatar(@RequestParam("photo") MultipartFile photo) throws IOException {
        if (!"image/png".equals(photo.getContentType())) throw new UnsupportedMediaException();
        photo.transferTo(Path.of("/srv/avatars", UUID.randomUUID().toString())); // ok: java.security.upload-kept-unchecked
    }

    @PostMapping("/scans")
    void scan(@RequestParam("scan") MultipartFile scan) throws IOException {
        if (!ENDINGS.contains(FilenameUtils.getExtension(scan.getOriginalFilename()))) throw new UnsupportedMediaException();
        Files.copy(scan.getInputStream(), Path.of("/srv/scans", "scan")); // ok: java.security.upload-kept-unchecked
    }

    // What is only read is not kept.
    @PostMapping("/imports")
    int count(@RequestParam("list") MultipartFile list) throws IOException { // ok: java.security.upload-kept-unchecked
        return Lists.parse(list.getInputStream()).size();
    }
}

@Service
class PhotoStorage {
    void keep(MultipartFile photo) throws IOException {
        Files.copy(photo.getInputStream(), Path.of("/srv/photos", UUID.randomUUID().toString())); // finds: java.security.upload-kept-unchecked
    }
}
