package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where clients connect.
 *
 * @param host a name or address without brackets; empty stands for every address of the machine
 * @param port 0 lets the system choose
 */
public record ListenAddress(String host, int port) {

    public static final int USUAL_PORT = 11434;

    private static final String EVERY = "0.0.0.0";
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^\\[\\]:/\\s]*))(?::(\\d{1,5}))?");
    private static final String BARE = "[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.%]*";
    private static final Pattern BARE_IPV6 = Pattern.compile(BARE);

    /** 0 to 65535, perhaps with zeros in front. */
    static final String PORT = "(?:\\d{1,4}|[0-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])";

    /** What is read, in the part of the language that Java and JavaScript share. */
    static final String WRITTEN =
            "(?!\\d*$)(?:" + BARE + "|(?:\\[[0-9A-Fa-f:.%]+\\]|[^\\[\\]:/\\s]*)(?::" + PORT + ")?)";

    public ListenAddress {
        requireNonNull(host, "host is null");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        host = host.isEmpty() ? EVERY : host;
    }

    /**
     * Reads {@code host:port}, {@code host}, {@code :port}, {@code [ipv6]:port} or {@code ipv6}; absent if it is
     * nothing of these.
     */
    static Optional<ListenAddress> parse(String text) {
        if (BARE_IPV6.matcher(text).matches()) {
            return Optional.of(new ListenAddress(text, USUAL_PORT));
        }
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || text.matches("\\d+") || !form.matches()) {
            return Optional.empty();
        }
        int port = form.group(3) == null ? USUAL_PORT : Integer.parseInt(form.group(3));
        String host = form.group(1) == null ? form.group(2) : form.group(1);
        return port > 65_535 ? Optional.empty() : Optional.of(new ListenAddress(host, port));
    }

    /**
     * Whether only this machine reaches it.
     *
     * @throws UncheckedIOException if the host has no address
     */
    public boolean isLocal() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ListenAddress withPort(int other) {
        return new ListenAddress(host, other);
    }

    /** The address to connect to from this machine: a server that listens everywhere is reached on loopback. */
    public ListenAddress connectable() {
        return switch (host) {
            case EVERY -> new ListenAddress("127.0.0.1", port);
            case "::" -> new ListenAddress("::1", port);
            default -> this;
        };
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
