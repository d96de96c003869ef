package dev.enfilade.bootstrap.config;

import dev.enfilade.adapter.out.openai.tls.ClientIdentity;
import dev.enfilade.adapter.out.openai.tls.PemCertificates;
import dev.enfilade.adapter.out.openai.tls.TlsSettings;
import dev.enfilade.adapter.out.openai.tls.UnusablePemException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads the certificates of one backend. */
final class TlsFiles {

    private final Values values;
    private final String backend;

    TlsFiles(Values values, String backend) {
        this.values = values;
        this.backend = backend;
    }

    /** What is wrong with them is told. */
    TlsSettings read() {
        return new TlsSettings(certificates(Keys.BACKEND_CA_FILE).orElse(List.of()), identity());
    }

    private Optional<ClientIdentity> identity() {
        Optional<List<X509Certificate>> certificates = certificates(Keys.BACKEND_CLIENT_CERTIFICATE);
        boolean keyIsApart = values.has(Keys.BACKEND_CLIENT_KEY, backend);
        if (keyIsApart && !values.has(Keys.BACKEND_CLIENT_CERTIFICATE, backend)) {
            values.problem(
                    Keys.BACKEND_CLIENT_KEY.path().named(backend), "a key without client-certificate (expected both)");
        }
        Key<Path> keyFile = keyIsApart ? Keys.BACKEND_CLIENT_KEY : Keys.BACKEND_CLIENT_CERTIFICATE;
        return certificates.flatMap(chain -> read(keyFile, text -> ClientIdentity.of(text, chain)));
    }

    private Optional<List<X509Certificate>> certificates(Key<Path> key) {
        return read(key, PemCertificates::read);
    }

    private <T> Optional<T> read(Key<Path> key, Parser<T> parser) {
        return values.file(key, backend).flatMap(file -> read(file, key.path().named(backend), parser));
    }

    private <T> Optional<T> read(Path file, KeyPath path, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(TextFile.whole(file)));
        } catch (UnavailableValueException e) {
            values.problem(path, e.why());
        } catch (UnusablePemException e) {
            values.problem(path, file + " " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Makes something of the text of a file. */
    @FunctionalInterface
    private interface Parser<T> {

        T parse(String text) throws UnusablePemException;
    }
}
