package shop.login;

class ReturnController {
    public void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        response.sendRedirect(next); // finds: java.security.redirect-to-address-from-request
    }

    @GetMapping("/go")
    public String go(@RequestParam("url") String url) {
        return "redirect:" + url; // finds: java.security.redirect-to-address-from-request
    }

    @GetMapping("/header")
    public void header(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(302);
        response.setHeader("Location", request.getParameter("url")); // finds: java.security.redirect-to-address-from-request
    }

    @GetMapping("/owner/{id}")
    public String owner(@PathVariable("id") int id) {
        return "redirect:/owners/" + id; // ok: java.security.redirect-to-address-from-request
    }

    @GetMapping("/safe")
    public String safe(String url) {
        if (!isAllowedUrl(url)) {
            return "redirect:/";
        }
        return "redirect:" + url; // ok: java.security.redirect-to-address-from-request
    }

    public void fixed(HttpServletResponse response) throws IOException {
        response.sendRedirect("/login"); // ok: java.security.redirect-to-address-from-request
    }
}
