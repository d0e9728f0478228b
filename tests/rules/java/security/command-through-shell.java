package shop.tools;

class Diagnostics {
    String ping(HttpServletRequest request) throws IOException {
        Process process = Runtime.getRuntime().exec("ping -c 1 " + request.getParameter("host")); // finds: java.security.command-through-shell
        return read(process);
    }

    void archive(String folder) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        runtime.exec(String.format("tar czf backup.tgz %s", folder)); // finds: java.security.command-through-shell
        new ProcessBuilder("sh", "-c", "tar czf - " + folder + " | gzip").start(); // finds: java.security.command-through-shell
        String[] command = {"/bin/bash", "-c", "ls " + folder}; // finds: java.security.command-through-shell
        runtime.exec(command);
    }

    void script(String line) throws IOException {
        new ProcessBuilder(List.of("sh", "-c", line)).start(); // finds: java.security.command-through-shell
    }

    void lists(String folder) throws IOException {
        new ProcessBuilder("tar", "czf", "backup.tgz", folder).start(); // ok: java.security.command-through-shell
        Runtime.getRuntime().exec(new String[] {"ls", "-l", folder}); // ok: java.security.command-through-shell
        Runtime.getRuntime().exec("uptime"); // ok: java.security.command-through-shell
        new ProcessBuilder("sh", "-c", "uptime | cut -d , -f 1").start(); // ok: java.security.command-through-shell
        pattern.exec("a" + folder); // ok: java.security.command-through-shell
        String line = "ls " + folder;
        Runtime.getRuntime().exec(line); // missing: java.security.command-through-shell
    }
}
