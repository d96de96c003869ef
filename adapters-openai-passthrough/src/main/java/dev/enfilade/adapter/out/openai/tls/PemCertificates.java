package dev.enfilade.adapter.out.openai.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads the certificates of a PEM text. */
public final class PemCertificates {

    private PemCertificates() {}

    /**
     * All of them, in their order; other things in the text are left out.
     *
     * @throws UnusablePemException if there is none, or one of them is damaged
     */
    public static List<X509Certificate> read(String text) throws UnusablePemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemBlock.all(text)) {
            if (block.label().equals("CERTIFICATE") || block.label().equals("TRUSTED CERTIFICATE")) {
                certificates.add(certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw new UnusablePemException("holds no certificate (expected -----BEGIN CERTIFICATE-----)");
        }
        return certificates;
    }

    private static X509Certificate certificate(PemBlock block) throws UnusablePemException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.content()));
        } catch (CertificateException e) {
            throw new UnusablePemException("holds a damaged certificate", e);
        }
    }
}
