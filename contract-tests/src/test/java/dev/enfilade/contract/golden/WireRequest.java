package dev.enfilade.contract.golden;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A request as bytes: the fields of the golden file and those that HTTP demands besides. */
record WireRequest(String method, String target, Headers headers, Octets content) {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final int CHUNK = 16;

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean awaitsContinue() {
        return headers.says("Expect", "100-continue");
    }

    byte[] head(InetSocketAddress to) {
        List<Header> fields = new ArrayList<>();
        fields.add(new Header("Host", headers.value("Host").orElse(to.getHostString() + ":" + to.getPort())));
        fields.addAll(headers.without("Host").all());
        // An offer to upgrade counts only if Connection names it; recordings leave out hop-by-hop fields.
        if (headers.has("Upgrade")) {
            fields.add(new Header("Connection", "Upgrade, HTTP2-Settings"));
        }
        if (!isChunked() && (content.size() > 0 || !WITHOUT_BODY.contains(method))) {
            fields.add(new Header("Content-Length", Integer.toString(content.size())));
        }
        String head = method + " " + target + " HTTP/1.1\r\n" + new Headers(fields).onWire() + "\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] body() {
        return isChunked() ? inChunks(content.toArray()) : content.toArray();
    }

    private boolean isChunked() {
        return headers.says("Transfer-Encoding", "chunked");
    }

    private static byte[] inChunks(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = 0; start < content.length; start += CHUNK) {
            int end = Math.min(start + CHUNK, content.length);
            out.writeBytes(new Chunk(Octets.of(Arrays.copyOfRange(content, start, end))).onWire());
        }
        out.writeBytes(Chunk.LAST.onWire());
        return out.toByteArray();
    }
}
