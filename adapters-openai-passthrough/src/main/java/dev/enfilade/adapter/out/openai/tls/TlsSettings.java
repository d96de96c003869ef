package dev.enfilade.adapter.out.openai.tls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who a backend has to be, and who we are to it.
 *
 * @param authorities trusted in place of those that Java trusts; none: Java's
 * @param identity what we show to a backend that asks for it
 */
public record TlsSettings(List<X509Certificate> authorities, Optional<ClientIdentity> identity) {

    /** As Java has it, and without a certificate of ours. */
    public static final TlsSettings DEFAULT = new TlsSettings(List.of(), Optional.empty());

    private static final char[] NO_PASSWORD = {};

    public TlsSettings {
        authorities = List.copyOf(authorities);
        requireNonNull(identity, "identity is null");
    }

    /** The certificates that are not good any more, or not yet. */
    public Stream<X509Certificate> untimely(Instant now) {
        return Stream.concat(
                        authorities.stream(),
                        identity.stream().map(ClientIdentity::chain).flatMap(List::stream))
                .filter(certificate -> now.isAfter(certificate.getNotAfter().toInstant())
                        || now.isBefore(certificate.getNotBefore().toInstant()));
    }

    /** Makes the sockets of connections to such a backend. */
    public SSLSocketFactory sockets() {
        if (equals(DEFAULT)) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities.isEmpty() ? null : trusted());
            context.init(keys(), trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("certificates that were read cannot be used", e);
        }
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), authorities.get(i));
        }
        return store;
    }

    private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return null;
        }
        KeyStore store = empty();
        Certificate[] chain = identity.get().chain().toArray(Certificate[]::new);
        store.setKeyEntry("client", identity.get().key(), NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }
}
