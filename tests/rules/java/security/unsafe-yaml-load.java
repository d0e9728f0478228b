package shop.settings;

class SettingsReader {
    Map<String, Object> read(String text) {
        Yaml yaml = new Yaml(); // finds: java.security.unsafe-yaml-load
        return yaml.load(text);
    }

    Object any(InputStream in) {
        return new Yaml(new Constructor(Object.class)).load(in); // finds: java.security.unsafe-yaml-load
    }

    Settings typed(InputStream in) {
        return new Yaml(new Constructor(Settings.class, new LoaderOptions())).load(in); // ok: java.security.unsafe-yaml-load
    }

    String write(Settings settings) {
        return new Yaml().dump(settings); // ok: java.security.unsafe-yaml-load
    }
}
