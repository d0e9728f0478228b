package shop.xml;

class CatalogImport {
    Document dom(InputStream body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); // finds: java.security.xml-external-entities
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(body);
    }

    void sax(HttpServletRequest request) throws Exception {
        SAXParser parser = SAXParserFactory.newInstance().newSAXParser(); // finds: java.security.xml-external-entities
        parser.parse(request.getInputStream(), new CatalogHandler());
    }

    org.dom4j.Document dom4j(InputStream body) throws Exception {
        return new SAXReader().read(body); // finds: java.security.xml-external-entities
    }

    List<XMLEvent> stax(InputStream body) throws Exception {
        XMLEventReader reader = XMLInputFactory.newInstance().createXMLEventReader(body); // finds: java.security.xml-external-entities
        return events(reader);
    }

    Document hardened(InputStream body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); // ok: java.security.xml-external-entities
        XmlSecurity.harden(factory);
        return factory.newDocumentBuilder().parse(body);
    }

    List<XMLEvent> withoutDtd(InputStream body) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance(); // ok: java.security.xml-external-entities
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return events(factory.createXMLEventReader(body));
    }

    boolean available() {
        return DocumentBuilderFactory.newInstance() != null; // ok: java.security.xml-external-entities
    }

    String version() {
        Class<?> type = XMLInputFactory.newInstance().getClass(); // ok: java.security.xml-external-entities
        return type.getPackage().getImplementationVersion();
    }
}
