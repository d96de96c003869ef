package dev.enfilade.bootstrap.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Shakes hands with a backend and reads its certificate.
 *
 * @param sockets trusts what the calls to the backend trust
 */
record TlsStep(Subject subject, Duration limit, SSLSocketFactory sockets, InstantSource clock) {

    private static final long FEW_DAYS = 14;

    Finding shakeHands(List<InetAddress> addresses) {
        try (SSLSocket socket = handshake(addresses)) {
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return judged((X509Certificate) chain[0], socket.getSession().getProtocol());
        } catch (SSLException e) {
            return Finding.failed(Trouble.BACKEND, "no agreement: " + cause(e), fix(cause(e)));
        } catch (IOException e) {
            return Finding.failed(
                    Trouble.BACKEND,
                    "no answer to the handshake: " + e.getMessage(),
                    "check that the port of " + subject.urlSetting() + " speaks TLS");
        }
    }

    /** Whether there is TLS at all, whoever vouches for it. */
    boolean spoken(List<InetAddress> addresses) {
        try (SSLSocket _ = handshake(addresses)) {
            return true;
        } catch (SSLException e) {
            return isAboutTrust(cause(e));
        } catch (IOException e) {
            return false;
        }
    }

    private SSLSocket handshake(List<InetAddress> addresses) throws IOException {
        int millis = Math.toIntExact(limit.toMillis());
        Socket plain = connected(addresses, millis / addresses.size());
        try {
            plain.setSoTimeout(millis);
            SSLSocket secure = (SSLSocket) sockets.createSocket(plain, subject.host(), subject.port(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return secure;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** To the first that takes a connection, as calls do it. */
    private Socket connected(List<InetAddress> addresses, int millis) throws IOException {
        IOException failure = new IOException("there is no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, subject.port()), millis);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private Finding judged(X509Certificate certificate, String protocol) {
        Instant end = certificate.getNotAfter().toInstant();
        long days = Duration.between(clock.instant(), end).toDays();
        String seen = protocol + ", certificate by " + issuer(certificate) + ", good for " + days + " days";
        return days < FEW_DAYS
                ? Finding.warning(seen, "have the server's certificate renewed before " + end)
                : Finding.ok(seen);
    }

    /** Organisation and name say it; the whole would fill a line. */
    private static String issuer(X509Certificate certificate) {
        String name = certificate.getIssuerX500Principal().getName();
        String organisation = part(name, "O");
        String common = part(name, "CN");
        return organisation.isEmpty() || common.isEmpty()
                ? (organisation + common).isEmpty() ? name : organisation + common
                : organisation + " " + common;
    }

    private static String part(String name, String key) {
        Matcher part =
                Pattern.compile("(?:^|,)" + key + "=((?:[^,\\\\]|\\\\.)*)").matcher(name);
        return part.find() ? part.group(1).replace("\\", "") : "";
    }

    private String fix(String cause) {
        if (isAboutTrust(cause)) {
            return aboutTrust(cause);
        }
        return cause.contains("Unsupported or unrecognized SSL message")
                ? "the server speaks plain HTTP there: write http:// in " + subject.urlSetting()
                : "check that the port of " + subject.urlSetting() + " speaks TLS";
    }

    private String aboutTrust(String cause) {
        if (cause.contains("expired") || cause.contains("NotAfter")) {
            return "have the server's certificate renewed, or set this machine's clock";
        }
        return cause.startsWith("No ")
                ? "name the host of the certificate in " + subject.urlSetting()
                : "name the certificate (PEM) of the server's authority in " + subject.authoritySetting();
    }

    private static boolean isAboutTrust(String cause) {
        String text = cause.toLowerCase(Locale.ROOT);
        return text.contains("certif") || text.contains("subject alternative") || text.contains("notafter");
    }

    private static String cause(SSLException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
