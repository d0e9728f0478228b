import java.io.Console;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Lang {
    void processes(HttpServletRequest request, Config config) throws Exception {
        String name = request.getParameter("name");
        Runtime.getRuntime().exec("convert " + name); // finds: request > command
        Runtime.getRuntime().exec(new String[] {"sh", "-c", name}); // finds: request > command
        Runtime.getRuntime().exec("convert", new String[] {name}); // finds: request > program
        new ProcessBuilder("sh", "-c", name).start(); // finds: request > command
        new ProcessBuilder().command(java.util.Arrays.asList("bash", "-c", name)); // finds: request > command
        new ProcessBuilder("ls", "--", name).start(); // ok
        new ProcessBuilder(name, "--version").start(); // finds: request > program
        Runtime.getRuntime().exec(new String[] {"convert", name}); // ok
        new ProcessBuilder("ls", String.valueOf(Integer.parseInt(name))).start(); // ok
        Runtime.getRuntime().exec("convert " + config.folder()); // ok
        Class.forName(name); // finds: request > code
        Class.forName("com.shop." + config.driver()); // ok
        System.load(name); // finds: request > code
    }

    void members(HttpServletRequest request, HttpServletResponse response, Console console) throws Exception {
        Lang.class.getMethod(request.getParameter("name")); // finds: request > attribute
        Lang.class.getMethod("members"); // ok
        Runtime.getRuntime().exec("login " + new String(console.readPassword())); // finds: secret > command
        try {
            console.flush();
        } catch (IllegalStateException error) {
            error.printStackTrace(response.getWriter()); // finds: error > html
            error.printStackTrace(); // ok
        }
    }

    void texts(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        StringBuilder all = new StringBuilder("find ");
        all.append("-name ").append(name).append(" -print");
        Runtime.getRuntime().exec(all.toString()); // finds: request > command
        StringBuilder none = new StringBuilder("find ").append(all.length());
        Runtime.getRuntime().exec(none.toString()); // ok
        String.format(name, 1); // finds: request > format
        Runtime.getRuntime().exec(String.format("find %s", name)); // finds: request > command
        java.util.regex.Pattern.compile(name); // finds: request > regex
        java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(name)); // ok
        Runtime.getRuntime().exec(new String(java.util.Base64.getDecoder().decode(name))); // finds: request > command
    }
}
