import com.fasterxml.jackson.databind.ObjectMapper;
import com.thoughtworks.xstream.XStream;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServletRequest;
import org.yaml.snakeyaml.Yaml;

class Serialization {
    void loads(HttpServletRequest request, ObjectInputStream own) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(request.getInputStream());
        stream.readObject(); // finds: request > deserialise
        own.readObject(); // ok
        new XStream().fromXML(request.getParameter("xml")); // finds: request > deserialise
        new Yaml().load(request.getReader()); // finds: request > deserialise
        new Yaml().load("a: 1"); // ok
        ObjectMapper mapper = new ObjectMapper();
        mapper.enableDefaultTyping(); // sets: loader = default-typing
        mapper.readValue(request.getReader(), User.class); // ok
    }
}
