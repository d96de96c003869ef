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
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.%]*");

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
