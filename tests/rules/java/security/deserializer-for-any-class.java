package shop.json;

class JsonConfiguration {
    ObjectMapper redis() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.enableDefaultTyping(ObjectMapper.DefaultTyping.NON_FINAL); // finds: java.security.deserializer-for-any-class
        mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, DefaultTyping.NON_FINAL); // finds: java.security.deserializer-for-any-class
        return mapper;
    }

    XStream xml() {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY); // finds: java.security.deserializer-for-any-class
        return xstream;
    }

    void fastjson() {
        ParserConfig.getGlobalInstance().setAutoTypeSupport(true); // finds: java.security.deserializer-for-any-class
        ParserConfig.getGlobalInstance().setAutoTypeSupport(false); // ok: java.security.deserializer-for-any-class
    }

    ObjectMapper limited() {
        PolymorphicTypeValidator types = BasicPolymorphicTypeValidator.builder().allowIfBaseType(Shape.class).build();
        return new ObjectMapper().activateDefaultTyping(types, DefaultTyping.NON_FINAL); // ok: java.security.deserializer-for-any-class
    }

    XStream allowed() {
        XStream xstream = new XStream();
        xstream.addPermission(NoTypePermission.NONE); // ok: java.security.deserializer-for-any-class
        xstream.allowTypes(new Class[] {Order.class});
        return xstream;
    }

    void session(ObjectMapper mapper) {
        SecurityJackson2Modules.enableDefaultTyping(mapper); // ok: java.security.deserializer-for-any-class
    }
}
