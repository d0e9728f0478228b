import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

@RestController
class Spring {
    private final JdbcTemplate jdbc;
    private final RestTemplate rest;

    Spring(JdbcTemplate jdbc, RestTemplate rest) {
        this.jdbc = jdbc;
        this.rest = rest;
    }

    @GetMapping("/users/{name}")
    Object find(@PathVariable String name, @RequestParam("age") int age, @RequestHeader String agent, Model model) {
        jdbc.queryForList("select * from users where name = '" + name + "'"); // finds: request > sql
        jdbc.queryForList("select * from users where name = ?", name); // ok
        jdbc.queryForList("select * from users where age = " + age); // ok
        jdbc.update("delete from users where agent = " + agent); // finds: request > sql
        jdbc.update("delete from users where model = " + model); // ok
        rest.getForObject(name, String.class); // finds: request > url
        rest.getForObject("https://shop.example/" + name, String.class); // ok
        new SpelExpressionParser().parseExpression(name); // finds: request > code
        return new RedirectView(name); // finds: request > redirect
    }

    @PostMapping("/users")
    void save(@RequestBody User user, String sort, @RequestParam MultipartFile file) throws Exception {
        jdbc.execute("insert into users values ('" + user.getName() + "')"); // finds: request > sql
        jdbc.queryForList("select * from users order by " + sort); // finds: request > sql
        file.transferTo(new java.io.File("/data/" + file.getOriginalFilename())); // finds: request > path-write, request > upload
        file.transferTo(new java.io.File("/data/upload")); // finds: request > upload
    }

    void internal(String name) {
        jdbc.execute(name); // ok
    }

    @GetMapping("/hello")
    String hello(@RequestParam String name) {
        return "Hello " + name; // finds: request > html
    }

    @GetMapping(path = "/hello.txt", produces = "text/plain")
    String plain(@RequestParam String name) {
        return "Hello " + name; // ok
    }
}

@Controller
class Pages {
    @GetMapping("/pages/{name}")
    String page(@PathVariable String name) {
        return "pages/" + name; // finds: request > template
    }

    @PostMapping("/pages")
    String save(@RequestParam String next) {
        if (next.isEmpty()) return "redirect:/pages?next=" + next; // ok
        return "redirect:" + next; // finds: request > redirect
    }

    @GetMapping("/old")
    ModelAndView old(@RequestParam String next) {
        if (next.isEmpty()) return new ModelAndView("redirect:/pages?next=" + next); // ok
        return new ModelAndView("redirect:" + next); // finds: request > redirect
    }
}
