package dev.enfilade.contract.chaos;

/** The HTTP of a client's request. */
enum Asking {
    PLAIN("HTTP/1.1", ""),
    CLOSING("HTTP/1.1", "Connection: close\r\n"),
    OLD("HTTP/1.0", "");

    private final String version;
    private final String headers;

    Asking(String version, String headers) {
        this.version = version;
        this.headers = headers;
    }

    String request(String path, String body) {
        return "POST " + path + " " + version + "\r\nHost: localhost\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
