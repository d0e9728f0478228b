package shop.users;

class XmlUsers {
    Node login(XPath xpath, Document users, String name, String password) throws XPathExpressionException {
        String expression = "//user[name='" + name + "' and password='" + password + "']";
        return (Node) xpath.compile(expression).evaluate(users, XPathConstants.NODE); // finds: java.security.xpath-built-from-strings
    }

    String mail(XPath xpath, Document users, String name) throws XPathExpressionException {
        return xpath.evaluate("/users/user[@name='" + name + "']/mail", users); // finds: java.security.xpath-built-from-strings
    }

    String bound(XPath xpath, Document users, String name) throws XPathExpressionException {
        xpath.setXPathVariableResolver(variable -> name);
        return xpath.evaluate("/users/user[@name=$name]/mail", users); // ok: java.security.xpath-built-from-strings
    }

    String nth(XPath xpath, Document users, int index) throws XPathExpressionException {
        return xpath.evaluate("/users/user[" + index + "]/mail", users); // ok: java.security.xpath-built-from-strings
    }

    Pattern regex(String name) {
        return Pattern.compile("user='" + name + "'"); // ok: java.security.xpath-built-from-strings
    }
}
