package shop.orders;

class OrderLoader {
    void load(List<Line> lines) {
        for (Line line : lines) {
            Product product = productRepository.findById(line.getProductId()).orElseThrow(); // finds: java.performance.query-in-loop
            line.setProduct(product);
        }
        for (Long id : ids) {
            stock.add(entityManager.find(Stock.class, id)); // finds: java.performance.query-in-loop
        }
    }

    void once(List<Line> lines, long orderId) {
        Map<Long, Product> products = byId(productRepository.findAllById(ids(lines))); // ok: java.performance.query-in-loop
        for (Line line : lines) {
            line.setProduct(products.get(line.getProductId())); // ok: java.performance.query-in-loop
        }
    }
}
