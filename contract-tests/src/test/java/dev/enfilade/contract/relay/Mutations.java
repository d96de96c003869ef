package dev.enfilade.contract.relay;

import java.util.List;
import java.util.SplittableRandom;

/** Requests that are wrong in ways on which servers have disagreed; the same seed makes the same request. */
final class Mutations {

    private static final List<String> PIECES = List.of(
            "\r",
            "\n",
            "\r\n",
            "\0",
            " ",
            "\t",
            ":",
            ";",
            ",",
            "\u000b",
            "\u007f",
            "\u0080",
            "\u00ff",
            "%00",
            "%2e",
            "/../",
            "\\",
            "#",
            "0\r\n\r\n",
            "Content-Length: 0\r\n",
            "Content-Length: 6\r\n",
            "Content-Length: +5\r\n",
            "Content-Length: 5, 5\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer-Encoding: chunked, chunked\r\n",
            "Transfer-Encoding:\r\n chunked\r\n",
            "Transfer-Encoding : chunked\r\n",
            "transfer-encoding:\u000bchunked\r\n",
            "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n",
            "Host: evil.example\r\n",
            "Host: localhost\r\n",
            " X: y\r\n",
            "X: y\n",
            "X: y\r Z: z\r\n",
            "Connection: close\r\n",
            "Connection: Content-Length\r\n",
            "Upgrade: h2c\r\n",
            "Expect: 100-continue\r\n",
            "Trailer: Content-Length\r\n",
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/2.0",
            "http://localhost",
            "0x5",
            "00000005",
            "5;a=\"b",
            "5;a=b\n",
            "ffffffffffffffff5",
            "-1",
            "GET /v1/inner HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private Mutations() {}

    /** @param id part of every target, so that no two cases are taken for each other */
    static String of(long seed, String id) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder bytes = new StringBuilder(template(random.nextInt(4), id));
        int headEnd = bytes.indexOf("\r\n\r\n") + 4;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutate(bytes, Math.min(bytes.length(), random.nextInt(4) == 0 ? bytes.length() : headEnd), random);
        }
        return bytes + canary(id);
    }

    private static String template(int kind, String id) {
        String head = " /v1/case/" + id + "?a=b HTTP/1.1\r\nHost: localhost\r\n";
        return switch (kind) {
            case 0 -> "GET" + head + "Accept: */*\r\n\r\n";
            case 1 -> "POST" + head + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
            case 2 -> "PUT" + head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x=y\r\n...\r\n0\r\n\r\n";
            default ->
                "POST" + head + "Content-Type: application/octet-stream\r\nContent-Length: 12\r\n\r\n0\r\n\r\nGET /x ";
        };
    }

    private static String canary(String id) {
        return "GET /v1/canary/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static void mutate(StringBuilder bytes, int before, SplittableRandom random) {
        int at = random.nextInt(before);
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        switch (random.nextInt(6)) {
            case 0 -> bytes.insert(at, piece);
            case 1 -> bytes.insert(lineStart(bytes, at), piece);
            case 2 -> bytes.deleteCharAt(at);
            case 3 -> bytes.setCharAt(at, (char) random.nextInt(256));
            case 4 -> bytes.replace(at, Math.min(before, at + 1 + random.nextInt(8)), piece);
            default -> bytes.insert(at, bytes.substring(at, Math.min(before, at + 1 + random.nextInt(40))));
        }
    }

    private static int lineStart(StringBuilder bytes, int at) {
        return bytes.lastIndexOf("\r\n", at) + 2 > at ? at : Math.max(0, bytes.lastIndexOf("\r\n", at) + 2);
    }
}
