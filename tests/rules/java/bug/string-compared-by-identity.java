package shop.orders;

class OrderStatus {
    boolean isOpen(Order order) {
        if (order.getStatus() == "open") { // finds: java.bug.string-compared-by-identity
            return true;
        }
        return order.getKind() != "draft" && "new" == order.getLabel(); // finds: java.bug.string-compared-by-identity
    }

    boolean isPaid(Order order) {
        char first = order.getStatus().charAt(0);
        return "paid".equals(order.getStatus()) || first == 'p'; // ok: java.bug.string-compared-by-identity
    }

    boolean missing(Order order) {
        return order.getStatus() == null; // ok: java.bug.string-compared-by-identity
    }

    boolean quick(String status) {
        return status == "paid" || "paid".equals(status); // ok: java.bug.string-compared-by-identity
    }
}
