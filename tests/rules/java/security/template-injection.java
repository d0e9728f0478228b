package post.letters;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.samskivert.mustache.Mustache;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.pebbletemplates.pebble.PebbleEngine;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.springframework.web.bind.annotation.*;

/** Letters that are made of templates and sent by mail. */
@RestController
@RequestMapping("/letters")
public class LetterController {
    private final Configuration settings;
    private final VelocityEngine velocity;

    public LetterController(Configuration settings, VelocityEngine velocity) {
        this.settings = settings;
        this.velocity = velocity;
    }

    @PostMapping("/preview")
    public Map<String, String> preview(@RequestBody String text) throws Exception {
        StringWriter out = new StringWriter();
        new Template("preview", new StringReader(text), settings).process(Map.of(), out); // finds: java.security.template-injection
        return Map.of("letter", out.toString());
    }

    @PostMapping("/greeting")
    public Map<String, String> greeting(@RequestParam String greeting, @RequestParam String name) {
        VelocityContext context = new VelocityContext();
        context.put("name", name);
        StringWriter out = new StringWriter();
        velocity.evaluate(context, out, "greeting", greeting + " $name"); // finds: java.security.template-injection
        velocity.evaluate(context, out, "greeting", "Dear $name"); // ok: java.security.template-injection
        return Map.of("letter", out.toString());
    }

    @PostMapping("/thanks")
    public Map<String, String> thanks(@RequestParam String name) throws Exception {
        StringWriter out = new StringWriter();
        settings.getTemplate("thanks.ftlh").process(Map.of("name", name), out); // ok: java.security.template-injection
        return Map.of("letter", out.toString());
    }

    @PostMapping("/mail")
    public void mail(MimeMessage message, @RequestParam String from, @RequestParam String subject) throws Exception {
        message.setHeader("Reply-To", from); // finds: java.security.mail-injection
        message.setSubject(subject); // finds: java.security.mail-injection
        message.setFrom(new InternetAddress(from)); // ok: java.security.mail-injection
        message.setText("From " + from); // ok: java.security.mail-injection
    }

    @GetMapping("/count")
    public Map<String, Object> count(@RequestParam String words, @RequestParam String layout, @RequestParam int most) {
        boolean found = Pattern.compile(words).matcher(text()).find(); // finds: java.security.regex-injection
        boolean begins = Pattern.matches("(" + words + ").*", text()); // finds: java.security.regex-injection
        boolean exact = Pattern.compile(Pattern.quote(words)).matcher(text()).find(); // ok: java.security.regex-injection
        boolean many = Pattern.compile("\\w{0," + most + "}").matcher(text()).matches(); // ok: java.security.regex-injection
        String line = String.format(layout, most); // finds: java.security.format-string
        String other = String.format("%d: " + words, most); // finds: java.security.format-string
        String fixed = String.format("%s: %d", words, most); // ok: java.security.format-string
        String number = String.format("%" + most + "d", most); // ok: java.security.format-string
        return Map.of("found", found && begins && exact && many, "lines", line + other + fixed + number);
    }

    private String text() {
        return "a long letter";
    }
}

class Engines {
    final Mustache.Compiler open = Mustache.compiler().escapeHTML(false); // finds: java.security.autoescape-off
    final Mustache.Compiler closed = Mustache.compiler().escapeHTML(true); // ok: java.security.autoescape-off
    final PebbleEngine pebble = new PebbleEngine.Builder().autoEscaping(false).build(); // finds: java.security.autoescape-off
    final PebbleEngine strict = new PebbleEngine.Builder().autoEscaping(true).build(); // ok: java.security.autoescape-off
    final Handlebars raw = new Handlebars().with(EscapingStrategy.NOOP); // finds: java.security.autoescape-off
}
