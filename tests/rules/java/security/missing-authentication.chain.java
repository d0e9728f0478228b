package shop.stock;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.*;

@Configuration
class SecurityConfiguration {
    private static final String[] FOR_EVERYBODY = {"/articles/rated", "/assets/**"};

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .authorizeHttpRequests(asked -> asked
                .requestMatchers(FOR_EVERYBODY).permitAll()
                .requestMatchers(HttpMethod.GET, "/articles/**").permitAll()
                .requestMatchers("/articles").hasAuthority("STOCK")
                .requestMatchers("/articles/*").hasAuthority("STOCK")
                .anyRequest().permitAll())
            .csrf(csrf -> csrf.disable());
        return http.build();
    }
}

@RestController
@RequestMapping("/articles")
class ArticleController {
    private ArticleRepository articles;

    @GetMapping("/{id}")
    Object one(@PathVariable long id) { // ok: java.security.missing-authentication
        return articles.findById(id);
    }

    @PostMapping
    Object create(@RequestBody Article article) {
        return articles.save(article);
    }

    @PutMapping("/{id}")
    Object change(@PathVariable long id, @RequestBody Article article) {
        return articles.save(article);
    }

    @DeleteMapping("/{id}")
    void drop(@PathVariable long id) { // ok: java.security.missing-authentication
        articles.deleteById(id);
    }

    // No rule names what is deeper than one part of a path.
    @PutMapping("/{id}/price")
    Object price(@PathVariable long id, @RequestBody Article article) { // finds: java.security.missing-authentication
        return articles.save(article);
    }

    @PostMapping("/rated")
    void rate(@RequestBody Rating rating) { // ok: java.security.missing-authentication
        articles.updateRating(rating);
    }
}
