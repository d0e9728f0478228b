package shop.search;

class FilterController {
    @GetMapping("/spel")
    public String spel(String expression) {
        ExpressionParser parser = new SpelExpressionParser();
        return parser.parseExpression(expression).getValue().toString(); // finds: java.security.expression-from-request
    }

    public Object ognl(HttpServletRequest request) throws OgnlException {
        String path = request.getParameter("path");
        return Ognl.getValue(path, root); // finds: java.security.expression-from-request
    }

    @GetMapping("/mvel")
    public Object mvel(@RequestParam String factor) {
        return MVEL.eval("amount * " + factor, Map.of("amount", 3)); // finds: java.security.expression-from-request
    }

    @GetMapping("/fixed")
    public Object fixed(String name) {
        StandardEvaluationContext context = new StandardEvaluationContext();
        context.setVariable("name", name);
        return parser.parseExpression("#name.length()").getValue(context); // ok: java.security.expression-from-request
    }

    Object configured(Environment environment) {
        return parser.parseExpression(environment.getProperty("filter")).getValue(); // ok: java.security.expression-from-request
    }
}
