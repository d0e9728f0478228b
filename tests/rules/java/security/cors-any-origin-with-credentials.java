package shop.web;

class CorsConfiguration {
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true); // finds: java.security.cors-any-origin-with-credentials
    }

    void filter(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin")); // finds: java.security.cors-any-origin-with-credentials
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }

    @CrossOrigin(origins = "*", allowCredentials = "true") // finds: java.security.cors-any-origin-with-credentials
    Profile profile() {
        return session.profile();
    }

    @CrossOrigin(origins = "*") // ok: java.security.cors-any-origin-with-credentials
    List<Country> countries() {
        return countries.all();
    }

    void publicMappings(CorsRegistry registry) {
        registry.addMapping("/public/**").allowedOrigins("*").allowCredentials(false); // ok: java.security.cors-any-origin-with-credentials
    }

    void listed(CorsRegistry registry) {
        registry.addMapping("/**").allowedOrigins("https://shop.example").allowCredentials(true); // ok: java.security.cors-any-origin-with-credentials
    }
}
