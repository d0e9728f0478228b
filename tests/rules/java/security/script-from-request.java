package shop.rules;

class RuleController {
    @PostMapping("/script")
    public Object script(String code) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        return engine.eval(code); // finds: java.security.script-from-request
    }

    public Object price(HttpServletRequest request) throws ScriptException {
        GroovyShell shell = new GroovyShell();
        return shell.evaluate("price * " + request.getParameter("factor")); // finds: java.security.script-from-request
    }

    @GetMapping("/fixed")
    public Object fixed(String name) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        engine.put("name", name);
        return engine.eval("'hello ' + name"); // ok: java.security.script-from-request
    }

    @GetMapping("/mail")
    public String mail(String template) {
        Velocity.evaluate(context, out, "mail", template); // finds: java.security.script-from-request
        return out.toString();
    }

    public Object fromFile(Path rule) throws IOException {
        return new GroovyShell().evaluate(Files.readString(rule)); // ok: java.security.script-from-request
    }
}
