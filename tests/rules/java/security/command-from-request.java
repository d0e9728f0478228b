package shop.admin;

@RestController
class AdminController {
    @GetMapping("/runtime")
    public String run(String cmd) throws IOException {
        Process process = Runtime.getRuntime().exec(cmd); // finds: java.security.command-from-request
        return read(process);
    }

    @PostMapping("/builder")
    public String build(@RequestParam("program") String program) throws IOException {
        return read(new ProcessBuilder(program).start()); // finds: java.security.command-from-request
    }

    @GetMapping("/shell")
    public String shell(String line) throws IOException {
        String[] command = {"sh", "-c", line};
        return read(new ProcessBuilder(command).start()); // finds: java.security.command-from-request
    }

    @GetMapping("/uptime")
    public String uptime(String format) throws IOException {
        String command = "uptime";
        return read(Runtime.getRuntime().exec(command)); // ok: java.security.command-from-request
    }

    @GetMapping("/git")
    public String git(@RequestParam String revision) throws IOException {
        return read(new ProcessBuilder("git", "show", revision).start()); // ok: java.security.command-from-request
    }

    private String start(String command) throws IOException {
        return read(Runtime.getRuntime().exec(command)); // ok: java.security.command-from-request
    }
}
