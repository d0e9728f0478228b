#include <openssl/ssl.h>

int open_session(SSL_CTX *context, SSL *session)
{
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL); /* ok: c.security.tls-verification-off */
    if (SSL_connect(session) != 1)
        return -1;
    return SSL_get_verify_result(session) == X509_V_OK ? 0 : -1;
}
