package shop.files;

class DownloadController {
    @GetMapping("/download")
    public Resource download(@RequestParam("name") String name) throws IOException {
        return new InputStreamResource(new FileInputStream("/srv/files/" + name)); // finds: java.security.path-from-request
    }

    public void image(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getParameter("path");
        Files.copy(Paths.get(ROOT, path), response.getOutputStream()); // finds: java.security.path-from-request
        File local = new File(request.getParameter("path")); // finds: java.security.path-from-request
    }

    @GetMapping("/checked")
    public Resource checked(String name) throws IOException {
        Path target = ROOT.resolve(name).normalize(); // ok: java.security.path-from-request
        if (!target.startsWith(ROOT)) {
            throw new NotFound();
        }
        return new FileSystemResource(target);
    }

    @GetMapping("/report/{id}")
    public Resource report(@PathVariable Long id) throws IOException {
        return new FileSystemResource(new File("/srv/reports/" + id)); // ok: java.security.path-from-request
    }

    private File local(String name) {
        return new File(folder, name); // ok: java.security.path-from-request
    }
}
