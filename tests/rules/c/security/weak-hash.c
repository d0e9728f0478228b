#include <openssl/evp.h>

int sign(EVP_MD_CTX *context, const unsigned char *data, size_t size, unsigned char *digest)
{
    EVP_DigestInit_ex(context, EVP_md5(), NULL); // finds: c.security.weak-hash
    SHA1(data, size, digest); // finds: c.security.weak-hash
    EVP_DigestInit_ex(context, EVP_sha256(), NULL); // ok: c.security.weak-hash
    SHA256(data, size, digest); // ok: c.security.weak-hash
    return 0;
}

void my_md5_init(struct hash *hash)
{
    EVP_DigestInit_ex(hash->context, EVP_md5(), NULL); // ok: c.security.weak-hash
}
