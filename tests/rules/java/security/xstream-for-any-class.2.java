package shop.orders;

class SafeReader {
    Order read(String xml) {
        XStream xstream = new XStream(); // ok: java.security.xstream-for-any-class
        xstream.allowTypes(new Class[] {Order.class});
        return (Order) xstream.fromXML(xml);
    }
}
