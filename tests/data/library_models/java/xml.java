import java.io.StringReader;
import javax.servlet.http.HttpServletRequest;
import javax.xml.XMLConstants;
import javax.xml.parsers.*;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.*;
import javax.xml.transform.stream.StreamSource;
import javax.xml.xpath.*;
import org.dom4j.io.SAXReader;
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

    private DocumentBuilderFactory guarded() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    void transforms(HttpServletRequest request, Result result) throws Exception {
        Source sheet = new StreamSource(request.getInputStream());
        TransformerFactory.newInstance().newTransformer(sheet); // finds: request > code
        TransformerFactory.newInstance().newTransformer().transform(sheet, result); // finds: request > xml
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.newTransformer().transform(sheet, result); // ok
    }

    void parses(HttpServletRequest request, String path) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.parse(request.getInputStream()); // finds: request > xml
        builder.parse(path); // ok
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(request.getInputStream()); // ok
        guarded().newDocumentBuilder().parse(request.getInputStream()); // ok
        factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        factory.newDocumentBuilder().parse(request.getInputStream()); // finds: request > xml
        factory.setFeature("http://xml.org/sax/features/external-general-entities", true); // sets: xml-entities = True
        builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        builder.parse(request.getInputStream()); // ok
        String text = request.getParameter("xml");
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setFeature("http://xml.org/sax/features/external-general-entities", false); // sets: xml-entities = False
        parsers.newSAXParser().parse(new InputSource(new StringReader(text)), null); // ok
        XMLInputFactory streams = XMLInputFactory.newInstance();
        streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        streams.createXMLStreamReader(new StringReader(text)); // ok
        SAXReader reader = new SAXReader();
        reader.read(new StringReader(text)); // finds: request > xml
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        reader.read(new StringReader(text)); // ok
        SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(text)), null); // finds: request > xml
        XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(text)); // finds: request > xml
    }
}
