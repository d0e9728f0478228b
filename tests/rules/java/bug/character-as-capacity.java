package shop.text;

class Lists {
    String join(List<String> names) {
        StringBuilder out = new StringBuilder('['); // finds: java.bug.character-as-capacity
        StringBuffer old = new StringBuffer('{'); // finds: java.bug.character-as-capacity
        StringBuilder text = new StringBuilder("["); // ok: java.bug.character-as-capacity
        StringBuilder sized = new StringBuilder(64); // ok: java.bug.character-as-capacity
        out.append(']'); // ok: java.bug.character-as-capacity
        return out.toString();
    }
}
