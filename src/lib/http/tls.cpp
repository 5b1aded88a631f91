#include "lib/http/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cstring>

namespace congso::http {
namespace {

// RFC 7301: http/1.1 is all there is; a client that offers only others goes on without.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* size, const unsigned char* offered, unsigned offered_size, void*)
{
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, size, ours, sizeof ours - 1, offered, offered_size) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

std::shared_ptr<ssl_ctx_st> load_tls(const TlsFiles& files)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    const auto refuse = [](const std::filesystem::path& file) {
        ERR_clear_error();
        throw Error::unavailable("http.tls_files", {{"file", file.filename().string()}});
    };
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1
        || SSL_CTX_use_certificate_chain_file(context.get(), files.certificate_chain.c_str()) != 1)
        refuse(files.certificate_chain);
    if (SSL_CTX_use_PrivateKey_file(context.get(), files.private_key.c_str(), SSL_FILETYPE_PEM) != 1
        || SSL_CTX_check_private_key(context.get()) != 1)
        refuse(files.private_key);
    // Buffers of idle connections are given back; a write may go on from another place in memory, and in part.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF); // tickets do, and need no memory here
    SSL_CTX_set_alpn_select_cb(context.get(), choose_protocol, nullptr);
    return context;
}

} // namespace congso::http
