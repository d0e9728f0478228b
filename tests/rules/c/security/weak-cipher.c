#include <openssl/evp.h>

int lock(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv)
{
    EVP_EncryptInit_ex(context, EVP_des_ede3_cbc(), NULL, key, iv); // finds: c.security.weak-cipher
    EVP_EncryptInit_ex(context, EVP_aes_128_ecb(), NULL, key, NULL); // finds: c.security.weak-cipher
    EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv); // ok: c.security.weak-cipher
    EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv); // ok: c.security.weak-cipher
    EVP_describe(context); // ok: c.security.weak-cipher
    return 0;
}
