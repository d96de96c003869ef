package dev.enfilade.bootstrap.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which names a client may call this server by. A page on a public domain can point that domain at this machine and
 * then read the answers as its own; the Host header still names the domain, and is refused. Names without a dot pass:
 * they cannot be public domains, and compose services are called so.
 *
 * @param names accepted besides, in lower case
 */
public record HostRule(Set<String> names) {

    /** What a Host header turned out to be. */
    enum Kind {
        NAME,
        ADDRESS,
        REFUSED
    }

    private static final Pattern SINGLE_LABEL = Pattern.compile("[a-z0-9_-]*");
    private static final Set<String> LOCAL_ENDINGS = Set.of(".localhost", ".local", ".internal");

    public HostRule {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same rule, and one name more. */
    HostRule and(String name) {
        return new HostRule(Stream.concat(names.stream(), Stream.of(name)).collect(Collectors.toSet()));
    }

    /** @param authority the Host header, with or without a port; empty if there was none */
    Kind kindOf(String authority) {
        String host = withoutPort(authority).toLowerCase(Locale.ROOT);
        if (looksLikeAddress(host)) {
            return isNear(host) ? Kind.ADDRESS : Kind.REFUSED;
        }
        boolean known = SINGLE_LABEL.matcher(host).matches()
                || names.contains(host)
                || LOCAL_ENDINGS.stream().anyMatch(host::endsWith);
        return known ? Kind.NAME : Kind.REFUSED;
    }

    private static String withoutPort(String authority) {
        if (authority.startsWith("[")) {
            int end = authority.indexOf(']');
            return end < 0 ? authority : authority.substring(1, end);
        }
        int colon = authority.indexOf(':');
        return colon >= 0 && colon == authority.lastIndexOf(':') ? authority.substring(0, colon) : authority;
    }

    private static boolean looksLikeAddress(String host) {
        return host.indexOf(':') >= 0
                || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private static boolean isNear(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || isPrivate(address)
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IllegalArgumentException | SocketException e) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address instanceof Inet6Address
                ? (address.getAddress()[0] & 0xfe) == 0xfc
                : address.isSiteLocalAddress();
    }
}
