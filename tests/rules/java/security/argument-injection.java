package workshop.jobs;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.bind.annotation.*;

/** Starts tools on the machines of a workshop. */
@RestController
public class JobController {
    private static final Map<String, String> TOOLS = Map.of("cut", "/usr/bin/cutter", "mill", "/usr/bin/mill");
    private final ScriptEngine scripts = new ScriptEngineManager().getEngineByName("js");
    private final SpelExpressionParser parser = new SpelExpressionParser();

    @PostMapping("/jobs")
    public int start(@RequestParam String tool) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(tool);
        command.add("--batch");
        return new ProcessBuilder(command).start().waitFor(); // finds: java.security.argument-injection
    }

    @PostMapping("/jobs/any")
    public int any(@RequestParam String path) throws Exception {
        String[] command = {path, "--dry-run"};
        return Runtime.getRuntime().exec(command).waitFor(); // finds: java.security.argument-injection
    }

    @PostMapping("/jobs/named")
    public int named(@RequestParam String kind, @RequestParam String plan) throws Exception {
        return new ProcessBuilder(TOOLS.get(kind), "--", plan).start().waitFor(); // ok: java.security.argument-injection
    }

    @PostMapping("/jobs/{number}/stop")
    public int stop(@PathVariable long number) throws Exception {
        return new ProcessBuilder("/usr/bin/stop", Long.toString(number)).start().waitFor(); // ok: java.security.argument-injection
    }

    @GetMapping("/volume")
    public Object volume(@RequestParam String formula) throws Exception {
        return scripts.eval("var x = 2; " + formula); // finds: java.security.code-injection
    }

    @GetMapping("/price")
    public Object price(@RequestHeader("X-Rule") String rule) {
        Expression expression = parser.parseExpression(rule); // finds: java.security.code-injection
        return expression.getValue();
    }

    @GetMapping("/area")
    public Object area(@RequestParam double width, @RequestParam double height) throws Exception {
        return scripts.eval(width + " * " + height); // ok: java.security.code-injection
    }

    @GetMapping("/weight")
    public Object weight(@RequestParam String material) {
        return parser.parseExpression("density * volume").getValue(Map.of("material", material)); // ok: java.security.code-injection
    }

    @GetMapping("/machines/{name}")
    public Object machine(@PathVariable String name, @RequestParam String part) throws Exception {
        return Machine.class.getDeclaredMethod("get" + part).invoke(new Machine(name)); // finds: java.security.attribute-injection
    }

    @GetMapping("/machines/{name}/field")
    public Object field(@PathVariable String name, @RequestParam String field) throws Exception {
        return Machine.class.getField(field).get(new Machine(name)); // finds: java.security.attribute-injection
    }

    @GetMapping("/machines/{name}/known")
    public Object known(@PathVariable String name, @RequestParam String part) throws Exception {
        if (!Set.of("Speed", "Heat").contains(part)) {
            throw new IllegalArgumentException("no such part");
        }
        return Machine.class.getDeclaredMethod("get" + part).invoke(new Machine(name)); // ok: java.security.attribute-injection
    }

    @GetMapping("/machines/{name}/speed")
    public Object speed(@PathVariable String name) throws Exception {
        return Machine.class.getDeclaredMethod("getSpeed").invoke(new Machine(name)); // ok: java.security.attribute-injection
    }
}

class Backup {
    void machines(ResultSet machines) throws SQLException, IOException {
        while (machines.next()) {
            String host = machines.getString("host");
            Runtime.getRuntime().exec("/usr/bin/pull " + host); // finds: java.security.second-order-command-injection
            new ProcessBuilder("sh", "-c", "ping -c 1 " + host).start(); // finds: java.security.second-order-command-injection
            new ProcessBuilder("/usr/bin/pull", "--", host).start(); // ok: java.security.second-order-command-injection
            Runtime.getRuntime().exec("/usr/bin/wait " + machines.getInt("seconds")); // ok: java.security.second-order-command-injection
        }
    }
}
