import freemarker.template.Template;
import javax.script.*;
import javax.servlet.http.HttpServletRequest;
import org.apache.velocity.app.Velocity;

class Expressions {
    void runs(HttpServletRequest request, Object context, java.io.Writer writer) throws Exception {
        String text = request.getParameter("text");
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        engine.eval(text); // finds: request > code
        engine.eval("1 + " + Integer.parseInt(text)); // ok
        ognl.Ognl.getValue(text, context); // finds: request > code
        Velocity.evaluate(context, writer, "greeting", text); // finds: request > template
        Velocity.evaluate(context, writer, text, "Hello"); // ok
        new Template("greeting", text, null); // finds: request > template
        new Template(text); // ok
    }
}
