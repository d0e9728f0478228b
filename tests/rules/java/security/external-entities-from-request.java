package orders.intake;

import java.io.StringReader;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.owasp.esapi.ESAPI;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Orders that come in as XML. */
public class OrderServlet extends HttpServlet {
    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final DocumentBuilder guarded = builder(true);

    private static DocumentBuilder builder(boolean closed) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            if (closed) {
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            }
            return factory.newDocumentBuilder();
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try {
            Document order = open().newDocumentBuilder().parse(request.getInputStream()); // finds: java.security.external-entities-from-request
            String customer = request.getParameter("customer");
            String found = xpath.evaluate("//order[@customer='" + customer + "']/@number", order); // finds: java.security.xpath-injection
            String same = xpath.compile("/orders/order[" + customer + "]").evaluate(order); // finds: java.security.xpath-injection
            String all = xpath.evaluate("//order[@customer='" + ESAPI.encoder().encodeForXPath(customer) + "']", order); // ok: java.security.xpath-injection
            String first = xpath.evaluate("/orders/order[1]/@number", order); // ok: java.security.xpath-injection
            response.setStatus(found.equals(first) && same.equals(all) ? 200 : 409);
        } catch (Exception error) {
            response.setStatus(500);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {
        try {
            guarded.parse(request.getInputStream()); // ok: java.security.external-entities-from-request
            closed().newDocumentBuilder().parse(request.getInputStream()); // ok: java.security.external-entities-from-request
            String text = request.getParameter("order");
            SAXParserFactory.newInstance().newSAXParser().getXMLReader().parse(new InputSource(new StringReader(text))); // finds: java.security.external-entities-from-request
            XMLInputFactory streams = XMLInputFactory.newInstance();
            streams.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false); // ok: java.security.xml-entities-on
            streams.createXMLStreamReader(new StringReader(text)); // ok: java.security.external-entities-from-request
        } catch (Exception error) {
            response.setStatus(500);
        }
    }

    private DocumentBuilderFactory open() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory;
    }

    private DocumentBuilderFactory closed() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false); // ok: java.security.xml-entities-on
        return factory;
    }

    SAXParserFactory openParsers() throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", true); // finds: java.security.xml-entities-on
        return factory;
    }

    XMLInputFactory openStreams() {
        XMLInputFactory streams = XMLInputFactory.newInstance();
        streams.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, true); // finds: java.security.xml-entities-on
        return streams;
    }
}
