package shop.orders;

class OrderService {
    @Transactional // finds: java.bug.transaction-on-private-method
    private void store(Order order) {
        orders.save(order);
    }

    @Cacheable("prices") // finds: java.bug.transaction-on-private-method
    private Price price(long id) {
        return prices.find(id);
    }

    @Transactional(readOnly = true) // ok: java.bug.transaction-on-private-method
    public Order find(long id) {
        return orders.find(id);
    }

    @Async // ok: java.bug.transaction-on-private-method
    void notifyCustomer(Order order) {
        mail.send(order);
    }
}
