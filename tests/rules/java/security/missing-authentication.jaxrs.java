package shop.notes;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.*;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

@NameBinding
@interface Signed {}

@Signed
class SignatureFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        String signature = context.getHeaderString("X-Signature");
        if (signature == null || !signatures.verifySignature(signature)) {
            context.abortWith(Response.status(401).build());
        }
    }
}

@Path("/notes")
class NoteResource {
    @Inject
    private EntityManager entityManager;

    @GET
    @RolesAllowed("user")
    public Object every() {
        return entityManager.createQuery("from Note").getResultList();
    }

    @POST
    @RolesAllowed("user")
    public void create(Note note) {
        entityManager.persist(note);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    public void change(@PathParam("id") long id, Note note) {
        entityManager.merge(note);
    }

    @DELETE
    @Path("{id}")
    public void drop(@PathParam("id") long id) { // finds: java.security.missing-authentication
        entityManager.remove(entityManager.find(Note.class, id));
    }

    @POST
    @Path("import")
    @Signed
    public void fetched(Note note) { // ok: java.security.missing-authentication
        entityManager.persist(note);
    }

    @POST
    @Path("{id}/likes")
    @PermitAll
    public void like(@PathParam("id") long id) { // ok: java.security.missing-authentication
        entityManager.merge(entityManager.find(Note.class, id).liked());
    }
}
