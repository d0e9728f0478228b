import javax.persistence.*;
import javax.servlet.http.HttpServletRequest;
import org.hibernate.Session;

class Persistence {
    @PersistenceContext private EntityManager manager;

    void asks(HttpServletRequest request, Session session) {
        String name = request.getParameter("name");
        manager.createQuery("select u from User u where u.name = '" + name + "'"); // finds: request > sql
        manager.createNativeQuery("select * from users where name = " + name, User.class); // finds: request > sql
        manager.createQuery("select u from User u where u.name = :name").setParameter("name", name); // ok
        manager.createNamedQuery("byName").setParameter("name", name); // ok
        session.createSQLQuery("select * from users where name = " + name); // finds: request > sql
        session.createQuery("from User").setMaxResults(3); // ok
    }
}
