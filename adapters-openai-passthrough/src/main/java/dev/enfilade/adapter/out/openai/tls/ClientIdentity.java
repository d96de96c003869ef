package dev.enfilade.adapter.out.openai.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What we show to a backend that wants to see a certificate of ours; printing it shows nothing of the key.
 *
 * @param chain the key's own certificate first
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final byte[] PROBE = "probe".getBytes(UTF_8);

    public ClientIdentity {
        requireNonNull(key, "key is null");
        chain = List.copyOf(chain);
    }

    /**
     * Reads a private key (PKCS#8, PKCS#1 or SEC 1, without a password) and finds its certificate.
     *
     * @param keyText may hold other things as well, such as the certificates themselves
     * @throws UnusablePemException if there is no key, or none of the certificates is the key's
     */
    public static ClientIdentity of(String keyText, List<X509Certificate> certificates) throws UnusablePemException {
        byte[] encoded = pkcs8(keyText);
        for (X509Certificate certificate : certificates) {
            Optional<PrivateKey> key = key(encoded, certificate);
            if (key.isPresent()) {
                List<X509Certificate> chain = new ArrayList<>(certificates);
                chain.remove(certificate);
                chain.addFirst(certificate);
                return new ClientIdentity(key.get(), chain);
            }
        }
        throw new UnusablePemException("holds a key that does not belong to the client certificate");
    }

    private static byte[] pkcs8(String text) throws UnusablePemException {
        for (PemBlock block : PemBlock.all(text)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return block.content();
                }
                case "RSA PRIVATE KEY" -> {
                    return Der.ofRsa(block.content());
                }
                case "EC PRIVATE KEY" -> {
                    return Der.ofEc(block.content())
                            .orElseThrow(() -> new UnusablePemException(
                                    "holds a key without its curve (expected PKCS#8: openssl pkcs8 -topk8 -nocrypt)"));
                }
                default -> {}
            }
        }
        throw new UnusablePemException("holds no private key (expected -----BEGIN PRIVATE KEY-----)");
    }

    /** The key, if it is the certificate's: what it signs the certificate has to confirm. */
    private static Optional<PrivateKey> key(byte[] encoded, X509Certificate certificate) {
        String kind = certificate.getPublicKey().getAlgorithm();
        try {
            PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(
                    switch (kind) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> kind;
                    });
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed) ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException otherKind) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ClientIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
