package shop;

class Basket {
    Item cheapest(List<Aisle> aisles) { // finds: generic.maintainability.deep-nesting
        Item best = null;
        for (Aisle aisle : aisles) {
            if (aisle.isOpen()) {
                for (Shelf shelf : aisle.shelves()) {
                    if (shelf.hasItems()) {
                        for (Item item : shelf.items()) {
                            if (best == null || item.price() < best.price()) {
                                best = item;
                            }
                        }
                    }
                }
            }
        }
        return best;
    }

    void load(Path path) { // finds: generic.maintainability.deep-nesting
        try {
            while (hasNext()) {
                switch (next()) {
                    case "item":
                        if (open) {
                            do {
                                if (peek() == null) {
                                    skip();
                                }
                            } while (more());
                        }
                        break;
                    default:
                        fail();
                }
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    String size(int count) { // ok: generic.maintainability.deep-nesting
        if (count == 0) {
            return "empty";
        } else if (count < 3) {
            return "small";
        } else if (count < 6) {
            return "medium";
        } else if (count < 12) {
            return "large";
        } else if (count < 24) {
            return "huge";
        } else if (count < 48) {
            return "enormous";
        } else {
            return "endless";
        }
    }

    void each(List<Item> items) { // ok: generic.maintainability.deep-nesting
        for (Item item : items) {
            if (item.isFresh()) {
                if (item.isCold()) {
                    for (Sensor sensor : item.sensors()) {
                        if (sensor.alarm()) {
                            ring(sensor);
                        }
                    }
                }
            }
        }
    }
}
