package shop.upload;

class AvatarController {
    @PostMapping("/avatar")
    public String avatar(@RequestParam MultipartFile file) throws IOException {
        file.transferTo(new File(FOLDER, file.getOriginalFilename())); // finds: java.security.upload-name-used-as-path
        return "ok";
    }

    @PostMapping("/document")
    public String document(MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        Files.write(Paths.get(FOLDER + name), file.getBytes()); // finds: java.security.upload-name-used-as-path
        return "ok";
    }

    @PostMapping("/photo")
    public String photo(MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        Path target = FOLDER.resolve(UUID.randomUUID().toString()); // ok: java.security.upload-name-used-as-path
        photos.save(new Photo(name, target));
        file.transferTo(target);
        return "ok";
    }

    @PostMapping("/plain")
    public String plain(MultipartFile file) throws IOException {
        String name = FilenameUtils.getName(file.getOriginalFilename());
        file.transferTo(new File(FOLDER, name)); // ok: java.security.upload-name-used-as-path
        return "ok";
    }
}
