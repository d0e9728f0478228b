package shop.cart;

class Cart {
    void clean(List<Item> items) {
        for (Item item : items) {
            if (item.isEmpty()) {
                items.remove(item); // finds: java.bug.changed-while-iterated
            }
        }
    }

    void expire(Map<String, Session> sessions) {
        for (String key : sessions.keySet()) {
            if (sessions.get(key).isOld()) {
                sessions.remove(key); // finds: java.bug.changed-while-iterated
            }
        }
    }

    void removeOne(List<Item> items, String id) {
        for (Item item : items) {
            if (item.getId().equals(id)) {
                items.remove(item); // ok: java.bug.changed-while-iterated
                break;
            }
        }
    }

    void copy(List<Item> items) {
        for (Item item : new ArrayList<>(items)) {
            items.remove(item); // ok: java.bug.changed-while-iterated
        }
    }

    void other(List<Item> items, List<Item> kept) {
        for (Item item : items) {
            kept.add(item); // ok: java.bug.changed-while-iterated
        }
    }
}
