package club.members;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.Console;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.*;

/** Members of a club, in a directory and in a database. */
@RestController
@RequestMapping("/members")
public class MemberController {
    private static final Logger LOG = LoggerFactory.getLogger(MemberController.class);
    private final DirContext directory;
    private final MongoTemplate mongo;

    public MemberController(DirContext directory, MongoTemplate mongo) {
        this.directory = directory;
        this.mongo = mongo;
    }

    @GetMapping("/{name}")
    public Object member(@PathVariable String name, @RequestParam int page) throws NamingException {
        LOG.info("asked for {}", name); // finds: java.security.log-injection
        LOG.info("asked for page {}", page); // ok: java.security.log-injection
        LOG.debug("asked for {}", name.replace('\n', ' ').replace("\r", "")); // ok: java.security.log-injection
        return directory.search("ou=members,dc=club", "(&(objectClass=person)(uid=" + name + "))", new SearchControls()); // finds: java.security.ldap-injection
    }

    @GetMapping("/by-mail")
    public Object byMail(@RequestParam String mail, @RequestHeader("User-Agent") String agent) throws NamingException {
        LOG.warn("asked by " + agent); // finds: java.security.log-injection
        String filter = "(mail=" + LdapEncoder.filterEncode(mail) + ")";
        return directory.search("ou=members,dc=club", filter, new SearchControls()); // ok: java.security.ldap-injection
    }

    @GetMapping("/of/{group}")
    public Object of(@PathVariable String group) throws NamingException {
        return directory.getAttributes("cn=" + group + ",ou=groups,dc=club"); // finds: java.security.ldap-injection
    }

    @GetMapping("/with")
    public Object with(@RequestParam String name) throws NamingException {
        return directory.search("ou=members,dc=club", "(cn={0})", new Object[] {name}, new SearchControls()); // ok: java.security.ldap-injection
    }

    @GetMapping("/visits")
    public Object visits(@RequestParam String member, @RequestParam String day) {
        Query open = new BasicQuery("{member: '" + member + "', day: '" + day + "'}"); // finds: java.security.nosql-injection
        Query closed = Query.query(Criteria.where("member").is(member)); // ok: java.security.nosql-injection
        return mongo.count(open, "visits") + mongo.count(closed, "visits");
    }

    @GetMapping("/visits/where")
    public Object where(MongoCollection<Document> visits, @RequestParam String day) {
        visits.find(Filters.where("this.day == '" + day + "'")); // finds: java.security.nosql-injection
        return visits.find(Filters.eq("day", day)); // ok: java.security.nosql-injection
    }
}

class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    void open(Console console, String user) {
        char[] password = console.readPassword("Password: ");
        LOG.info("signing in {} with {}", user, String.valueOf(password)); // finds: java.security.secret-reaches-log
        LOG.debug("again: " + new String(password)); // finds: java.security.secret-reaches-log
        LOG.info("signing in {}", user); // ok: java.security.secret-reaches-log
        LOG.info("it has {} characters", password.length); // ok: java.security.secret-reaches-log
    }
}
