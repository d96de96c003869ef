package dev.enfilade.contract.chaos;

/** The HTTP of a client's request. */
enum Asking {
    PLAIN("HTTP/1.1", ""),
    CLOSING("HTTP/1.1", "Connection: close\r\n"),
    OLD("HTTP/1.0", ""),
    /** With another request behind it in the same piece. */
    FOLLOWED("HTTP/1.1", ""),
    /** With another request behind it, sent as soon as the answer begins. */
    FOLLOWED_LATER("HTTP/1.1", "");

    private final String version;
    private final String headers;

    Asking(String version, String headers) {
        this.version = version;
        this.headers = headers;
    }

    boolean isFollowed() {
        return this == FOLLOWED || this == FOLLOWED_LATER;
    }

    String request(String path, String body) {
        return "POST " + path + " " + version + "\r\nHost: localhost\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body
                + (this == FOLLOWED ? Successor.REQUEST : "");
    }
}
