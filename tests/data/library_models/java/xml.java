import java.io.StringReader;
import javax.servlet.http.HttpServletRequest;
import javax.xml.parsers.*;
import javax.xml.stream.XMLInputFactory;
import javax.xml.xpath.*;
import org.owasp.esapi.ESAPI;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class Xml {
    void asks(HttpServletRequest request, Document document) throws Exception {
        String name = request.getParameter("name");
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.evaluate("/users/user[@name='" + name + "']", document); // finds: request > xpath
        xpath.compile("/users/user[@name='" + name + "']"); // finds: request > xpath
        xpath.compile("/users/user[@name='" + ESAPI.encoder().encodeForXPath(name) + "']"); // ok
        xpath.evaluate("/users/user[1]", document); // ok
    }

    void parses(HttpServletRequest request, String path) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.parse(request.getInputStream()); // finds: request > xml
        builder.parse(path); // ok
        String text = request.getParameter("xml");
        SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(text)), null); // finds: request > xml
        XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(text)); // finds: request > xml
    }
}
