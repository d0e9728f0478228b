package shop;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.*;

@Configuration
class SecurityConfiguration {
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
            .authorizeHttpRequests(asked -> asked.anyRequest().authenticated())
            .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
            .csrf(csrf -> csrf.disable()) // ok: java.security.forged-request-changes-data
            .build();
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(asked -> asked.requestMatchers("/orders/**").authenticated())
            .formLogin(form -> form.loginPage("/login"))
            // finds: java.security.forged-request-changes-data
            .csrf(AbstractHttpConfigurer::disable)
            .build();
    }
}

@Controller
@RequestMapping("/orders")
class OrderController {
    private OrderRepository orders;

    @PostMapping
    String create(@ModelAttribute Order order) {
        orders.save(order);
        return "redirect:/orders";
    }

    @GetMapping
    String every(Model model) {
        model.addAttribute("orders", orders.findAll());
        return "orders";
    }
}

@RestController
@RequestMapping("/api/orders")
class OrderApi {
    private OrderRepository orders;

    @PostMapping
    Order create(@RequestBody Order order) {
        return orders.save(order);
    }
}
