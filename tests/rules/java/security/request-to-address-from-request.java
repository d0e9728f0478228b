package shop.preview;

class PreviewController {
    @GetMapping("/image")
    public byte[] image(String address) throws IOException {
        URL url = new URL(address); // finds: java.security.request-to-address-from-request
        return url.openStream().readAllBytes();
    }

    @PostMapping("/hook")
    public String hook(@RequestParam("target") String target) {
        return restTemplate.getForObject(target, String.class); // finds: java.security.request-to-address-from-request
    }

    public void proxy(HttpServletRequest request) throws IOException {
        String page = request.getParameter("page");
        Document document = Jsoup.connect(page).get(); // finds: java.security.request-to-address-from-request
    }

    @GetMapping("/checked")
    public byte[] checked(String address) throws IOException {
        URL url = new URL(address); // ok: java.security.request-to-address-from-request
        if (!HOSTS.contains(url.getHost())) {
            throw new NotAllowed();
        }
        return url.openStream().readAllBytes();
    }

    @GetMapping("/weather")
    public String weather(String city) {
        return restTemplate.getForObject("https://weather.example/{city}", String.class, city); // ok: java.security.request-to-address-from-request
    }

    private byte[] load(String address) throws IOException {
        return new URL(address).openStream().readAllBytes(); // ok: java.security.request-to-address-from-request
    }
}
