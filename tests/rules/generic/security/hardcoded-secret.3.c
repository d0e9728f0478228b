#define API_KEY "SMRiKVBkJe9Q5E6q8hqsUyMVM0xRAXV2"  // finds: generic.security.hardcoded-secret
#define DEVICE_SECRET L"iy9wmtsHOG59h/LH+HWLNg/lJn"  // finds: generic.security.hardcoded-secret
const char *url = "https://api.orders.dev/v1?api_key=SMRiKVBkJe9Q5E6q8hqsUyMV&page=2";  // finds: generic.security.hardcoded-secret
#define API_KEY_HEADER "X-Orders-Api-Key"  // ok: generic.security.hardcoded-secret
#define TOKEN_LENGTH 32  // ok: generic.security.hardcoded-secret
#define API_KEY "YOUR_API_KEY"  // ok: generic.security.hardcoded-secret
