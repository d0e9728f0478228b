import java.net.*;
import java.net.http.*;
import javax.servlet.http.HttpServletRequest;
import org.apache.http.client.methods.HttpGet;

class Net {
    void asks(HttpServletRequest request) throws Exception {
        String address = request.getParameter("address");
        new URL(address).openStream(); // finds: request > url
        URLConnection connection = new URL("https://shop.example/" + address).openConnection(); // ok
        HttpRequest.newBuilder().uri(URI.create(address)).build(); // finds: request > url
        HttpRequest.newBuilder(URI.create("https://shop.example/" + address)); // ok
        new HttpGet(address); // finds: request > url
        new HttpGet("https://shop.example/?q=" + address); // ok
        new Socket(address, 80); // finds: request > url
        new URL(address).getHost(); // ok
        Runtime.getRuntime().exec(new String(connection.getInputStream().readAllBytes())); // finds: network > command
    }
}
