package dev.enfilade.adapter.in.openai;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that looks at an answer while it is still coming. */
final class ListeningClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    private ListeningClient(Socket socket) {
        this.socket = socket;
    }

    static ListeningClient post(URI uri, String json) throws IOException {
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        String request = "POST " + uri.getPath()
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return new ListeningClient(socket);
    }

    /** Reads until this text has come, and gives all that came. */
    String awaitBody(String text) throws IOException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf(text) < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new AssertionError("the answer ended after '" + all + "'");
            }
            all.append((char) octet);
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
