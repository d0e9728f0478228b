import java.sql.Statement;
import javax.ws.rs.*;
import javax.ws.rs.core.*;

@Path("/users")
class Resource {
    private Statement statement;

    @GET
    @Path("/{name}")
    public Response find(@PathParam("name") String name, @QueryParam("age") int age, @Context UriInfo info) throws Exception {
        statement.executeQuery("select * from users where name = " + name); // finds: request > sql
        statement.executeQuery("select * from users where age = " + age); // ok
        statement.executeQuery("select * from users where age = " + info.getQueryParameters().getFirst("age")); // finds: request > sql
        statement.executeQuery("select * from users"); // ok
        return Response.seeOther(java.net.URI.create(name)).build(); // finds: request > redirect
    }

    @POST
    public Response save(User user, @HeaderParam("agent") String agent) throws Exception {
        statement.execute("insert into users values (" + user.name + ")"); // finds: request > sql
        statement.execute("insert into agents values (" + agent + ")"); // finds: request > sql
        return Response.ok().build();
    }

    public void internal(String name) throws Exception {
        statement.execute(name); // ok
    }
}
