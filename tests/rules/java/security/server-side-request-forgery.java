package news.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.thoughtworks.xstream.XStream;
import java.io.ObjectInputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.beanutils.BeanUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.yaml.snakeyaml.Yaml;

/** Reads pages of other hosts for people who have subscribed to them. */
@RestController
public class FeedController {
    private final RestTemplate rest = new RestTemplate();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @GetMapping("/feed")
    public int feed(@RequestParam String url) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection(); // finds: java.security.server-side-request-forgery
        return connection.getResponseCode();
    }

    @GetMapping("/page")
    public int page(@RequestParam String host) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + host + "/feed.xml")).build(); // finds: java.security.server-side-request-forgery
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @GetMapping("/article")
    public Map<?, ?> article(@RequestParam String id) {
        return rest.getForObject("https://news.example/articles/" + id, Map.class); // ok: java.security.server-side-request-forgery
    }

    @GetMapping("/number")
    public Map<?, ?> number(@RequestParam String id) {
        return rest.getForObject("https://news.example/articles/{id}", Map.class, id); // ok: java.security.server-side-request-forgery
    }

    @PostMapping("/reader")
    public void reader(HttpServletRequest request, @RequestParam String field) throws Exception {
        Reader reader = new Reader();
        BeanUtils.populate(reader, request.getParameterMap()); // finds: java.security.mass-assignment
        BeanUtils.setProperty(reader, field, "yes"); // finds: java.security.mass-assignment
        BeanUtils.setProperty(reader, "nickname", request.getParameter("nickname")); // ok: java.security.mass-assignment
        BeanUtils.populate(reader, Map.of("theme", "dark")); // ok: java.security.mass-assignment
    }

    @PostMapping("/restore")
    public Object restore(HttpServletRequest request) throws Exception {
        return new ObjectInputStream(request.getInputStream()).readObject(); // finds: java.security.unsafe-deserialization
    }

    @PostMapping("/import")
    public Object imported(@RequestBody String xml, @CookieValue String state) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(state);
        Map<?, ?> kept = mapper.readValue(bytes, Map.class); // ok: java.security.unsafe-deserialization
        kept.clear();
        return new XStream().fromXML(xml); // finds: java.security.unsafe-deserialization
    }

    @PostMapping("/settings")
    public Object settings() throws Exception {
        try (var stream = FeedController.class.getResourceAsStream("/feeds.yaml")) {
            return new Yaml().load(stream); // ok: java.security.unsafe-deserialization
        }
    }
}

class Reader {
    public String nickname;
    public String theme;
}
