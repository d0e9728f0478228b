#include <curl/curl.h>

int fetch(CURL *curl, SSL_CTX *context, int insecure)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L); // finds: c.security.tls-verification-off
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0); // finds: c.security.tls-verification-off
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL); // finds: c.security.tls-verification-off
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L); // ok: c.security.tls-verification-off
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL); // ok: c.security.tls-verification-off
    if (insecure)
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L); // ok: c.security.tls-verification-off
    return curl_easy_perform(curl);
}
