import java.security.*;
import javax.crypto.*;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import org.apache.http.conn.ssl.*;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;
import org.apache.commons.codec.digest.DigestUtils;

class Crypto {
    void digests(String text, String name) throws Exception {
        MessageDigest.getInstance("MD5"); // sets: hash = MD5
        MessageDigest.getInstance("SHA-1", "SUN"); // sets: hash = SHA-1
        MessageDigest.getInstance("SHA-256"); // sets: hash = SHA-256
        MessageDigest.getInstance(name); // ok
        DigestUtils.md5Hex(text); // sets: hash = md5
        DigestUtils.sha256Hex(text); // ok
        Mac.getInstance("HmacSHA1"); // sets: hash = HmacSHA1
        MessageDigest.isEqual(text.getBytes(), name.getBytes()); // ok
    }

    void ciphers(String name) throws Exception {
        Cipher.getInstance("DES/CBC/PKCS5Padding"); // sets: cipher = DES, cipher-mode = CBC
        Cipher.getInstance("AES"); // sets: cipher = AES, cipher-mode = ECB
        Cipher.getInstance("AES/GCM/NoPadding"); // sets: cipher = AES, cipher-mode = GCM
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); // sets: cipher = RSA
        Cipher.getInstance(name); // ok
        KeyGenerator.getInstance("DESede"); // sets: cipher = DESede
        KeyPairGenerator.getInstance("RSA").initialize(1024); // sets: key-size = 1024
        SSLContext.getInstance("TLSv1"); // sets: tls-version = TLSv1
    }

    void connections(JSch ssh, SSLSocket socket) throws Exception {
        socket.setEnabledProtocols(new String[] {"SSLv3"}); // sets: tls-version = SSLv3
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE); // sets: tls-verification = False
        HttpClients.custom().setSSLHostnameVerifier(new DefaultHostnameVerifier()); // ok
        SSLContextBuilder.create().loadTrustMaterial(TrustAllStrategy.INSTANCE); // sets: tls-verification = False
        SSLContextBuilder.create().loadTrustMaterial(null, TrustAllStrategy.INSTANCE); // sets: tls-verification = False
        SSLContextBuilder.create().loadTrustMaterial(null, new TrustSelfSignedStrategy()); // ok
        Session session = ssh.getSession("deploy", "files.example");
        session.setConfig("StrictHostKeyChecking", "no"); // sets: tls-verification = no
        session.setConfig("Compression", "no"); // ok
        new SSHClient().addHostKeyVerifier(new PromiscuousVerifier()); // sets: tls-verification = net.schmizz.sshj.transport.verification.PromiscuousVerifier
    }
}
