package courier.links;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.security.GeneralSecurityException;
import java.util.Properties;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;

/** Connections to other couriers. */
public class Links {
    CloseableHttpClient careless() {
        return HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build(); // finds: java.security.tls-not-verified
    }

    SSLContext anyone() throws GeneralSecurityException {
        return new SSLContextBuilder().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build(); // finds: java.security.tls-not-verified
    }

    CloseableHttpClient careful() throws GeneralSecurityException {
        SSLContext context = new SSLContextBuilder().loadTrustMaterial(null, new TrustSelfSignedStrategy()).build(); // ok: java.security.tls-not-verified
        return HttpClients.custom().setSSLContext(context).setSSLHostnameVerifier(new DefaultHostnameVerifier()).build(); // ok: java.security.tls-not-verified
    }

    SSLContext old() throws GeneralSecurityException {
        return SSLContext.getInstance("TLSv1.1"); // finds: java.security.outdated-tls
    }

    SSLContext oldest(String version) throws GeneralSecurityException {
        SSLContext.getInstance(version); // ok: java.security.outdated-tls
        return SSLContext.getInstance("SSLv3"); // finds: java.security.outdated-tls
    }

    void restrict(SSLSocket socket) throws GeneralSecurityException {
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"}); // ok: java.security.outdated-tls
        SSLContext.getInstance("TLS"); // ok: java.security.outdated-tls
    }

    Session upload(JSch ssh) throws JSchException {
        Session session = ssh.getSession("courier", "files.example");
        session.setConfig("StrictHostKeyChecking", "no"); // finds: java.security.ssh-host-unverified
        return session;
    }

    Session checked(JSch ssh) throws JSchException {
        ssh.setKnownHosts("/etc/ssh/ssh_known_hosts");
        Session session = ssh.getSession("courier", "files.example");
        session.setConfig("StrictHostKeyChecking", "yes"); // ok: java.security.ssh-host-unverified
        session.setConfig("compression.s2c", "none"); // ok: java.security.ssh-host-unverified
        return session;
    }

    Session byProperties(JSch ssh) throws JSchException {
        Session session = ssh.getSession("courier", "files.example");
        Properties settings = new Properties();
        settings.put("StrictHostKeyChecking", "no");
        session.setConfig(settings); // finds: java.security.ssh-host-unverified
        return session;
    }

    SSHClient promiscuous() {
        SSHClient client = new SSHClient();
        client.addHostKeyVerifier(new PromiscuousVerifier()); // finds: java.security.ssh-host-unverified
        return client;
    }
}
