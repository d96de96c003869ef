package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sends a request over a connection of its own and gives every byte that comes back, until the server closes. */
final class RawClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI base;
    private final boolean secure;

    RawClient(URI base) {
        this.base = base;
        this.secure = base.getScheme().equals("https");
    }

    byte[] ask(Question question, String key) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(request(question, key));
            socket.getOutputStream().flush();
            return everything(socket.getInputStream());
        }
    }

    private Socket connect() throws IOException {
        int port = base.getPort() > 0 ? base.getPort() : (secure ? 443 : 80);
        if (!secure) {
            return new Socket(base.getHost(), port);
        }
        SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(base.getHost(), port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private byte[] request(Question question, String key) {
        byte[] body = question.body().getBytes(UTF_8);
        StringBuilder head = new StringBuilder()
                .append(question.method() + " " + base.getRawPath() + question.path() + " HTTP/1.1\r\n")
                .append("Host: " + base.getRawAuthority() + "\r\nConnection: close\r\nAccept-Encoding: identity\r\n");
        if (!key.isEmpty()) {
            head.append("Authorization: Bearer " + key + "\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** A reset ends an answer as a close does: what came before it is the record of it. */
    private static byte[] everything(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.write(buffer, 0, count);
            }
        } catch (SocketException reset) {
            System.err.println("reset after " + all.size() + " bytes");
        }
        return all.toByteArray();
    }
}
