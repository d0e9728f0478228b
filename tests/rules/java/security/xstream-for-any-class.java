package shop.orders;

import com.thoughtworks.xstream.XStream;

class OrderReader {
    private final XStream xstream = new XStream(new StaxDriver()); // finds: java.security.xstream-for-any-class

    Order read(String xml) {
        return (Order) xstream.fromXML(xml); // ok: java.security.xstream-for-any-class
    }

    Object once(InputStream body) {
        XStream reader = new XStream(); // finds: java.security.xstream-for-any-class
        return reader.fromXML(body);
    }

    String write(Order order) {
        return new ObjectMapper().writeValueAsString(order); // ok: java.security.xstream-for-any-class
    }
}
